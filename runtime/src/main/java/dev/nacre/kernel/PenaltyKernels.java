package dev.nacre.kernel;

/**
 * What weights themselves add to a loss. The conventions of {@link Kernels} hold, but sums are of doubles: {@code elements}
 * of them in one order.
 */
public interface PenaltyKernels {
    /** {@code strength * sum |w|}: w [elements]. */
    default double l1Penalty(float[] w, int elements, float strength) {
        Arguments.vector("w", w, elements);
        return Penalties.l1(w, elements, strength);
    }

    /** {@code dw = strength * sign(w)}, 0 where w is 0: both [elements]; added to dw or in its place. */
    default void l1PenaltyGradient(float[] w, float[] dw, int elements, float strength, boolean accumulate) {
        Arguments.vector("w", w, elements);
        Arguments.vector("dw", dw, elements);
        Penalties.l1Gradient(w, dw, elements, strength, accumulate);
    }

    /** {@code strength * sum w^2}: w [elements]. */
    default double l2Penalty(float[] w, int elements, float strength) {
        Arguments.vector("w", w, elements);
        return Penalties.l2(w, elements, strength);
    }

    /** {@code dw = 2 * strength * w}: both [elements]; added to dw or in its place. */
    default void l2PenaltyGradient(float[] w, float[] dw, int elements, float strength, boolean accumulate) {
        Arguments.vector("w", w, elements);
        Arguments.vector("dw", dw, elements);
        Penalties.l2Gradient(w, dw, elements, strength, accumulate);
    }
}
