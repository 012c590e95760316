package dev.nacre.verification.conformance;

import dev.nacre.annotations.BinaryCrossEntropy;
import dev.nacre.annotations.CosineEmbedding;
import dev.nacre.annotations.CrossEntropy;
import dev.nacre.annotations.Flatten;
import dev.nacre.annotations.GaussianNLL;
import dev.nacre.annotations.Hinge;
import dev.nacre.annotations.Huber;
import dev.nacre.annotations.In;
import dev.nacre.annotations.KLDivergence;
import dev.nacre.annotations.MeanAbsoluteError;
import dev.nacre.annotations.MeanSquaredError;
import dev.nacre.annotations.NegativeLogLikelihood;
import dev.nacre.annotations.Network;
import dev.nacre.annotations.Poisson;
import dev.nacre.annotations.Reduction;
import dev.nacre.annotations.SmoothL1;
import dev.nacre.annotations.SoftMargin;
import dev.nacre.network.Label;
import dev.nacre.network.Loss;
import dev.nacre.network.SampleWeights;
import dev.nacre.network.Target;
import dev.nacre.tensor.Tensor;

/** The losses of the PyTorch cases, each on its inputs as they are. */
final class PyTorchLossNetworks {
    private PyTorchLossNetworks() {}

    @Network
    interface CrossEntropyMean {
        @CrossEntropy
        Loss loss(@In(5) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CrossEntropySum {
        @CrossEntropy(reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CrossEntropyExtreme {
        @CrossEntropy
        Loss loss(@In(3) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Smooth01 {
        @CrossEntropy(labelSmoothing = 0.1)
        Loss loss(@In(5) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Smooth03 {
        @CrossEntropy(labelSmoothing = 0.3)
        Loss loss(@In(5) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Smooth10 {
        @CrossEntropy(labelSmoothing = 1.0)
        Loss loss(@In(5) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Likelihood {
        @NegativeLogLikelihood
        Loss loss(@In(3) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface HingeMean {
        @Hinge
        Loss loss(@In(5) Tensor x, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface BinaryOfProbabilities {
        @BinaryCrossEntropy(logits = false)
        Loss loss(@In(3) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface BinaryExtreme {
        @BinaryCrossEntropy
        Loss loss(@In(2) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface SoftMarginMean {
        @SoftMargin
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface SquaredSum {
        @MeanSquaredError(reduction = Reduction.SUM)
        Loss loss(@In(3) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Absolute {
        @MeanAbsoluteError
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Huber10 {
        @Huber
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Huber15 {
        @Huber(delta = 1.5)
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Smooth1 {
        @SmoothL1
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface DivergenceMean {
        @KLDivergence
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface DivergenceBatchMean {
        @KLDivergence(reduction = Reduction.BATCH_MEAN)
        Loss loss(@In(4) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Counts {
        @Poisson
        Loss loss(@In(3) Tensor x, Target t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface CrossEntropyEach {
        @CrossEntropy(reduction = Reduction.SUM)
        Loss loss(@In(5) Tensor x, Label t, SampleWeights w);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface SquaredEach {
        @MeanSquaredError(reduction = Reduction.SUM)
        Loss loss(@In(1) Tensor x, float t, SampleWeights w);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Cosine {
        @CosineEmbedding(margin = 0.2)
        Loss loss(@In(6) Tensor x, @In(6) Tensor x2, Label t);

        @Flatten
        Tensor same(Tensor x);
    }

    @Network
    interface Gaussian {
        @GaussianNLL(logVariance = true)
        Loss loss(@In(3) Tensor x, @In(3) Tensor logvar, Target t);

        @Flatten
        Tensor same(Tensor x);
    }
}
