package dev.nacre.kernel;

/**
 * Dense products beside dropout that {@linkplain MaskShape#acrossBatch() all samples share}: such a mask drops whole columns of
 * activations, and with them rows or columns of the weights. What is kept of them is multiplied as a smaller product, and its
 * result goes to its places. All arrays keep their full sizes, and dropped columns are +0.
 *
 * <p>The results are those of the masked products in {@link ProductKernels}: every sum has the same order without its zeros, so they
 * are equal but for the sign of zeros, and but for weights that are infinite or NaN: where those are multiplied by the zeros of
 * dropped columns, NaN spreads in a masked product, and does not here. Where nothing is dropped for all rows, or too little
 * for copies to pay, this is the masked product itself.
 */
public interface KeptKernels {
    /**
     * {@code y = mask(f(x wᵀ + b))} where x comes out of a dropout: x [rows, in], w [out, in], b [out] or null, y [rows, out]. If x is
     * not 0 wherever {@code input} drops, because it is no output of that dropout, all of x counts.
     *
     * @param mask the dropout behind f, or {@link Mask#NONE}
     * @param input the dropout that x comes out of, or {@link Mask#NONE}
     */
    void keptDense(
            float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f, Mask mask, Mask input);

    /**
     * {@code dx = dy w}: dy [rows, out], w [out, in], dx [rows, in].
     *
     * @param output the dropout whose gradient dy is, so that dy is 0 wherever it drops; or {@link Mask#NONE}
     */
    void keptDenseInputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out, Mask output);

    /**
     * {@code dx = (dy w) f'(v)} under the mask: the gradient of the dropout that x came out of, and of the activation before it.
     *
     * @param v [rows, in]: what f was given where it {@linkplain Activation#needsInput needs} it, else x
     * @param mask the dropout that x came out of, or {@link Mask#NONE}
     * @param output the dropout whose gradient dy is, so that dy is 0 wherever it drops; or {@link Mask#NONE}
     */
    void keptDenseInputGradient(
            float[] dy,
            float[] w,
            float[] dx,
            int rows,
            int in,
            int out,
            float[] v,
            Activation f,
            Mask mask,
            Mask output);

    /**
     * {@code dw = dyᵀ x}, or {@code dw += dyᵀ x}: dy [rows, out], x [rows, in], dw [out, in]. Where a row or a column was dropped, dw is 0, or
     * stays.
     *
     * @param output the dropout whose gradient dy is, so that dy is 0 wherever it drops; or {@link Mask#NONE}
     * @param input the dropout that x came out of, so that x is 0 wherever it drops; or {@link Mask#NONE}
     */
    void keptDenseWeightGradient(
            float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add, Mask output, Mask input);

    /** The same, and the gradient of the bias, {@code db_j = sum_i dy_ij} or that added: db [out]. */
    void keptDenseWeightGradient(
            float[] dy,
            float[] x,
            float[] dw,
            float[] db,
            int rows,
            int in,
            int out,
            boolean add,
            boolean addBias,
            Mask output,
            Mask input);
}
