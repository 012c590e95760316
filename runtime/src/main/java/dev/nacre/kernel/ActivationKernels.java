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

    /** The gradient of {@code y = f(x)}: all [rows, columns]; v is x where f {@linkplain Activation#needsInput needs} it, else y. */
    default void activateGradient(float[] v, float[] dy, float[] dx, int rows, int columns, Activation f) {
        activateGradient(v, dy, dx, rows, columns, f, Mask.NONE);
    }

    /**
     * The gradient of {@link #activate(float[], float[], int, int, Activation, Mask) activate}, and of what {@code dense} ends
     * with: all [rows, columns]; dy and dx may be one array.
     *
     * @param v the input x of f where it {@linkplain Activation#needsInput needs} it, else the output y behind the mask
     */
    void activateGradient(float[] v, float[] dy, float[] dx, int rows, int columns, Activation f, Mask mask);

    /**
     * {@code y = x} where x is positive, else {@code slope x} (He et al., 2015): x and y [rows, features, inner]; may be one
     * array.
     *
     * @param slopes [slopeCount]: one for all, or one per feature
     * @param slopeCount 1 or features
     */
    default void prelu(float[] x, float[] y, float[] slopes, int rows, int features, int inner, int slopeCount) {
        Rectifiers.check("y", x, y, slopes, rows, features, inner, slopeCount);
        Rectifiers.prelu(x, y, slopes, rows, features, inner, slopeCount);
    }

    /** The gradient of {@link #prelu} with respect to its input; dy and dx may be one array. */
    default void preluGradient(
            float[] x, float[] dy, float[] dx, float[] slopes, int rows, int features, int inner, int slopeCount) {
        Rectifiers.check("dy", x, dy, slopes, rows, features, inner, slopeCount);
        Arguments.array("dx", dx, rows, features * inner);
        Rectifiers.preluGradient(x, dy, dx, slopes, rows, features, inner, slopeCount);
    }

    /** The gradient of {@link #prelu} with respect to its slopes, or that added to dw, which is [slopeCount]. */
    default void preluWeightGradient(
            float[] x, float[] dy, float[] dw, int rows, int features, int inner, int slopeCount, boolean add) {
        Rectifiers.check("dy", x, dy, dw, rows, features, inner, slopeCount);
        Rectifiers.preluWeightGradient(x, dy, dw, rows, features, inner, slopeCount, add);
    }

    /** {@code y = x} where x is positive, else {@code slope x}, the slope of each element by chance: x and y [rows, columns]. */
    default void randomRelu(float[] x, float[] y, int rows, int columns, RandomSlopes slopes) {
        Arguments.pair("x", x, "y", y, rows, columns);
        for (int i = 0, n = rows * columns; i < n; i++) {
            y[i] = x[i] <= 0 ? x[i] * slopes.slope(i) : x[i];
        }
    }

    /** The gradient of {@link #randomRelu} with the same slopes: all [rows, columns]; dy and dx may be one array. */
    default void randomReluGradient(float[] x, float[] dy, float[] dx, int rows, int columns, RandomSlopes slopes) {
        Arguments.pair("x", x, "dy", dy, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        for (int i = 0, n = rows * columns; i < n; i++) {
            dx[i] = x[i] <= 0 ? dy[i] * slopes.slope(i) : dy[i];
        }
    }

    /** {@code y = a sigmoid(b)}, a and b the halves of each row of x (Dauphin et al., 2017): x [rows, 2 columns], y [rows, columns]. */
    default void glu(float[] x, float[] y, int rows, int columns) {
        Arguments.sizes(rows, columns);
        Arguments.array("x", x, rows, Math.multiplyExact(2, columns));
        Arguments.array("y", y, rows, columns);
        Rectifiers.glu(x, y, rows, columns);
    }

    /** The gradient of {@link #glu}: x and dx [rows, 2 columns], dy [rows, columns]. */
    default void gluGradient(float[] x, float[] dy, float[] dx, int rows, int columns) {
        Arguments.sizes(rows, columns);
        Arguments.array("x", x, rows, Math.multiplyExact(2, columns));
        Arguments.array("dx", dx, rows, Math.multiplyExact(2, columns));
        Arguments.array("dy", dy, rows, columns);
        Rectifiers.gluGradient(x, dy, dx, rows, columns);
    }

    /** {@code y_i = exp(x_i - max x) / sum_j exp(x_j - max x)} per row: x and y [rows, columns]; may be one array. */
    void softmax(float[] x, float[] y, int rows, int columns);

    /** {@code dx_i = y_i (dy_i - sum_j dy_j y_j)} per row, y the softmax: all [rows, columns]. */
    void softmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns);

    /** {@link #softmax(float[], float[], int, int) softmax} along the middle axis: x and y [rows, columns, inner]; may be one array. */
    default void softmax(float[] x, float[] y, int rows, int columns, int inner) {
        Softmaxes.check("x", x, "y", y, rows, columns, inner);
        Softmaxes.softmax(this, x, y, rows, columns, inner, 1);
    }

    /** The gradient of {@link #softmax(float[], float[], int, int, int) softmax} from its output y: all [rows, columns, inner]. */
    default void softmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns, int inner) {
        Softmaxes.check("y", y, "dy", dy, rows, columns, inner);
        Arguments.array("dx", dx, rows, columns * inner);
        Softmaxes.softmaxGradient(this, y, dy, dx, rows, columns, inner, 1);
    }

    /** {@code y = softmax(-x)} along the middle axis: x and y [rows, columns, inner]; may be one array. */
    default void softmin(float[] x, float[] y, int rows, int columns, int inner) {
        Softmaxes.check("x", x, "y", y, rows, columns, inner);
        Softmaxes.softmax(this, x, y, rows, columns, inner, -1);
    }

    /** The gradient of {@link #softmin} from its output y: all [rows, columns, inner]. */
    default void softminGradient(float[] y, float[] dy, float[] dx, int rows, int columns, int inner) {
        Softmaxes.check("y", y, "dy", dy, rows, columns, inner);
        Arguments.array("dx", dx, rows, columns * inner);
        Softmaxes.softmaxGradient(this, y, dy, dx, rows, columns, inner, -1);
    }

    /** {@code y_i = x_i - log sum_j exp(x_j)} along the middle axis: x and y [rows, columns, inner]; may be one array. */
    default void logSoftmax(float[] x, float[] y, int rows, int columns, int inner) {
        Softmaxes.check("x", x, "y", y, rows, columns, inner);
        Softmaxes.logSoftmax(x, y, rows, columns, inner);
    }

    /** {@code dx_i = dy_i - exp(y_i) sum_j dy_j} along the middle axis, y the log softmax: all [rows, columns, inner]. */
    default void logSoftmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns, int inner) {
        Softmaxes.check("y", y, "dy", dy, rows, columns, inner);
        Arguments.array("dx", dx, rows, columns * inner);
        Softmaxes.logSoftmaxGradient(y, dy, dx, rows, columns, inner);
    }
}
