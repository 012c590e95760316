package dev.nacre.verification.conformance;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Networks with few units to drop. */
interface SubNetworkNetworks {
    @Network
    interface OneSoftmax {
        @Dropout(0.5)
        Tensor dropped(@In(8) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    @Network
    interface OfHidden {
        @Dense(10)
        @ReLU
        @Dropout(0.5)
        Tensor dropped(@In(5) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    @Network
    interface Eight {
        @Dense(8)
        @ReLU
        @Dropout(0.3)
        Tensor hidden(@In(80) Tensor x);

        @Dense(3)
        Tensor y(Tensor hidden);

        @MeanSquaredError
        Loss loss(Tensor y, Target target);
    }

    @Network
    interface Many {
        @Dense(16)
        @ReLU
        @Dropout(0.3)
        Tensor a(@In(4) Tensor x);

        @Dense(24)
        @ReLU
        @Dropout(0.3)
        Tensor b(Tensor a);

        @Dense(3)
        Tensor y(Tensor b);
    }
}
