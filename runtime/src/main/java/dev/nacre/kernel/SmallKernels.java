package dev.nacre.kernel;

/**
 * What networks that are written out weight by weight ask for first. A provider that has nothing faster than that arithmetic
 * answers false and has done nothing. Arrays are read and written one sample after the other, rows * in and rows * out
 * elements; sums have the order of {@link ProductKernels}, so the bits are those of the arithmetic written out.
 */
public interface SmallKernels {
    /**
     * {@code y = f(x t + b)}: t [in, out], which is the weights transposed, b [out].
     *
     * @param out a multiple of 16
     * @param relu whether f is ReLU; else it is nothing
     * @return whether y was written
     */
    default boolean smallDense(float[] x, float[] t, float[] b, float[] y, int rows, int in, int out, boolean relu) {
        return false;
    }

    /**
     * {@code dx = dy w}: w [out, in].
     *
     * @param in a multiple of 16
     * @return whether dx was written
     */
    default boolean smallInputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out) {
        return false;
    }

    /**
     * {@code dw = dyᵀ x}, or {@code dw += dyᵀ x}: dw [out, in].
     *
     * @param rows 1 or more
     * @param in a multiple of 16
     * @return whether dw was written
     */
    default boolean smallWeightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add) {
        return false;
    }

    /**
     * The same for four inputs: dw [out, 4].
     *
     * @param rows 1 or more
     * @param out a multiple of 16
     * @return whether dw was written
     */
    default boolean smallWeightGradientOfFour(float[] dy, float[] x, float[] dw, int rows, int out, boolean add) {
        return false;
    }

    /**
     * {@code db = column sums of dy}, or {@code db +=} them: db [out].
     *
     * @param rows 1 or more
     * @param out a multiple of 16
     * @return whether db was written
     */
    default boolean smallBiasGradient(float[] dy, float[] db, int rows, int out, boolean add) {
        return false;
    }

    /** {@code value -= rate * (gradient + decay * value)} for elements from (included) to to (excluded), no operation fused. */
    default void descend(float[] value, float[] gradient, int from, int to, float rate, float decay) {
        for (int i = from; i < to; i++) {
            value[i] -= rate * (gradient[i] + decay * value[i]);
        }
    }

    /** The same for all elements of several values. */
    default void descend(float[][] values, float[][] gradients, float rate, float decay) {
        for (int i = 0; i < values.length; i++) {
            descend(values[i], gradients[i], 0, values[i].length, rate, decay);
        }
    }
}
