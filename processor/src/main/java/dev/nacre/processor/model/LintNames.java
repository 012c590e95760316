package dev.nacre.processor.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names of the lints, which {@code @SuppressWarnings("nacre:...")} silences. */
public final class LintNames {
    /** Stands for every lint. */
    public static final String ALL = "all";

    /** Layers on a type that is no network. */
    public static final String UNREAD = "unread";

    /** A division that loses its remainder where a fraction is meant. */
    public static final String INTEGER_DIVISION = "integer-division";

    /** A name that silences nothing. */
    public static final String UNKNOWN_LINT = "unknown-lint";

    static final String DROPOUT_ON_OUTPUT = "dropout-on-output";
    static final String DROPOUT_BEFORE_BATCH_NORM = "dropout-before-batch-norm";
    static final String DOUBLE_ACTIVATION = "double-activation";
    static final String DOUBLE_DROPOUT = "double-dropout";
    static final String HIGH_DROPOUT = "high-dropout";
    static final String NO_DROPOUT = "no-dropout";
    static final String SELU_DROPOUT = "selu-dropout";
    static final String ALPHA_DROPOUT_WITHOUT_SELU = "alpha-dropout-without-selu";
    static final String SOFTMAX_BEFORE_CROSS_ENTROPY = "softmax-before-cross-entropy";
    static final String SIGMOID_BEFORE_CROSS_ENTROPY = "sigmoid-before-cross-entropy";
    static final String RELU_BEFORE_CROSS_ENTROPY = "relu-before-cross-entropy";
    static final String SOFTMAX_BEFORE_LOG_LIKELIHOOD = "softmax-before-log-likelihood";
    static final String SOFTMAX_OF_ONE = "softmax-of-one";
    static final String NO_PROBABILITIES = "no-probabilities";
    static final String NO_LOG_PROBABILITIES = "no-log-probabilities";
    static final String LINEAR_TWICE = "linear-twice";
    static final String UNTRAINED = "untrained";
    static final String FROZEN_WEIGHTS = "frozen-weights";
    static final String NO_WEIGHTS = "no-weights";
    static final String WEIGHTLESS_LOSS = "weightless-loss";

    /** Every name, sorted as a user would look for it. */
    public static final List<String> NAMES = List.of(
            ALPHA_DROPOUT_WITHOUT_SELU,
            DOUBLE_ACTIVATION,
            DOUBLE_DROPOUT,
            DROPOUT_BEFORE_BATCH_NORM,
            DROPOUT_ON_OUTPUT,
            FROZEN_WEIGHTS,
            HIGH_DROPOUT,
            INTEGER_DIVISION,
            LINEAR_TWICE,
            NO_DROPOUT,
            NO_LOG_PROBABILITIES,
            NO_PROBABILITIES,
            NO_WEIGHTS,
            RELU_BEFORE_CROSS_ENTROPY,
            SELU_DROPOUT,
            SIGMOID_BEFORE_CROSS_ENTROPY,
            SOFTMAX_BEFORE_CROSS_ENTROPY,
            SOFTMAX_BEFORE_LOG_LIKELIHOOD,
            SOFTMAX_OF_ONE,
            UNKNOWN_LINT,
            UNREAD,
            UNTRAINED,
            WEIGHTLESS_LOSS);

    private LintNames() {}

    /** @return whether it is the name of a lint, or stands for all of them */
    public static boolean isKnown(String name) {
        return name.equals(ALL) || NAMES.contains(name);
    }

    /** @return whether one of the silenced names is the lint's, or stands for all of them */
    public static boolean silenced(String name, Collection<String> silenced) {
        return silenced.contains(name) || silenced.contains(ALL);
    }

    /** @return the lint that was probably meant */
    public static Optional<String> nearest(String name) {
        return Names.nearest(name, NAMES);
    }
}
