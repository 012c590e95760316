package dev.nacre.benchmarks;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** 4-16-3 from a record to an enum. */
@Network
interface SmallNetwork {
    /** What goes in. */
    record Flower(float sepalLength, float sepalWidth, float petalLength, float petalWidth) {}

    /** What comes out. */
    enum Species {
        SETOSA,
        VERSICOLOR,
        VIRGINICA
    }

    @Dense(16)
    @ReLU
    Tensor hidden(@In Flower flower);

    @Dense
    Tensor logits(Tensor hidden);

    @CrossEntropy
    Loss loss(Tensor logits, Species species);
}
