package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.GaussianDropout;
import dev.nacre.annotations.GaussianNoise;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Noise on inputs and hidden values, beside dropout. */
@Network
interface Noisy {
    @Dense(32)
    @ReLU
    @GaussianDropout(0.3)
    Tensor hidden(@GaussianNoise(0.1) @In(24) Tensor x);

    @SuppressWarnings("nacre:double-dropout")
    @Dense(16)
    @GaussianNoise(0.2)
    @ReLU
    @Dropout(0.2)
    @GaussianDropout(0.1)
    Tensor more(Tensor hidden);

    @Dense(4)
    Tensor logits(Tensor more);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
