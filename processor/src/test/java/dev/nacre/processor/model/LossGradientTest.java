package dev.nacre.processor.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient of every loss, with each of its options, against differences of the loss. */
class LossGradientTest {
    private static final String ONE = "@Tanh Tensor y(@In(3) Tensor x); ";
    private static final String SEVERAL = "@Tanh Tensor y(@In({2, 3}) Tensor x); ";
    private static final String TWO = "@Tanh Tensor a(@In(4) Tensor x); @Tanh Tensor b(@In(4) Tensor z); ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@CrossEntropy Loss l(Tensor y, Label t);",
                "@CrossEntropy(labelSmoothing = 0.2, weight = 0.3) Loss l(Tensor y, Label t);",
                "@CrossEntropy(classWeights = {0.5, 2, 1}) Loss l(Tensor y, Label t);",
                "@CrossEntropy(classWeights = {0.5, 2, 1}, labelSmoothing = 0.3, reduction = SUM) Loss l(Tensor y, Label t);",
                "@CrossEntropy(ignoreLabel = 1) Loss l(Tensor y, Label t, SampleWeights w);",
                "@CrossEntropy(reduction = BATCH_MEAN) Loss l(SampleWeights w, Label t, Tensor y);",
                "@CrossEntropy Loss l(Tensor y, Target t);",
                "@CrossEntropy(classWeights = {0.5, 2, 1}, labelSmoothing = 0.1) Loss l(Tensor y, Target t, SampleWeights w);",
                "@NegativeLogLikelihood Loss l(@Softmax Tensor y, Label t);",
                "@NegativeLogLikelihood(classWeights = {0.5, 2, 1}, weight = 2) Loss l(Tensor y, Label t, SampleWeights w);",
                "@Hinge Loss l(Tensor y, Label t);",
                "@Hinge(margin = 0.7, p = 2, classWeights = {0.5, 2, 1}) Loss l(Tensor y, Label t, SampleWeights w);",
            })
    void onClasses(String loss) {
        String silent = "suppress no-log-probabilities; ";
        GradientCheck.check(Built.of(silent + ONE + loss));
        GradientCheck.check(Built.of(silent + SEVERAL + loss));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@BinaryCrossEntropy Loss l(Tensor y, Label t);",
                "@BinaryCrossEntropy(positiveWeight = 3, weight = 2) Loss l(Tensor y, Target t, SampleWeights w);",
                "@BinaryCrossEntropy(positiveWeight = {3, 0.5, 0}, reduction = SUM) Loss l(Tensor y, Label t);",
                "@BinaryCrossEntropy(logits = false) Loss l(@Sigmoid Tensor y, Label t);",
                "@BinaryCrossEntropy(logits = false, positiveWeight = 2) Loss l(@Sigmoid Tensor y, Target t, SampleWeights w);",
                "@SoftMargin Loss l(Tensor y, Label t);",
                "@SoftMargin(reduction = BATCH_MEAN, weight = 0.5) Loss l(Tensor y, Target t, SampleWeights w);",
                "@MeanSquaredError Loss l(Tensor y, Target t);",
                "@MeanSquaredError(reduction = SUM) Loss l(Tensor y, Target t, SampleWeights w);",
                "@MeanAbsoluteError(weight = 0.7) Loss l(Tensor y, Target t, SampleWeights w);",
                "@Huber(delta = 0.4) Loss l(Tensor y, Target t);",
                "@Huber(reduction = BATCH_MEAN) Loss l(Tensor y, Target t, SampleWeights w);",
                "@SmoothL1(beta = 0.4) Loss l(Tensor y, Target t);",
                "@SmoothL1(reduction = SUM) Loss l(Tensor y, Target t, SampleWeights w);",
                "@KLDivergence Loss l(Tensor y, Target t);",
                "@KLDivergence(logTarget = true, reduction = BATCH_MEAN) Loss l(Tensor y, Target t, SampleWeights w);",
                "@Poisson Loss l(Tensor y, Target t);",
                "@Poisson(full = true) Loss l(Tensor y, Target t, SampleWeights w);",
                "@Poisson(logInput = false, epsilon = 0.01, full = true, weight = 2) Loss l(@Sigmoid Tensor y, Target t);",
            })
    void elementByElement(String loss) {
        String silent = "suppress no-log-probabilities; suppress double-activation; ";
        GradientCheck.checkWithPositiveTargets(Built.of(silent + ONE + loss));
        GradientCheck.checkWithPositiveTargets(Built.of(silent + SEVERAL + loss));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@CosineEmbedding Loss l(Tensor a, Tensor b, boolean t);",
                "@CosineEmbedding(margin = -0.3, reduction = SUM) Loss l(Tensor a, Tensor b, Label t, SampleWeights w);",
                "@Contrastive Loss l(Tensor a, Tensor b, boolean t);",
                "@Contrastive(margin = 2, weight = 3) Loss l(Tensor a, Label t, Tensor b, SampleWeights w);",
                "@Triplet Loss l(Tensor a, Tensor b, @Dense(4) Tensor x);",
                "@Triplet(margin = 2, p = 3, reduction = SUM) Loss l(Tensor a, Tensor b, @Dense Tensor x, SampleWeights w);",
                "@Triplet(p = 1, swap = true, weight = 2) Loss l(Tensor a, Tensor b, @Dense(4) Tensor x);",
                "@GaussianNLL Loss l(Tensor a, @Sigmoid Tensor b, Target t);",
                "@GaussianNLL(full = true, reduction = SUM) Loss l(Tensor a, @Sigmoid Tensor b, Target t, SampleWeights w);",
                "@GaussianNLL(logVariance = true, weight = 2) Loss l(@Dense(1) Tensor a, @Dense Tensor b, float t);",
            })
    void onSeveralPredictions(String loss) {
        GradientCheck.check(Built.of(TWO + loss));
    }
}
