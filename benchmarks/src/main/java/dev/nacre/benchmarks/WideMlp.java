package dev.nacre.benchmarks;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Shared;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** 784-1024-1024-10 without dropout, with a mask for each sample, and with one for the batch. */
final class WideMlp {
    private WideMlp() {}

    @Network
    interface Without {
        @Flatten
        @Dense(1024)
        @ReLU
        Tensor hidden1(@In({1, 28, 28}) Tensor image);

        @Dense(1024)
        @ReLU
        Tensor hidden2(Tensor hidden1);

        @Dense(10)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    @Network
    interface PerSample {
        @Flatten
        @Dense(1024)
        @ReLU
        @Dropout(0.5)
        Tensor hidden1(@In({1, 28, 28}) Tensor image);

        @Dense(1024)
        @ReLU
        @Dropout(0.5)
        Tensor hidden2(Tensor hidden1);

        @Dense(10)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    @Network
    interface PerBatch {
        @Flatten
        @Dense(1024)
        @ReLU
        @Dropout(value = 0.5, shared = Shared.BATCH)
        Tensor hidden1(@In({1, 28, 28}) Tensor image);

        @Dense(1024)
        @ReLU
        @Dropout(value = 0.5, shared = Shared.BATCH)
        Tensor hidden2(Tensor hidden1);

        @Dense(10)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }
}
