package dev.nacre.network;

/** How a network runs. */
public enum Mode {
    /** Dropout active, batch statistics, gradients possible. */
    TRAIN,
    /**
     * Dropout gone, running statistics. No random number is used, so evaluating between steps changes no later mask.
     */
    EVAL,
    /**
     * Dropout active, running statistics: for samples of a prediction (Gal and Ghahramani, "Dropout as a Bayesian
     * Approximation", ICML 2016).
     */
    MONTE_CARLO;

    /** @return whether dropout is active */
    public boolean drops() {
        return this != EVAL;
    }
}
