package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.ELU;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.GroupNorm;
import dev.nacre.annotations.In;
import dev.nacre.annotations.InstanceNorm;
import dev.nacre.annotations.LocalResponseNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Norms of channels, with activations and dropout that ride on them. */
@Network
interface Channels {
    @BatchNorm
    @ReLU
    Tensor scaled(@In({2, 7, 6}) Tensor image);

    @Conv2d(value = 6, kernel = 3, padding = 1)
    @BatchNorm
    @ELU
    @Dropout(0.2)
    Tensor convolved(Tensor scaled);

    @GroupNorm(groups = 3)
    @ReLU
    Tensor grouped(Tensor convolved);

    @Conv2d(value = 4, kernel = 2)
    @InstanceNorm(affine = true)
    @ReLU
    Tensor single(Tensor grouped);

    @LocalResponseNorm(size = 3, alpha = 0.1)
    @InstanceNorm
    @Flatten
    @Dense(3)
    Tensor logits(Tensor single);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
