package dev.nacre.kernel;

/**
 * Matrix products and what belongs to them. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface ProductKernels {
    /** {@code y = mask(f(x wᵀ + b))}: x [rows, in], w [out, in], b [out] or null, y [rows, out]. */
    void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f, Mask mask);

    /** {@link #dense(float[], float[], float[], float[], int, int, int, Activation, Mask) dense} that drops nothing. */
    default void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f) {
        dense(x, w, b, y, rows, in, out, f, Mask.NONE);
    }

    /**
     * Copies weights into the order in which this provider reads them.
     *
     * @param w [out, in]
     * @return a copy for {@link #dense(float[], PackedWeights, float[], float[], int, int, int, Activation) dense}
     */
    PackedWeights pack(float[] w, int in, int out);

    /**
     * {@code y = f(x wᵀ + b)} with weights that were packed before: x [rows, in], b [out] or null, y [rows, out].
     *
     * @throws IllegalArgumentException if the weights were packed by another provider or have other sizes
     */
    void dense(float[] x, PackedWeights w, float[] b, float[] y, int rows, int in, int out, Activation f);

    /** {@code dx = dy w}: dy [rows, out], w [out, in], dx [rows, in]. */
    void denseInputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out);

    /**
     * {@link #denseInputGradient(float[], float[], float[], int, int, int) denseInputGradient} and after it the gradient of the
     * activation and the dropout that x came from: {@code dx = (dy w) f'(v)} under the mask.
     *
     * @param v [rows, in]: what f was given where it {@linkplain Activation#needsInput needs} it, else x
     */
    void denseInputGradient(
            float[] dy, float[] w, float[] dx, int rows, int in, int out, float[] v, Activation f, Mask mask);

    /** The same without dropout. */
    default void denseInputGradient(
            float[] dy, float[] w, float[] dx, int rows, int in, int out, float[] v, Activation f) {
        denseInputGradient(dy, w, dx, rows, in, out, v, f, Mask.NONE);
    }

    /** {@code dw = dyᵀ x}, or {@code dw += dyᵀ x}: dy [rows, out], x [rows, in], dw [out, in]. */
    void denseWeightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add);

    /**
     * {@link #denseWeightGradient(float[], float[], float[], int, int, int, boolean) denseWeightGradient} and the
     * {@link #columnSum} that is the gradient of the bias, {@code db_j = sum_i dy_ij} or that added: db [out].
     */
    void denseWeightGradient(
            float[] dy, float[] x, float[] dw, float[] db, int rows, int in, int out, boolean add, boolean addBias);

    /** {@code s_j = sum_i x_ij}, or {@code s_j += sum_i x_ij}: x [rows, columns], s [columns]. The gradient of a bias. */
    void columnSum(float[] x, float[] s, int rows, int columns, boolean add);

    /** {@code y_ij = a_i b_j} per row: a [rows, aColumns], b [rows, bColumns], y [rows, aColumns, bColumns]. */
    default void outer(float[] a, float[] b, float[] y, int rows, int aColumns, int bColumns) {
        Arguments.array("y", y, rows, Arguments.product(aColumns, bColumns));
        Arguments.pair("a", a, "a", a, rows, aColumns);
        Arguments.array("b", b, rows, bColumns);
        DotLoops.outer(a, b, y, rows, aColumns, bColumns);
    }

    /**
     * The gradient of {@link #outer} with respect to a, {@code da_i = sum_j dy_ij b_j}: dy [rows, aColumns, bColumns],
     * b [rows, bColumns], da [rows, aColumns].
     */
    default void outerLeftGradient(float[] dy, float[] b, float[] da, int rows, int aColumns, int bColumns) {
        Arguments.array("dy", dy, rows, Arguments.product(aColumns, bColumns));
        Arguments.pair("da", da, "da", da, rows, aColumns);
        Arguments.array("b", b, rows, bColumns);
        DotLoops.outerLeftGradient(dy, b, da, rows, aColumns, bColumns);
    }

    /**
     * The gradient of {@link #outer} with respect to b, {@code db_j = sum_i dy_ij a_i}: dy [rows, aColumns, bColumns],
     * a [rows, aColumns], db [rows, bColumns].
     */
    default void outerRightGradient(float[] dy, float[] a, float[] db, int rows, int aColumns, int bColumns) {
        Arguments.array("dy", dy, rows, Arguments.product(aColumns, bColumns));
        Arguments.pair("a", a, "a", a, rows, aColumns);
        Arguments.array("db", db, rows, bColumns);
        DotLoops.outerRightGradient(dy, a, db, rows, aColumns, bColumns);
    }
}
