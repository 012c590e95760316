package dev.nacre.kernel;

import static dev.nacre.kernel.DoubleElementary.exp;
import static dev.nacre.kernel.DoubleElementary.expm1;
import static dev.nacre.kernel.DoubleElementary.tanh;

/** Activations and their gradients, one value at a time: what all loops compute. */
final class ActivationFunctions {
    /** sqrt(2 / pi). */
    private static final double GELU_FACTOR = 0.7978845608028654;

    private static final double GELU_CUBE = 0.044715;

    /** Above it mish is x to the last bit of a float. */
    private static final double MISH_LINEAR = 20;

    private ActivationFunctions() {}

    static float value(Activation f, float x) {
        return switch (f.kind) {
            case IDENTITY -> x;
            case RELU -> Elementary.relu(x);
            case SIGMOID -> Elementary.sigmoid(x);
            case TANH -> Elementary.tanh(x);
            case LEAKY_RELU -> leakyRelu(x, f.first);
            case ELU -> x > 0 ? f.second * x : (float) (f.second * (double) f.first * expm1(x));
            case CELU -> x > 0 ? x : (float) (f.first * expm1(x / (double) f.first));
            case GELU -> (float) (x * DoubleElementary.normalProbability(x));
            case GELU_TANH -> (float) (x * (0.5 + 0.5 * tanh(geluArgument(x))));
            case SILU -> x * Elementary.sigmoid(x);
            case MISH -> (float) (x > MISH_LINEAR ? x : x * tanhOfSoftplus(exp(x)));
            case SOFTPLUS -> softplus(x, f.first, f.second);
            case SOFTSIGN -> softsign(x);
            case LOG_SIGMOID -> (float) -DoubleElementary.softplus(-(double) x);
            case HARD_SIGMOID -> hardSigmoid(x, f.first, f.second);
            case HARD_SWISH -> hardSwish(x);
            case HARD_TANH -> hardTanh(x, f.first, f.second);
            case THRESHOLD -> threshold(x, f.first, f.second);
            case HARD_SHRINK -> hardShrink(x, f.first);
            case SOFT_SHRINK -> softShrink(x, f.first);
            case TANHSHRINK -> (float) (x - tanh(x));
            case EXP -> (float) exp(x);
            case LOG -> (float) DoubleElementary.log(x);
            case SQRT -> (float) Math.sqrt(x);
            case ABS -> Math.abs(x);
            case SIN -> (float) DoubleElementary.sin(x);
        };
    }

    /** @param v the input where the function needs it, else the output */
    static float gradient(Activation f, float v, float dy) {
        return switch (f.kind) {
            case IDENTITY -> dy;
            case RELU -> Scalar.reluGradient(v, dy);
            case SIGMOID -> Scalar.sigmoidGradient(v, dy);
            case TANH -> Scalar.tanhGradient(v, dy);
            case LEAKY_RELU -> leakyReluGradient(v, dy, f.first);
            case ELU -> v > 0 ? dy * f.second : (float) (dy * (v + f.second * (double) f.first));
            case CELU -> v > 0 ? dy : (float) (dy * (v / (double) f.first + 1));
            case GELU -> (float) (dy * (DoubleElementary.normalProbability(v) + v * DoubleElementary.normalDensity(v)));
            case GELU_TANH -> (float) (dy * geluTanhSlope(v));
            case SILU -> siluGradient(v, Elementary.sigmoid(v), dy);
            case MISH -> v > MISH_LINEAR ? dy : (float) (dy * mishSlope(v));
            case SOFTPLUS ->
                f.first * v > f.second ? dy : (float) (dy * DoubleElementary.sigmoid(f.first * (double) v));
            case SOFTSIGN -> softsignGradient(v, dy);
            case LOG_SIGMOID -> (float) (dy * -expm1(v));
            case HARD_SIGMOID -> hardSigmoidGradient(v, dy, f.first, f.second);
            case HARD_SWISH -> hardSwishGradient(v, dy);
            case HARD_TANH -> hardTanhGradient(v, dy, f.first, f.second);
            case THRESHOLD -> v <= f.first ? 0 : dy;
            case HARD_SHRINK, SOFT_SHRINK -> v == 0 ? 0 : dy;
            case TANHSHRINK -> (float) (dy * (tanh(v) * tanh(v)));
            case EXP -> dy * v;
            case LOG -> dy / v;
            case SQRT -> dy / (2 * v);
            case ABS -> v > 0 ? dy : v < 0 ? -dy : 0;
            case SIN -> (float) (dy * DoubleElementary.cos(v));
        };
    }

    static float leakyRelu(float x, float slope) {
        // Not a choice: this becomes vector instructions.
        return Math.max(x, 0f) + slope * Math.min(x, 0f);
    }

    static float leakyReluGradient(float v, float dy, float slope) {
        return v > 0 ? dy : dy * slope;
    }

    static float softsign(float x) {
        return x / (1 + Math.abs(x));
    }

    static float softsignGradient(float x, float dy) {
        float d = 1 + Math.abs(x);
        return dy / d / d;
    }

    static float hardSigmoid(float x, float alpha, float beta) {
        return Math.min(Math.max(alpha * x + beta, 0f), 1f);
    }

    static float hardSigmoidGradient(float x, float dy, float alpha, float beta) {
        float y = alpha * x + beta;
        return y > 0 && y < 1 ? dy * alpha : 0;
    }

    static float hardSwish(float x) {
        return x * Math.min(Math.max(x + 3, 0f), 6f) / 6;
    }

    static float hardSwishGradient(float x, float dy) {
        // At 3 PyTorch gives 1 in its vector code and 1.5 in its scalar code: 1, as in its published vectors.
        return x < -3 ? 0 : x < 3 ? dy * (x / 3 + 0.5f) : dy;
    }

    static float hardTanh(float x, float min, float max) {
        return Math.min(Math.max(x, min), max);
    }

    static float hardTanhGradient(float x, float dy, float min, float max) {
        return x <= min || x >= max ? 0 : dy;
    }

    static float threshold(float x, float threshold, float value) {
        return x <= threshold ? value : x;
    }

    static float hardShrink(float x, float lambda) {
        return Math.abs(x) <= lambda ? 0 : x;
    }

    static float softShrink(float x, float lambda) {
        return x - Math.min(Math.max(x, -lambda), lambda);
    }

    static float siluGradient(float x, float sigmoid, float dy) {
        return dy * (sigmoid * (1 + x * (1 - sigmoid)));
    }

    private static float softplus(float x, float beta, float threshold) {
        return beta * x > threshold ? x : (float) (DoubleElementary.softplus(beta * (double) x) / beta);
    }

    private static double geluArgument(double x) {
        return GELU_FACTOR * (x + GELU_CUBE * x * x * x);
    }

    private static double geluTanhSlope(double x) {
        double t = tanh(geluArgument(x));
        return 0.5 + 0.5 * t + 0.5 * x * (1 - t * t) * GELU_FACTOR * (1 + 3 * GELU_CUBE * x * x);
    }

    /** {@code tanh(log(1 + e))}, without a logarithm. */
    private static double tanhOfSoftplus(double e) {
        double n = e * (e + 2);
        return n / (n + 2);
    }

    private static double mishSlope(double x) {
        double t = tanhOfSoftplus(exp(x));
        return t + x * DoubleElementary.sigmoid(x) * (1 - t * t);
    }
}
