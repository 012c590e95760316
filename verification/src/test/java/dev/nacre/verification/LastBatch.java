package dev.nacre.verification;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Conv2d;
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

/** A norm over the places of an image, which can be trained on one sample, and dropout. */
@Network
interface LastBatch {
    @Conv2d(value = 5, kernel = 3)
    @BatchNorm
    @ReLU
    @Dropout(0.3)
    @Flatten
    Tensor features(@In({3, 8, 8}) Tensor image);

    @Dense(4)
    Tensor logits(Tensor features);

    @CrossEntropy
    Loss loss(Tensor logits, Label label);
}
