package dev.nacre.kernel;

import java.util.Objects;

/**
 * A function applied element by element: alone, or riding on the store of a product. A value: two with the same function and
 * the same parameters are equal.
 *
 * <p>Piecewise functions have PyTorch's derivative at their kinks. NaN gives NaN, and infinities what PyTorch gives.
 */
public final class Activation {
    /** {@code y = x}. */
    public static final Activation IDENTITY = new Activation(Kind.IDENTITY);
    /** {@code y = max(x, 0)}; the derivative at 0 is 0. */
    public static final Activation RELU = new Activation(Kind.RELU);
    /** {@code y = 1 / (1 + exp(-x))}; the derivative is {@code y (1 - y)}. */
    public static final Activation SIGMOID = new Activation(Kind.SIGMOID);
    /** {@code y = tanh(x)}; the derivative is {@code 1 - y^2}. */
    public static final Activation TANH = new Activation(Kind.TANH);
    /** {@code y = x P(z < x)} for a standard normal z (Hendrycks and Gimpel, 2016). */
    public static final Activation GELU = new Activation(Kind.GELU);
    /** {@code y = x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))}: an approximation of {@link #GELU}. */
    public static final Activation GELU_TANH = new Activation(Kind.GELU_TANH);
    /** {@code y = x sigmoid(x)} (Elfwing, Uchibe and Doya, 2017; Ramachandran, Zoph and Le, 2017). */
    public static final Activation SILU = new Activation(Kind.SILU);
    /** {@code y = x tanh(log(1 + exp(x)))} (Misra, 2019). */
    public static final Activation MISH = new Activation(Kind.MISH);
    /** {@code y = x / (1 + |x|)}. */
    public static final Activation SOFTSIGN = new Activation(Kind.SOFTSIGN);
    /** {@code y = log(sigmoid(x))}; the derivative is {@code 1 - exp(y)}. */
    public static final Activation LOG_SIGMOID = new Activation(Kind.LOG_SIGMOID);
    /** {@code y = x min(max(x + 3, 0), 6) / 6} (Howard et al., 2019). */
    public static final Activation HARD_SWISH = new Activation(Kind.HARD_SWISH);
    /** {@code y = x - tanh(x)}. */
    public static final Activation TANHSHRINK = new Activation(Kind.TANHSHRINK);
    /** {@code y = exp(x)}. */
    public static final Activation EXP = new Activation(Kind.EXP);
    /** {@code y = log(x)}. */
    public static final Activation LOG = new Activation(Kind.LOG);
    /** {@code y = sqrt(x)}. */
    public static final Activation SQRT = new Activation(Kind.SQRT);
    /** {@code y = |x|}; the derivative at 0 is 0. */
    public static final Activation ABS = new Activation(Kind.ABS);
    /** {@code y = sin(x)}. */
    public static final Activation SIN = new Activation(Kind.SIN);

    /** What the kernels tell functions apart by. */
    enum Kind {
        IDENTITY(false),
        RELU(false),
        SIGMOID(false),
        TANH(false),
        LEAKY_RELU(false),
        ELU(false),
        CELU(false),
        GELU(true),
        GELU_TANH(true),
        SILU(true),
        MISH(true),
        SOFTPLUS(true),
        SOFTSIGN(true),
        LOG_SIGMOID(false),
        HARD_SIGMOID(true),
        HARD_SWISH(true),
        HARD_TANH(true),
        THRESHOLD(true),
        HARD_SHRINK(false),
        SOFT_SHRINK(false),
        TANHSHRINK(true),
        EXP(false),
        LOG(true),
        SQRT(false),
        ABS(true),
        SIN(true);

        final boolean byInput;

        Kind(boolean byInput) {
            this.byInput = byInput;
        }
    }

    final Kind kind;
    /** The parameters, in the order of the factory; 0 where there is none. */
    final float first;

    final float second;

    private Activation(Kind kind) {
        this(kind, 0, 0);
    }

    private Activation(Kind kind, float first, float second) {
        this.kind = kind;
        this.first = first;
        this.second = second;
    }

    /** @return {@code y = x} where x is positive, else {@code slope x} */
    public static Activation leakyRelu(float slope) {
        return new Activation(Kind.LEAKY_RELU, slope, 0);
    }

