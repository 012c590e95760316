package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropConnect;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.LayerNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Dropped weights in all their forms. */
@Network
interface Connected {
    @Dense(32)
    @DropConnect(0.3)
    @ReLU
    @Dropout(0.2)
    Tensor hidden(@In(24) Tensor x);

    @Dense(16)
    @DropConnect(value = 0.4, masks = DropConnect.Masks.PER_SAMPLE)
    @LayerNorm
    Tensor each(Tensor hidden);

    @Dense(16)
    @DropConnect(value = 0.5, evaluation = DropConnect.Evaluation.MOMENT_MATCHING, samples = 31)
    @ReLU
    Tensor matched(Tensor each);

    @Dense(value = 8, bias = false)
    @DropConnect(value = 0.2, masks = DropConnect.Masks.PER_SAMPLE, evaluation = DropConnect.Evaluation.MOMENT_MATCHING)
    @Tanh
    Tensor both(Tensor matched);

    @Dense(4)
    Tensor logits(Tensor both);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
