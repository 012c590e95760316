package dev.nacre.kernel;

/**
 * Pooling of planes, as images have one for each channel: {@code planes} counts samples times channels. x and dx are
 * [planes, height, width] as the window says, y and dy [planes, positions of the window]; what has one axis has height 1. Padding is
 * never chosen and adds nothing to a sum. The conventions of {@link Kernels} hold.
 */
public interface PoolingKernels {
    /** {@code y = max of x} in each position, NaN where there is one. */
    default void maxPool(float[] x, float[] y, int planes, Window over) {
        PoolingLoops.of(planes, over).run(PoolingLoops.Kind.MAX, x, y, null);
    }

    /** The gradient of {@link #maxPool}: dy goes to the largest element of its position, the first in row-major order of several. */
    default void maxPoolGradient(float[] x, float[] dy, float[] dx, int planes, Window over) {
        maxPoolGradient(x, dy, dx, planes, over, Activation.IDENTITY);
    }

    /** The same and on through the function that gave x, which must not {@linkplain Activation#needsInput need its input}. */
    void maxPoolGradient(float[] x, float[] dy, float[] dx, int planes, Window over, Activation f);

    /**
     * {@code y = sum of x / n} in each position.
     *
     * @param countPadding whether n counts padding; what {@link Window#ceil()} adds behind it never counts
     */
    default void averagePool(float[] x, float[] y, int planes, Window over, boolean countPadding) {
        PoolingLoops.of(planes, over).counting(countPadding).run(PoolingLoops.Kind.AVERAGE, x, y, null);
    }

    /** The gradient of {@link #averagePool}: each element of a position gets {@code dy / n}. */
    default void averagePoolGradient(float[] dy, float[] dx, int planes, Window over, boolean countPadding) {
        PoolingLoops.of(planes, over).counting(countPadding).run(PoolingLoops.Kind.AVERAGE_GRADIENT, dx, dy, dx);
    }

    /**
     * {@code y = (c sum of x^norm)^(1/norm)} in each position. c is 1; where {@link Window#ceil()} lets a position reach beyond the padding, it is
     * the number of elements of the kernel divided by those that do not, as PyTorch has it. NaN where a root is not real.
     */
    default void lpPool(float[] x, float[] y, int planes, Window over, double norm) {
        PoolingLoops.of(planes, over).norm(norm).run(PoolingLoops.Kind.NORM, x, y, null);
    }

    /** The gradient of {@link #lpPool}, {@code dx = c dy (x / y)^(norm - 1)} summed over positions; where y is 0, it is 0, unless the norm is 1. */
    default void lpPoolGradient(float[] x, float[] y, float[] dy, float[] dx, int planes, Window over, double norm) {
        PoolingLoops.of(planes, over).norm(norm).powers(y).run(PoolingLoops.Kind.NORM_GRADIENT, x, dy, dx);
    }

    /**
     * {@link #maxPool} over positions that divide a plane: position i of an axis goes from {@code i size / out}, rounded down, to
     * {@code (i + 1) size / out}, rounded up. With one position it is over the whole plane.
     */
    default void adaptiveMaxPool(float[] x, float[] y, int planes, int height, int width, int outHeight, int outWidth) {
        PoolingLoops.of(planes, height, width, outHeight, outWidth).run(PoolingLoops.Kind.MAX, x, y, null);
    }

    /** The gradient of {@link #adaptiveMaxPool}. */
    default void adaptiveMaxPoolGradient(
            float[] x, float[] dy, float[] dx, int planes, int height, int width, int outHeight, int outWidth) {
        PoolingLoops.of(planes, height, width, outHeight, outWidth).run(PoolingLoops.Kind.MAX_GRADIENT, x, dy, dx);
    }

    /** {@link #averagePool} over the positions of {@link #adaptiveMaxPool}. */
    default void adaptiveAveragePool(
            float[] x, float[] y, int planes, int height, int width, int outHeight, int outWidth) {
        PoolingLoops.of(planes, height, width, outHeight, outWidth).run(PoolingLoops.Kind.AVERAGE, x, y, null);
    }

    /** The gradient of {@link #adaptiveAveragePool}. */
    default void adaptiveAveragePoolGradient(
            float[] dy, float[] dx, int planes, int height, int width, int outHeight, int outWidth) {
        PoolingLoops.of(planes, height, width, outHeight, outWidth).run(PoolingLoops.Kind.AVERAGE_GRADIENT, dx, dy, dx);
    }
}
