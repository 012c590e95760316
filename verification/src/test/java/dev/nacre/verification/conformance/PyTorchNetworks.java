package dev.nacre.verification.conformance;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Softmax;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** What PyTorch ran, declared. */
final class PyTorchNetworks {
    private PyTorchNetworks() {}

    @Network
    @In(3)
    @Dense(5)
    interface Dense2x3x5 {}

    @Network
    @In(15)
    @Dense(17)
    interface Dense3x15x17 {}

    @Network
    @In(7)
    @Dense(9)
    interface Dense5x7x9 {}

    @Network
    @In({5, 6})
    @Dense(4)
    interface TimeDistributed {}

    @Network
    @In(11)
    @Dense(13)
    @ReLU
    @Dense(9)
    @Tanh
    @Dense(4)
    interface MlpReluTanh {}

    @Network
    @In(7)
    @ReLU
    interface Relu {}

    @Network
    @In(7)
    @Tanh
    interface HyperbolicTangent {}

    @Network
    @In(4)
    @Softmax
    interface SoftmaxLarge {}

    @Network
    @In(5)
    @BatchNorm
    interface BatchNorm1d {}

    @Network
    @In(4)
    @BatchNorm(affine = false)
    interface BatchNorm1dNoAffine {}

    @Network
    @In(3)
    @BatchNorm
    interface BatchNorm1dConstant {}

    @Network
    @In({3, 5, 4})
    @BatchNorm(epsilon = 1e-3, momentum = 0.01)
    interface BatchNorm2d {}

    @Network
    @In({2, 3, 3})
    @BatchNorm
    interface BatchNorm2dBatch1 {}

    /** concat(relu(Dense(x)), x). */
    @Network
    interface Concatenated {
        @Dense(3)
        @ReLU
        Tensor hidden(@In(5) Tensor x);

        @Concat
        Tensor y(Tensor hidden, Tensor x);
    }

    /** x + tanh(Dense(x)), with the layers on the edge. */
    @Network
    interface ResidualAdd {
        @Flatten
        Tensor same(@In(5) Tensor x);

        @Add
        Tensor y(Tensor same, @Dense(5) @Tanh Tensor x);
    }

    @Network
    @In(5)
    @Dense(3)
    @Tanh
    interface Shared {}

    @Network
    @In(5)
    @Flatten
    @CrossEntropy
    interface CrossEntropyMean {}

    @Network
    interface CrossEntropySum {
        @Flatten
        Tensor logits(@In(5) Tensor x);

        @CrossEntropy(weight = 6)
        Loss loss(Tensor logits, Label label);
    }

    @Network
    interface CrossEntropyExtreme {
        @Flatten
        Tensor logits(@In(3) Tensor x);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** The sum is the mean times the number of elements of the batch. */
    @Network
    interface SquaredErrorSum {
        @Flatten
        Tensor y(@In(3) Tensor x);

        @MeanSquaredError(weight = 12)
        Loss loss(Tensor y, Target target);
    }

    @Network
    interface SquaredErrorNone {
        @Flatten
        Tensor y(@In(1) Tensor x);

        @MeanSquaredError
        Loss loss(Tensor y, float target);
    }

    @Network
    @SuppressWarnings("nacre:dropout-on-output")
    interface Dropout10 {
        @Dropout(0.1)
        Tensor y(@In(9) Tensor x);
    }

    @Network
    @SuppressWarnings({"nacre:dropout-on-output", "nacre:high-dropout"})
    interface Dropout75 {
        @Dropout(0.75)
        Tensor y(@In(9) Tensor x);
    }

    @Network
    interface DropoutBeforeDense {
        @Dropout(0.5)
        Tensor dropped(@In(8) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);
    }

    @Network
    interface DropoutOfHidden {
        @Dense(10)
        @ReLU
        @Dropout(0.5)
        Tensor dropped(@In(5) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);
    }
}
