package dev.nacre.verification.dropout;

import dev.nacre.annotations.BatchNorm;
import dev.nacre.annotations.Concat;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Dropout;
import dev.nacre.annotations.In;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.ReLU;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.tensor.Tensor;

/**
 * What the battery runs on: the same layer many times on one input, all results side by side, so that one network gives every
 * rate, and gradients of one layer alone.
 */
final class DropoutNetworks {
    private DropoutNetworks() {}

    /** Dropout by itself, at every rate; 100 = 3 * 32 + 4 columns leave a vector that is not full. */
    @Network
    @SuppressWarnings({"nacre:high-dropout", "nacre:dropout-on-output", "nacre:no-dropout"})
    interface Alone {
        @Dropout(0.01)
        Tensor p01(@In(100) Tensor x);

        @Dropout(0.1)
        Tensor p10(Tensor x);

        @Dropout(0.1)
        Tensor p10again(Tensor x);

        @Dropout(0.2)
        Tensor p20(Tensor x);

        @Dropout(0.25)
        Tensor p25(Tensor x);

        @Dropout(0.3)
        Tensor p30(Tensor x);

        @Dropout(0.5)
        Tensor p50(Tensor x);

        @Dropout(0.5)
        Tensor p50again(Tensor x);

        @Dropout(0.5)
        Tensor p50third(Tensor x);

        @Dropout(0.7)
        Tensor p70(Tensor x);

        @Dropout(0.9)
        Tensor p90(Tensor x);

        @Dropout(0.99)
        Tensor p99(Tensor x);

        @Dropout(0)
        Tensor none(Tensor x);

        @Dropout(1)
        Tensor all(Tensor x);

        @Dropout(0.01)
        Tensor p01again(Tensor x);

        @Dropout(0.99)
        Tensor p99again(Tensor x);

        @Concat
        Tensor out(
                Tensor p01,
                Tensor p10,
                Tensor p10again,
                Tensor p20,
                Tensor p25,
                Tensor p30,
                Tensor p50,
                Tensor p50again,
                Tensor p50third,
                Tensor p70,
                Tensor p90,
                Tensor p99,
                Tensor none,
                Tensor all,
                Tensor p01again,
                Tensor p99again);
    }

    /** Dropout as the end of a product, behind an activation: with the identity for weights it is dropout of positive values. */
    @Network
    @SuppressWarnings({"nacre:high-dropout", "nacre:dropout-on-output", "nacre:no-dropout"})
    interface Fused {
        @Dense(65)
        @ReLU
        @Dropout(0.1)
        Tensor p10(@In(65) Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(0.5)
        Tensor p50(Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(0.5)
        Tensor p50again(Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(0.9)
        Tensor p90(Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(0)
        Tensor none(Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(1)
        Tensor all(Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(0.01)
        Tensor p01(Tensor x);

        @Dense(65)
        @ReLU
        @Dropout(0.99)
        Tensor p99(Tensor x);

        @Concat
        Tensor out(
                Tensor p10, Tensor p50, Tensor p50again, Tensor p90, Tensor none, Tensor all, Tensor p01, Tensor p99);
    }

    /** Small enough to be scalar arithmetic: 3 * 9 * 9 = 243 multiply-adds. */
    @Network
    @SuppressWarnings("nacre:dropout-on-output")
    interface Unrolled {
        @Dense(9)
        @ReLU
        @Dropout(0.3)
        Tensor p30(@In(9) Tensor x);

        @Dense(9)
        @ReLU
        @Dropout(0.5)
        Tensor p50(Tensor x);

        @Dense(9)
        @ReLU
        @Dropout(0.5)
        Tensor p50again(Tensor x);

        @Concat
        Tensor out(Tensor p30, Tensor p50, Tensor p50again);
    }

    /** One softmax layer behind dropout: here weight scaling is exact. */
    @Network
    interface Softmax {
        @Dropout(0.4)
        Tensor dropped(@In(10) Tensor x);

        @Dense(4)
        Tensor logits(Tensor dropped);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** A linear layer behind dropout of 64 values. */
    @Network
    interface Linear {
        @Dropout(0.3)
        Tensor dropped(@In(64) Tensor x);

        @Dense(12)
        Tensor out(Tensor dropped);
    }

    /** Eight hidden units, each of which may be gone; too large to be unrolled. */
    @Network
    interface Eight {
        @Dense(8)
        @ReLU
        @Dropout(0.4)
        Tensor hidden(@In(70) Tensor x);

        @Dense(5)
        Tensor logits(Tensor hidden);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** The same, unrolled. */
    @Network
    interface SmallEight {
        @Dense(8)
        @ReLU
        @Dropout(0.4)
        Tensor hidden(@In(6) Tensor x);

        @Dense(5)
        Tensor logits(Tensor hidden);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }

    /** What is trained for a hundred steps: large enough for threads to divide it, and no width a multiple of a vector's. */
    @Network
    interface Deep {
        @Dense(160)
        @BatchNorm
        @ReLU
        @Dropout(0.5)
        Tensor first(@In(70) @Dropout(0.2) Tensor x);

        @Dense(97)
        @ReLU
        @Dropout(0.3)
        Tensor second(Tensor first);

        @Dense(6)
        Tensor logits(Tensor second);

        @CrossEntropy
        Loss loss(Tensor logits, Label label);
    }
}
