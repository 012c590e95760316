package dev.nacre.verification.conformance;

import dev.nacre.annotations.In;
import dev.nacre.annotations.InstanceNorm;
import dev.nacre.annotations.LocalResponseNorm;
import dev.nacre.annotations.Network;

/** Norms of channels as PyTorch and ONNX have them, declared. */
final class ChannelNormNetworks {
    private ChannelNormNetworks() {}

    @Network
    @In({5, 3, 3})
    @LocalResponseNorm(size = 3, alpha = 0.01)
    interface LocalOf5 {}

    @Network
    @In({5, 5, 5})
    @LocalResponseNorm(size = 3)
    interface LocalDefault {}

    @Network
    @In({5, 5, 5})
    @LocalResponseNorm(size = 3, alpha = 0.0002, beta = 0.5, k = 2)
    interface LocalRoot {}

    @Network
    @In({3, 4, 5})
    @InstanceNorm(affine = true, epsilon = 0.01)
    interface Instance {}
}
