package dev.nacre.network;

/**
 * What holds a parameter's value in a set: optimisers apply it after each of their steps, and generated networks when
 * they draw initial weights. A row is what belongs to one unit: the elements with one index on the first axis.
 */
@FunctionalInterface
public interface Constraint {
    /**
     * Moves a value into the set; leaves one that lies in it as it is, up to rounding. Allocates nothing.
     *
     * @param values the parameter's array, which is changed
     * @param columns the number of elements of a row; {@code values.length} is a multiple of it
     */
    void apply(float[] values, int columns);

    /**
     * Scales each row that is longer than the limit back to it: {@code w *= limit / |w|} where {@code |w| > limit}
     * (Srebro, Rennie and Jaakkola, "Maximum-Margin Matrix Factorization", NIPS 2004; Hinton et al., "Improving neural
     * networks by preventing co-adaptation of feature detectors", 2012).
     *
     * @param limit the largest Euclidean norm of a row
     * @return the constraint
     * @throws IllegalArgumentException if the limit is not above 0 and finite
     */
    static Constraint maxNorm(double limit) {
        if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the largest norm is " + limit + ": it must be a finite number above 0");
        }
        return (values, columns) -> RowNorms.limit(values, columns, limit);
    }

    /**
     * Scales each row to Euclidean norm 1: {@code w /= |w|}. A row of zeros has no direction and stays.
     *
     * @return the constraint
     */
    static Constraint unitNorm() {
        return RowNorms::unit;
    }

    /** @return the constraint that replaces negative elements with 0 */
    static Constraint nonNegative() {
        return RowNorms::nonNegative;
    }
}
