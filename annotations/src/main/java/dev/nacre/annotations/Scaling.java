package dev.nacre.annotations;

/** When {@link Dropout} makes up for what it drops. With p the probability of dropping, and q = 1 - p. */
public enum Scaling {
    /** Inverted dropout: kept elements are divided by q in training, and evaluation changes nothing. */
    IN_TRAINING,
    /**
     * The classic form (Srivastava et al., 2014): kept elements stay as they are in training, and in evaluation every element is
     * multiplied by q, the weight scaling inference rule.
     */
    AT_EVALUATION
}
