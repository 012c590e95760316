package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.SpatialDropout;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** A small network for images, whose norm folds into the convolution before it. */
@Network
interface Convolved {
    @Conv2d(value = 6, kernel = 3, padding = 1, bias = false)
    @BatchNorm
    @ReLU
    @SpatialDropout(0.2)
    Tensor first(@In({2, 9, 8}) Tensor image);

    @Conv2d(value = 8, kernel = 3, stride = 2)
    @ReLU
    Tensor second(Tensor first);

    @Flatten
    @Dense(4)
    Tensor logits(Tensor second);

    @CrossEntropy
    Loss error(Tensor logits, Label label);
}
