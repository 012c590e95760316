package dev.nacre.kernel;

/**
 * Axes in another order, and parts of one. The conventions of {@link Kernels} hold. What every provider computes alike is a
 * default method; a provider may have a faster one of the same bits.
 */
public interface AxisKernels {
    /**
     * Swaps two neighbouring axes: {@code y[r, j, i, :] = x[r, i, j, :]}, x [rows, first, second, inner], y
     * [rows, second, first, inner]; two arrays. Its gradient is itself, with the sizes swapped.
     */
    default void swapAxes(float[] x, float[] y, int rows, int first, int second, int inner) {
        int elements = Arguments.product(Arguments.product(first, second), inner);
        Arguments.pair("x", x, "y", y, rows, elements);
        Arguments.distinct("x", x, "y", y);
        AxisLoops.swap(x, y, rows, first, second, inner);
    }

    /**
     * Every step-th element of an axis: {@code y[r, i, :] = x[r, from + i step, :]}, x [rows, size, inner], y
     * [rows, count, inner].
     */
    default void slice(float[] x, float[] y, int rows, int size, int inner, int from, int step, int count) {
        Arguments.stride(size, from, step, count);
        Arguments.sizes(rows, inner);
        Arguments.array("x", x, rows, Arguments.product(size, inner));
        Arguments.array("y", y, rows, count * inner);
        AxisLoops.slice(x, y, rows, size, inner, from, step, count);
    }

    /** The gradient of {@link #slice}: dy [rows, count, inner], dx [rows, size, inner], 0 where nothing was taken. */
    default void sliceGradient(float[] dy, float[] dx, int rows, int size, int inner, int from, int step, int count) {
        Arguments.stride(size, from, step, count);
        Arguments.sizes(rows, inner);
        Arguments.array("dx", dx, rows, Arguments.product(size, inner));
        Arguments.array("dy", dy, rows, count * inner);
        AxisLoops.sliceGradient(dy, dx, rows, size, inner, from, step, count);
    }
}
