package dev.nacre.verification.dropout;

/**
 * How large the samples are. Limits of five sigma are worth what the normal approximation is worth; where there are too few draws for
 * it, the checks take exact tails or tails of the right skewness ({@link Tails}).
 *
 * @param elements of a large mask
 * @param seed of all that is drawn
 */
record Sizes(int elements, long seed) {
    /** The least n v of a count: its skewness, at most 1 / sqrt(nv), then raises the five sigma tail by no more than two. */
    static final double ENOUGH = 1000;

    static Sizes of(Candidate candidate, long seed) {
        return new Sizes(candidate.effort(), seed);
    }

    int rows(int width) {
        return Math.max(8, elements / width);
    }
}