    /**
     * @param alpha 0 or more
     * @return {@code y = x} where x is positive, else {@code alpha (exp(x) - 1)}
     * @throws IllegalArgumentException if alpha is negative or NaN
     */
    public static Activation elu(float alpha) {
        return selu(alpha, 1);
    }

    /**
     * @param alpha 0 or more
     * @param scale above 0
     * @return {@code scale} times {@link #elu}
     * @throws IllegalArgumentException if a parameter is not as said
     */
    public static Activation selu(float alpha, float scale) {
        return new Activation(Kind.ELU, atLeast(0, "alpha", alpha), above(0, "scale", scale));
    }

    /**
     * @param alpha above 0
     * @return {@code y = x} where x is positive, else {@code alpha (exp(x / alpha) - 1)}
     * @throws IllegalArgumentException if alpha is not above 0
     */
    public static Activation celu(float alpha) {
        return new Activation(Kind.CELU, above(0, "alpha", alpha), 0);
    }

    /**
     * @param beta above 0
     * @param threshold above which {@code beta x} the function is x itself
     * @return {@code y = log(1 + exp(beta x)) / beta}
     * @throws IllegalArgumentException if beta is not above 0
     */
    public static Activation softplus(float beta, float threshold) {
        return new Activation(Kind.SOFTPLUS, above(0, "beta", beta), threshold);
    }

    /** @return {@code y = min(max(alpha x + beta, 0), 1)} */
    public static Activation hardSigmoid(float alpha, float beta) {
        return new Activation(Kind.HARD_SIGMOID, alpha, beta);
    }

    /**
     * @param min the lower bound
     * @param max the upper bound, not below min
     * @return {@code y = min(max(x, min), max)}; the derivative is 0 at both bounds
     * @throws IllegalArgumentException if min is above max
     */
    public static Activation hardTanh(float min, float max) {
        if (!(min <= max)) {
            throw new IllegalArgumentException(
                    "min is " + min + " and max is " + max + ", but min must not be above max");
        }
        return new Activation(Kind.HARD_TANH, min, max);
    }

    /** @return {@code y = x} where x is above the threshold, else the value */
    public static Activation threshold(float threshold, float value) {
        return new Activation(Kind.THRESHOLD, threshold, value);
    }

    /**
     * @param lambda 0 or more
     * @return {@code y = x} where {@code |x| > lambda}, else 0
     * @throws IllegalArgumentException if lambda is negative or NaN
     */
    public static Activation hardShrink(float lambda) {
        return new Activation(Kind.HARD_SHRINK, atLeast(0, "lambda", lambda), 0);
    }

    /**
     * @param lambda 0 or more
     * @return {@code y = x} brought nearer to 0 by lambda, and 0 where {@code |x| <= lambda}
     * @throws IllegalArgumentException if lambda is negative or NaN
     */
    public static Activation softShrink(float lambda) {
        return new Activation(Kind.SOFT_SHRINK, atLeast(0, "lambda", lambda), 0);
    }

    private static float above(float bound, String name, float value) {
        if (!(value > bound)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be above " + bound);
        }
        return value;
    }

    private static float atLeast(float bound, String name, float value) {
        if (!(value >= bound)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be " + bound + " or more");
        }
        return value;
    }

    /** @return whether the gradient follows from the input x, not from the output y */
    public boolean needsInput() {
        return kind.byInput || kind == Kind.LEAKY_RELU && first < 0;
    }

    /**
     * One value, with the bits of {@link Kernels#activate}.
     *
     * @param x any value
     * @return f(x)
     */
    public float apply(float x) {
        return ActivationFunctions.value(this, x);
    }

    /**
     * The gradient for one value, with the bits of {@link Kernels#activateGradient}.
     *
     * @param v the input x where {@link #needsInput}, else the output y
     * @param dy the gradient with respect to y
     * @return the gradient with respect to x
     */
    public float gradient(float v, float dy) {
        return ActivationFunctions.gradient(this, v, dy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Activation that
                && kind == that.kind
                && Float.compare(first, that.first) == 0
                && Float.compare(second, that.second) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, first, second);
    }

    @Override
    public String toString() {
        return kind + "(" + first + ", " + second + ")";
    }
}
