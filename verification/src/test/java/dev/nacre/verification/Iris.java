package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Standardize;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** Records in, enums out; unrolled. */
@Network
interface Iris {
    @Standardize
    @Dense(16)
    @ReLU
    @Dropout(0.1)
    Tensor hidden(@In Flower flower);

    @Dense
    Tensor logits(Tensor hidden);

    @CrossEntropy
    Loss loss(Tensor logits, Species species);
}
