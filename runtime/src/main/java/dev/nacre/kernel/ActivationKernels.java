package dev.nacre.kernel;

/**
 * Functions element by element, and along rows. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface ActivationKernels {
    /** {@code y = mask(f(x))}: x and y [rows, columns]; x and y may be one array. */
    void activate(float[] x, float[] y, int rows, int columns, Activation f, Mask mask);

    /** {@code y = f(x)}: x and y [rows, columns]; x and y may be one array. */
    default void activate(float[] x, float[] y, int rows, int columns, Activation f) {
        activate(x, y, rows, columns, f, Mask.NONE);
    }

    /** The gradient of {@code y = f(x)} from y alone: all [rows, columns]; dy and dx may be one array. */
    default void activateGradient(float[] y, float[] dy, float[] dx, int rows, int columns, Activation f) {
        activateGradient(y, dy, dx, rows, columns, f, Mask.NONE);
    }

    /**
     * The gradient of {@link #activate(float[], float[], int, int, Activation, Mask) activate}, and of what {@code dense} ends with, from the output y alone: all
     * [rows, columns]; dy and dx may be one array.
     */
    void activateGradient(float[] y, float[] dy, float[] dx, int rows, int columns, Activation f, Mask mask);

    /** {@code y_i = exp(x_i - max x) / sum_j exp(x_j - max x)} per row: x and y [rows, columns]; may be one array. */
    void softmax(float[] x, float[] y, int rows, int columns);

    /** {@code dx_i = y_i (dy_i - sum_j dy_j y_j)} per row, y the softmax: all [rows, columns]. */
    void softmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns);
}
