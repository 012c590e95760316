package dev.nacre.benchmarks;

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

/** D2L's dropout network, 784-256-256-10, with and without its dropout. */
final class FashionMlp {
    private FashionMlp() {}

    @Network
    interface WithDropout {
        @Flatten
        @Dense(256)
        @ReLU
        @Dropout(0.2)
        Tensor hidden1(@In({1, 28, 28}) Tensor image);

        @Dense(256)
        @ReLU
        @Dropout(0.5)
        Tensor hidden2(Tensor hidden1);

        @Dense(10)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    @Network
    interface Without {
        @Flatten
        @Dense(256)
        @ReLU
        Tensor hidden1(@In({1, 28, 28}) Tensor image);

        @Dense(256)
        @ReLU
        Tensor hidden2(Tensor hidden1);

        @Dense(10)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }
}
