package dev.nacre.verification;

import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.ConvTranspose2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.InstanceNorm;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Pad;
import dev.nacre.annotations.SiLU;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Norms of samples that keep running statistics, behind convolutions and alone, and margins below zero. */
@Network
interface Tracked {
    @ConvTranspose2d(value = 6, kernel = 2, stride = 2, groups = 2)
    @InstanceNorm(affine = true, trackRunning = true)
    @SiLU
    @Pad({-1, 0, 1, -2})
    Tensor larger(@In({4, 4, 5}) Tensor image);

    @InstanceNorm(trackRunning = true, momentum = 0.3)
    Tensor alone(Tensor larger);

    @Conv2d(value = 4, kernel = 3, bias = false)
    @InstanceNorm(trackRunning = true)
    @Tanh
    @SpatialDropout(0.1)
    Tensor smaller(Tensor alone);

    @Flatten
    @Dense(3)
    Tensor logits(Tensor smaller);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
