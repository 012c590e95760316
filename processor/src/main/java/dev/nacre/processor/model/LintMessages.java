package dev.nacre.processor.model;

import java.util.Optional;

/** What lints say of layers that undo one another. */
final class LintMessages {
    private LintMessages() {}

    static Message doubleDropout(String first, String second) {
        return Messages.lint(
                LintNames.DOUBLE_DROPOUT,
                second + " follows " + first + ": together they are one dropout that drops more",
                "keep one of them, with the probability that is meant");
    }

    static Message doubleGaussian(String first, String second) {
        return Messages.lint(
                LintNames.DOUBLE_DROPOUT,
                second + " follows " + first + ": together their factors vary more than either says",
                "keep one of them, with the p that is meant");
    }

    static Message gaussianOnOutput(String layer, Optional<String> block) {
        return Messages.lint(
                LintNames.DROPOUT_ON_OUTPUT,
                layer + " is the last layer of the output"
                        + block.map(name -> " " + name).orElse("") + ": it multiplies predictions by noise in training",
                "put it before the last @Dense");
    }

    static Message highGaussian(String layer, double p) {
        String variance = " multiplies by noise of variance " + Messages.decimal(p / (1 - p));
        return p > 0.99
                ? Messages.lint(
                        LintNames.HIGH_DROPOUT,
                        layer + variance + ": next to that nothing is left to learn from",
                        "write a smaller p, such as @GaussianDropout(0.5)")
                : Messages.lint(
                        LintNames.HIGH_DROPOUT,
                        layer + variance + ", as a dropout that keeps " + Messages.decimal(1 - p)
                                + "; did you mean to keep " + Messages.decimal(p) + "?",
                        "to keep " + Messages.decimal(p) + " write @GaussianDropout(" + Messages.decimal(1 - p) + ")");
    }

    static Message noDropout(String layer) {
        return Messages.lint(
                LintNames.NO_DROPOUT,
                layer + " drops nothing",
                "take it out, or write a probability of dropping above 0");
    }

    static Message noNoise(String layer) {
        return Messages.lint(
                LintNames.NO_DROPOUT, layer + " changes nothing", "take it out, or write a number above 0");
    }

    static Message seluDropout(String dropout, String instead) {
        return Messages.lint(
                LintNames.SELU_DROPOUT,
                dropout + " follows @SELU, whose mean 0 and variance 1 it does not keep",
                "write @" + instead + ", which keeps them");
    }

    static Message alphaDropoutWithoutSelu(String dropout, String before, String instead) {
        return Messages.lint(
                LintNames.ALPHA_DROPOUT_WITHOUT_SELU,
                dropout + " follows " + before + ": it keeps the mean 0 and variance 1 that @SELU makes",
                "put it behind @SELU, or write @" + instead);
    }

    static Message logSoftmaxBeforeCrossEntropy(String layer, String loss) {
        return Messages.lint(
                LintNames.SOFTMAX_BEFORE_CROSS_ENTROPY,
                layer + " flows into " + loss + ", which takes the logarithm of the softmax itself",
                "take " + layer + " out, or write @NegativeLogLikelihood for " + loss);
    }

    static Message softmaxBeforeBinary(String layer, String loss) {
        return Messages.lint(
                LintNames.SOFTMAX_BEFORE_CROSS_ENTROPY,
                layer + " flows into " + loss + ", which contains a sigmoid and expects logits",
                "take " + layer + " out; for classes that exclude one another write @CrossEntropy");
    }

    static Message sigmoidBeforeCrossEntropy(String layer, String loss, boolean binary) {
        return Messages.lint(
                LintNames.SIGMOID_BEFORE_CROSS_ENTROPY,
                layer + " flows into " + loss
                        + (binary
                                ? ", which contains a sigmoid: the gradients vanish"
                                : ", whose logits are then all between two near bounds: no class can be certain"),
                "take " + layer + " out" + (binary ? ", or write " + loss + "(logits = false)" : ""));
    }

    static Message reluBeforeCrossEntropy(String layer, String loss) {
        return Messages.lint(
                LintNames.RELU_BEFORE_CROSS_ENTROPY,
                layer + " flows into " + loss + ": no logit can be negative, and where it is 0 nothing is learned",
                "take " + layer + " out");
    }

    static Message softmaxBeforeLogLikelihood(String layer, String loss) {
        return Messages.lint(
                LintNames.SOFTMAX_BEFORE_LOG_LIKELIHOOD,
                layer + " flows into " + loss + ", which expects logarithms of probabilities",
                "write @LogSoftmax, or take " + layer + " out and write @CrossEntropy");
    }

    static Message softmaxOfOne(String layer) {
        return Messages.lint(
                LintNames.SOFTMAX_OF_ONE,
                layer + " of one element is always the same, whatever the element",
                "for one probability write @Sigmoid; for classes give it one element each");
    }

    static Message linearTwice(String first, String second, int between) {
        return Messages.lint(
                LintNames.LINEAR_TWICE,
                second + " follows " + first
                        + " without an activation between them: together they are one linear layer, and " + between
                        + " elements between them are no bottleneck",
                "put an activation such as @ReLU between them, or take one out");
    }

    static Message untrained(String block) {
        return Messages.lint(
                LintNames.UNTRAINED,
                "no loss depends on block " + block + ": its weights stay as they begin",
                "let a loss depend on it, or take it out");
    }

    static Message weightlessLoss(String loss) {
        return Messages.lint(
                LintNames.WEIGHTLESS_LOSS,
                loss + " counts for nothing in the total: its weight is 0",
                "give it a weight above 0, or take it out");
    }
}
