package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** The dropout network, small enough for many runs and too large to be unrolled. */
@Network
interface SmallMlp {
    @Flatten
    @Dense(24)
    @ReLU
    @Dropout(0.2)
    Tensor hidden1(@In({1, 4, 4}) Tensor image);

    @Dense(24)
    @ReLU
    @Dropout(0.5)
    Tensor hidden2(Tensor hidden1);

    @Dense(5)
    Tensor logits(Tensor hidden2);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
