package dev.nacre.kernel;

/**
 * Activations and their gradients for one value, with the bits of {@link Kernels#activate} and
 * {@link Kernels#activateGradient}: what networks unrolled to scalar arithmetic call. A dropout mask goes around them:
 * {@code mask.apply(Scalar.relu(x), row, column, width)} forward, and backward
 * {@code mask.apply(Scalar.sigmoidGradient(y / mask.scale(), dy), row, column, width)}, for ReLU simply
 * {@code Scalar.reluGradient(y, dy * mask.scale())}.
 */
public final class Scalar {
    private Scalar() {}

    /**
     * {@code max(x, 0)}.
     *
     * @param x any value; NaN stays NaN
     * @return x where it is positive, else +0
     */
    public static float relu(float x) {
        return Elementary.relu(x);
    }

    /**
     * {@code 1 / (1 + exp(-x))}, within 2 units in the last place.
     *
     * @param x any value; NaN stays NaN
     * @return a value from 0 to 1
     */
    public static float sigmoid(float x) {
        return Elementary.sigmoid(x);
    }

    /**
     * The hyperbolic tangent, within 2 units in the last place.
     *
     * @param x any value; NaN stays NaN
     * @return a value from -1 to 1
     */
    public static float tanh(float x) {
        return Elementary.tanh(x);
    }

    /**
     * The gradient of {@link #relu}.
     *
     * @param y what relu returned
     * @param dy the gradient with respect to y
     * @return the gradient with respect to x; 0 at 0
     */
    public static float reluGradient(float y, float dy) {
        return y > 0f ? dy : 0f;
    }

    /**
     * The gradient of {@link #sigmoid}: {@code dy * (y * (1 - y))}.
     *
     * @param y what sigmoid returned
     * @param dy the gradient with respect to y
     * @return the gradient with respect to x
     */
    public static float sigmoidGradient(float y, float dy) {
        return dy * (y * (1f - y));
    }

    /**
     * The gradient of {@link #tanh}: {@code dy * (1 - y * y)}, the bracket with one rounding.
     *
     * @param y what tanh returned
     * @param dy the gradient with respect to y
     * @return the gradient with respect to x
     */
    public static float tanhGradient(float y, float dy) {
        return dy * Math.fma(-y, y, 1f);
    }
}
