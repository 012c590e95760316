package dev.nacre.verification;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.GaussianDropout;
import dev.nacre.annotations.GaussianNoise;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.tensor.Tensor;

/** Networks whose only chance is noise on values or weights, before a layer and in a second block. */
final class NoiseAlone {
    private NoiseAlone() {}

    @Network
    interface Multiplied {
        @Dense(5)
        Tensor hidden(@In(6) Tensor x);

        @GaussianDropout(0.3)
        @Dense(3)
        Tensor y(Tensor hidden);
    }

    @Network
    interface Added {
        @Dense(5)
        Tensor hidden(@In(6) Tensor x);

        @GaussianNoise(0.5)
        @Dense(3)
        Tensor y(Tensor hidden);
    }

    @Network
    interface Connected {
        @Dense(5)
        Tensor hidden(@In(6) Tensor x);

        @Dense(3)
        @DropConnect(0.3)
        Tensor y(Tensor hidden);
    }

    @Network
    interface ConnectedEach {
        @Dense(5)
        Tensor hidden(@In(6) Tensor x);

        @Dense(3)
        @DropConnect(value = 0.3, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor y(Tensor hidden);
    }

    /** A mask on the weights of each of two layers of one stack. */
    @Network
    @In(6)
    @Dense(5)
    @DropConnect(0.3)
    @ReLU
    @Dense(3)
    @DropConnect(0.2)
    interface Twice {}
}
