package dev.nacre.kernel;

/**
 * Activations over arrays, alike for both providers. The piecewise ones have loops of their own, in forms that HotSpot turns
 * into vector code; what takes an exponential is bound by that.
 */
final class ActivationLoops {
    /** Elements whose sigmoids are made at once. */
    private static final int STRIP = 512;

    private ActivationLoops() {}

    static void forward(float[] x, float[] y, int offset, int length, Activation f) {
        int end = offset + length;
        float a = f.first;
        float b = f.second;
        switch (f.kind) {
            case LEAKY_RELU -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.leakyRelu(x[i], a);
                }
            }
            case HARD_TANH -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.hardTanh(x[i], a, b);
                }
            }
            case HARD_SIGMOID -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.hardSigmoid(x[i], a, b);
                }
            }
            case HARD_SWISH -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.hardSwish(x[i]);
                }
            }
            case SOFT_SHRINK -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.softShrink(x[i], a);
                }
            }
            case SOFTSIGN -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.softsign(x[i]);
                }
            }
            case ABS -> {
                for (int i = offset; i < end; i++) {
                    y[i] = Math.abs(x[i]);
                }
            }
            default -> {
                for (int i = offset; i < end; i++) {
                    y[i] = ActivationFunctions.value(f, x[i]);
                }
            }
        }
    }

    /** {@code dx = dy f'}, from the input or from {@code y / scale}, as the function needs. */
    static void gradient(float[] v, float[] dy, float[] dx, int offset, int length, Activation f, float scale) {
        int end = offset + length;
        float a = f.first;
        switch (f.kind) {
            case LEAKY_RELU -> {
                for (int i = offset; i < end; i++) {
                    dx[i] = ActivationFunctions.leakyReluGradient(v[i], dy[i], a);
                }
            }
            case SOFTSIGN -> {
                for (int i = offset; i < end; i++) {
                    dx[i] = ActivationFunctions.softsignGradient(v[i], dy[i]);
                }
            }
            default -> {
                float divisor = f.needsInput() ? 1f : scale;
                for (int i = offset; i < end; i++) {
                    dx[i] = ActivationFunctions.gradient(f, v[i] / divisor, dy[i]);
                }
            }
        }
    }

    /** {@code y = x sigmoid(x)} with the provider's sigmoid. */
    static void silu(AbstractKernels kernels, float[] x, float[] y, int offset, int length) {
        float[] sigmoids = Scratch.get().row(STRIP);
        for (int from = offset; from < offset + length; from += STRIP) {
            int n = Math.min(STRIP, offset + length - from);
            System.arraycopy(x, from, sigmoids, 0, n);
            kernels.map(sigmoids, sigmoids, 0, n, Activation.SIGMOID);
            for (int i = 0; i < n; i++) {
                y[from + i] = x[from + i] * sigmoids[i];
            }
        }
    }

    static void siluGradient(AbstractKernels kernels, float[] x, float[] dy, float[] dx, int offset, int length) {
        float[] sigmoids = Scratch.get().row(STRIP);
        for (int from = offset; from < offset + length; from += STRIP) {
            int n = Math.min(STRIP, offset + length - from);
            System.arraycopy(x, from, sigmoids, 0, n);
            kernels.map(sigmoids, sigmoids, 0, n, Activation.SIGMOID);
            for (int i = 0; i < n; i++) {
                dx[from + i] = ActivationFunctions.siluGradient(x[from + i], sigmoids[i], dy[from + i]);
            }
        }
    }
}
