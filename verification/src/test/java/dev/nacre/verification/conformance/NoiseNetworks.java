package dev.nacre.verification.conformance;

import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.GaussianDropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.tensor.Tensor;

/** What PyTorch ran with noise on values and weights, declared. */
final class NoiseNetworks {
    private NoiseNetworks() {}

    @Network
    interface Gaussian30 {
        @GaussianDropout(0.3)
        Tensor y(@In(6) Tensor x);
    }

    @Network
    interface Connections50 {
        @Dense(4)
        @DropConnect(0.5)
        Tensor y(@In(6) Tensor x);
    }

    @Network
    interface ConnectionsOfSamples50 {
        @Dense(4)
        @DropConnect(value = 0.5, masks = DropConnect.Masks.PER_SAMPLE)
        Tensor y(@In(6) Tensor x);
    }
}
