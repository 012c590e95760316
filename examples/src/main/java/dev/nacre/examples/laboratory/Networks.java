package dev.nacre.examples.laboratory;

import dev.nacre.annotations.BatchNorm;
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

/** The networks of the documents, each a stack. Hidden weights begin as PyTorch's do. */
final class Networks {
    private Networks() {}

    /** The notes' classifier. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(512)
    @ReLU
    @Dropout(0.3)
    @Dense(256)
    @ReLU
    @Dropout(0.3)
    @Dense(10)
    @CrossEntropy
    interface Notes {}

    /** The same without dropout. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(512)
    @ReLU
    @Dense(256)
    @ReLU
    @Dense(10)
    @CrossEntropy
    interface NotesPlain {}

    /** "Dive into Deep Learning", section 5.6. */
    @Network
    interface Book {
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

    /** The first exercise there: the two rates exchanged. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(256)
    @ReLU
    @Dropout(0.5)
    @Dense(256)
    @ReLU
    @Dropout(0.2)
    @Dense(10)
    @CrossEntropy
    interface Exchanged {}

    /** The same without dropout. */
    @Network
    interface Plain {
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

    /** The notes' usual order: fully connected, BatchNorm, ReLU. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(256)
    @BatchNorm
    @ReLU
    @Dense(256)
    @BatchNorm
    @ReLU
    @Dense(10)
    @CrossEntropy
    interface Normed {}

    /** The notes' usual order, whole: fully connected, BatchNorm, ReLU, dropout. */
    @Network
    @In({1, 28, 28})
    @Flatten
    @Dense(256)
    @BatchNorm
    @ReLU
    @Dropout(0.2)
    @Dense(256)
    @BatchNorm
    @ReLU
    @Dropout(0.5)
    @Dense(10)
    @CrossEntropy
    interface NormedDropout {}
}
