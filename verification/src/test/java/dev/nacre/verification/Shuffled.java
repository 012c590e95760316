package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Members in any order, a block that only reshapes, dropout in all places. */
@Network
@SuppressWarnings("nacre:dropout-before-batch-norm")
interface Shuffled {
    @CrossEntropy
    Loss loss(Tensor logits, int label);

    @Dense(4)
    Tensor logits(Tensor merged);

    @Concat
    @Dropout(0.4)
    Tensor merged(Tensor wide, Tensor narrow, Tensor flat);

    @Dense(20)
    @Dropout(0.1)
    @BatchNorm
    @ReLU
    Tensor wide(Tensor flat);

    @Dense(6)
    @Tanh
    @Dropout(0.3)
    Tensor narrow(@Dropout(0.1) Tensor dropped);

    @Dropout(0.5)
    Tensor dropped(Tensor flat);

    @Flatten
    Tensor flat(@In({2, 5}) Tensor x);
}
