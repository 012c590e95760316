package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.GaussianDropout;
import dev.nacre.annotations.GaussianNoise;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Noise and dropped weights in a network so small that its products are unrolled. */
@Network
interface SmallConnected {
    @Dense(5)
    @DropConnect(0.3)
    @ReLU
    @GaussianDropout(0.2)
    Tensor hidden(@GaussianNoise(0.1) @In(4) Tensor x);

    @Dense(16)
    @DropConnect(evaluation = DropConnect.Evaluation.MOMENT_MATCHING)
    @Sigmoid
    Tensor matched(Tensor hidden);

    @Dense(3)
    @DropConnect(value = 0.1, masks = DropConnect.Masks.PER_SAMPLE)
    Tensor logits(Tensor matched);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
