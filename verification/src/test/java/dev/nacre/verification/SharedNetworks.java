package dev.nacre.verification;

import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.annotations.Shared;
import dev.nacre.annotations.Tanh;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/** One network with masks that the batch shares, and with masks of each sample. */
interface SharedNetworks {
    /** Its products take kept units only. */
    @Network
    interface Kept {
        @Dense(192)
        @ReLU
        @Dropout(value = 0.5, shared = Shared.BATCH)
        Tensor hidden1(@In(160) Tensor x);

        @Dense(176)
        @Tanh
        @Dropout(value = 0.6, shared = Shared.BATCH)
        Tensor hidden2(Tensor hidden1);

        @Dense(130)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** Its products are masked. */
    @Network
    interface Masked {
        @Dense(192)
        @ReLU
        @Dropout(0.5)
        Tensor hidden1(@In(160) Tensor x);

        @Dense(176)
        @Tanh
        @Dropout(0.6)
        Tensor hidden2(Tensor hidden1);

        @Dense(130)
        Tensor logits(Tensor hidden2);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }
}
