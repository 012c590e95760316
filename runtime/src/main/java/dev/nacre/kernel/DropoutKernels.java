package dev.nacre.kernel;

/**
 * Dropout that is more than the end of another operation. The conventions of {@link Kernels} hold; a row is a sample. What is drawn is
 * the {@link Mask}'s, so the gradient finds what forward dropped.
 */
public interface DropoutKernels {
    /**
     * {@code y = a x + b} where the mask keeps, {@code a a' + b} where it drops (Klambauer et al., 2017), with {@code a' =
     * -1.7580993408473766}, the limit of SELU, {@code a = (q (1 + p a'^2))^-1/2}, {@code b = -a p a'} and {@code q = 1 - p}: mean 0
     * and variance 1 stay what they are. Zeros where p is 1; x while the mask is off. x and y [rows, columns]; may be one array.
     */
    default void alphaDropout(float[] x, float[] y, int rows, int columns, Mask mask) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Dropouts.alpha(x, y, rows, columns, mask, true);
    }

    /** The gradient of {@link #alphaDropout}, {@code dx = a dy} where the mask keeps, else 0; dy and dx may be one array. */
    default void alphaDropoutGradient(float[] dy, float[] dx, int rows, int columns, Mask mask) {
        Arguments.pair("dy", dy, "dx", dx, rows, columns);
        Dropouts.alpha(dy, dx, rows, columns, mask, false);
    }

    /**
     * {@code y = x n / kept} where the mask keeps, else 0, for the n elements of a sample of which it keeps so many: what a mask of
     * {@linkplain MaskShape#blocks blocks} does (Ghiasi, Lin and Le, 2018); of another mask, what that does. The gradient is the same of
     * dy. x and y [rows, columns]; may be one array.
     */
    default void dropBlock(float[] x, float[] y, int rows, int columns, Mask mask) {
        Arguments.pair("x", x, "y", y, rows, columns);
        System.arraycopy(x, 0, y, 0, rows * columns);
        mask.apply(y, 0, rows, columns, PlainMasks.ROWS);
    }

    /** {@code y = factor x}, and zeros where the factor is 0: x and y [rows, columns]; may be one array. */
    default void scale(float[] x, float[] y, int rows, int columns, float factor) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Dropouts.scale(x, y, 0, rows * columns, factor);
    }
}
