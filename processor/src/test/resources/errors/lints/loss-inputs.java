// Predictions of the wrong kind for their loss.
@Network
interface SigmoidTwice {
    @Dense(1) @Sigmoid Tensor probability(@In(4) Tensor x); // wrong
    @BinaryCrossEntropy Loss loss(Tensor probability, boolean label);
}
@Network
interface NoProbability {
    @Dense(1) Tensor score(@In(4) Tensor x);
    @BinaryCrossEntropy(logits = false) Loss loss(Tensor score, boolean label); // wrong
}
@Network
interface NoLogarithms {
    @Dense(3) Tensor logits(@In(4) Tensor x);
    @NegativeLogLikelihood Loss loss(Tensor logits, Label label); // wrong
    @KLDivergence Loss divergence(@Softmax Tensor logits, Target target); // wrong
}
@Network
@In(4)
@Dense(3)
@Flatten
@NegativeLogLikelihood // wrong
interface Stacked {}
@Network
interface FineProbability {
    @Dense(1) @Sigmoid Tensor probability(@In(4) Tensor x);
    @BinaryCrossEntropy(logits = false) Loss loss(Tensor probability, boolean label);
}
@Network
interface LogarithmsTwice {
    @Dense(3) @LogSoftmax Tensor logarithms(@In(4) Tensor x); // wrong
    @CrossEntropy Loss loss(Tensor logarithms, Label label);
}
@Network
interface FineLogarithms {
    @Dense(3) @LogSoftmax Tensor logarithms(@In(4) Tensor x);
    @NegativeLogLikelihood Loss loss(Tensor logarithms, Label label);
    @KLDivergence Loss divergence(@Flatten Tensor logarithms, Target target);
}
@SuppressWarnings("nacre:untrained") @Network
interface FineInput {
    @SuppressWarnings("nacre:untrained") @Dense(3) Tensor y(@In(3) Tensor x);
    @NegativeLogLikelihood Loss loss(Tensor x, Label label);
}
@Network
@SuppressWarnings({"nacre:sigmoid-before-cross-entropy", "nacre:no-log-probabilities", "nacre:no-probabilities"})
interface Silent {
    @Dense(3) @Sigmoid Tensor shares(@In(4) Tensor x);
    @BinaryCrossEntropy Loss flags(Tensor shares, Label flag);
    @KLDivergence Loss divergence(Tensor shares, Target target);
    @BinaryCrossEntropy(logits = false) Loss probability(@Tanh Tensor shares, Label flag);
}
