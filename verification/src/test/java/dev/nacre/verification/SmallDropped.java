package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.DropPath;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Scaling;
import dev.nacre.annotations.Shared;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Masks at the end of products that are written out weight by weight. */
@Network
interface SmallDropped {
    @Dense(6)
    @Tanh
    @Dropout(value = 0.2, shared = Shared.BATCH)
    Tensor shared(@In(4) Tensor x);

    @Dense(5)
    @ReLU
    @Dropout(value = 0.2, scaling = Scaling.AT_EVALUATION)
    Tensor classic(@Dropout(0.1) Tensor shared);

    @Dense(6)
    @Sigmoid
    @DropPath(0.2)
    Tensor path(Tensor classic);

    @Dense(3)
    Tensor logits(Tensor path);

    @CrossEntropy
    Loss loss(Tensor logits, int label);
}
