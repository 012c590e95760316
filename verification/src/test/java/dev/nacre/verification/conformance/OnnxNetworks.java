package dev.nacre.verification.conformance;

import dev.nacre.annotations.Add;
import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Multiply;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.Softmax;
import dev.nacre.annotations.Tanh;
import dev.nacre.tensor.Tensor;

/** What the ONNX cases compute, declared. */
final class OnnxNetworks {
    private OnnxNetworks() {}

    @Network
    @In({4, 5})
    @ReLU
    interface Relu4x5 {}

    @Network
    @In({3, 4, 5})
    @ReLU
    interface Relu3x4x5 {}

    @Network
    @In(2)
    @ReLU
    interface Relu2 {}

    @Network
    @In({4, 5})
    @Sigmoid
    interface Sigmoid4x5 {}

    @Network
    @In(3)
    @Tanh
    interface Tanh3 {}

    @Network
    @In({4, 5})
    @Softmax
    interface Softmax4x5 {}

    @Network
    @In(4)
    @Softmax
    interface Softmax4 {}

    @Network
    @In(3)
    @Dense(4)
    interface Gemm3x4 {}

    @Network
    @In(5)
    @Dense(4)
    interface Gemm5x4 {}

    @Network
    @In(7)
    @Dense(4)
    interface Gemm7x4 {}

    @Network
    @In(10)
    @Dense(8)
    interface Linear {}

    @Network
    @In(10)
    @Dense(value = 8, bias = false)
    interface LinearNoBias {}

    @Network
    interface Sum {
        @Add
        Tensor c(@In(1) Tensor a, @In(1) Tensor b);
    }

    @Network
    interface SumTimes {
        @Add
        Tensor c(@In(1) Tensor a, @In(1) Tensor b);

        @Multiply
        Tensor d(Tensor c, Tensor a);
    }

    @Network
    interface Product4x5 {
        @Multiply
        Tensor z(@In({4, 5}) Tensor x, @In({4, 5}) Tensor y);
    }

    @Network
    interface Product3 {
        @Multiply
        Tensor z(@In(3) Tensor x, @In(3) Tensor y);
    }

    @Network
    interface Concat2 {
        @Concat
        Tensor output(@In(2) Tensor value0, @In(2) Tensor value1);
    }

    @Network
    interface Concat3 {
        @Concat
        Tensor output(@In(3) Tensor value0, @In(3) Tensor value1);
    }

    @Network
    interface Concat2x2 {
        @Concat
        Tensor output(@In({2, 2}) Tensor value0, @In({2, 2}) Tensor value1);
    }

    @Network
    interface Concat2x2Negative {
        @Concat(axis = -2)
        Tensor output(@In({2, 2}) Tensor value0, @In({2, 2}) Tensor value1);
    }

    @Network
    @In({3, 4, 5})
    @Flatten
    interface Flatten3x4x5 {}

    @Network
    @In({4, 3, 2})
    @Flatten
    interface Flatten4x3x2 {}

    @Network
    @In({2, 3, 4})
    @Flatten
    interface Flatten2x3x4 {}

    @Network
    @In(1)
    @Flatten
    interface Flatten1 {}

    @Network
    @In({3, 4, 5})
    @BatchNorm
    interface Norm {}

    @Network
    @In({3, 4, 5})
    @BatchNorm(epsilon = 0.01)
    interface NormEpsilon {}

    @Network
    @In({5, 3})
    @BatchNorm
    interface Norm1d {}

    @Network
    @In({3, 4, 4, 4})
    @BatchNorm
    interface Norm3d {}

    @Network
    @In(5)
    @Flatten
    @CrossEntropy
    interface CrossEntropyMean {}

    @Network
    @In(5)
    @Flatten
    @CrossEntropy(weight = 3)
    interface CrossEntropySum {}

    @Network
    @SuppressWarnings("nacre:dropout-on-output")
    @In({4, 5})
    @Dropout
    interface Dropout4x5 {}

    @Network
    @SuppressWarnings("nacre:dropout-on-output")
    @In({4, 5})
    @Dropout(0.2)
    interface DropoutRatio {}

    @Network
    @SuppressWarnings("nacre:dropout-on-output")
    @In(3)
    @Dropout
    interface Dropout3 {}
}
