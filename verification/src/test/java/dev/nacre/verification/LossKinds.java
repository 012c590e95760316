package dev.nacre.verification;

import dev.nacre.annotations.BinaryCrossEntropy;
import dev.nacre.annotations.CosineEmbedding;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Dense;
import dev.nacre.annotations.Hinge;
import dev.nacre.annotations.In;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Reduction;
import dev.nacre.annotations.Sigmoid;
import dev.nacre.annotations.SoftMargin;
import dev.nacre.annotations.Tanh;
import dev.nacre.annotations.Triplet;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.SampleWeights;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** Networks with losses of every kind of label. */
final class LossKinds {
    private LossKinds() {}

    record Point(float a, float b, float c, float d) {}

    enum Answer {
        NO,
        YES
    }

    @Network
    interface Truth {
        @Dense
        Tensor logit(@In Point point);

        @BinaryCrossEntropy(positiveWeight = 2)
        Loss loss(Tensor logit, boolean rare);
    }

    @Network
    interface Answers {
        @Dense
        @Sigmoid
        Tensor probability(@In Point point);

        @BinaryCrossEntropy(logits = false)
        Loss loss(Tensor probability, Answer answer);
    }

    @Network
    interface Signs {
        @Dense
        Tensor score(@In Point point);

        @SoftMargin
        Loss loss(Tensor score, int sign);
    }

    @Network
    interface Several {
        @Dense(3)
        Tensor logits(@In Point point);

        @BinaryCrossEntropy
        Loss loss(Tensor logits, Label flags);
    }

    @Network
    interface Leading {
        @Dense
        Tensor scores(@In Point point);

        @Hinge
        Loss loss(Tensor scores, Species species);
    }

    @Network
    interface Weighted {
        @Dense(3)
        @Tanh
        Tensor hidden(@In(4) Tensor x);

        @Dense(3)
        Tensor logits(Tensor hidden);

        @CrossEntropy(ignoreLabel = -1)
        Loss kind(Tensor logits, Label label, SampleWeights importance);

        @MeanSquaredError(weight = 0.5, reduction = Reduction.SUM)
        Loss size(Tensor logits, Target target, SampleWeights importance);
    }

    /** One label per position. */
    @Network
    interface Tagged {
        @Dense(3)
        Tensor logits(@In({2, 4}) Tensor words);

        @CrossEntropy
        Loss loss(Tensor logits, Label tags);
    }

    @Network
    interface Pairs {
        @Dense(3)
        Tensor one(@In(4) Tensor x);

        @Dense(3)
        Tensor other(@In(4) Tensor y);

        @CosineEmbedding(margin = 0.1)
        Loss alike(Tensor one, Tensor other, boolean same);
    }

    @Network
    interface Triplets {
        @Dense(3)
        Tensor anchor(@In(4) Tensor x);

        @Dense(3)
        Tensor positive(@In(4) Tensor y);

        @Dense(3)
        Tensor negative(@In(4) Tensor z);

        @Triplet
        Loss nearer(Tensor anchor, Tensor positive, Tensor negative);
    }
}
