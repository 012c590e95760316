package dev.nacre.verification.conformance;

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
}
