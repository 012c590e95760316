package dev.nacre.kernel;

/** {@code y = x wᵀ + b} where the weights are read once or a few times only: eight outputs at a time, as they lie. */
final class FewRows {
    private FewRows() {}

    static void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out) {
        for (int row = 0; row < rows; row++) {
            int j = 0;
            for (; j + 8 <= out; j += 8) {
                eightOutputs(x, row * in, w, j * in, b, j, y, row * out + j, in);
            }
            for (; j < out; j++) {
                float sum = b == null ? 0f : b[j];
                for (int i = 0; i < in; i++) {
                    sum = Math.fma(x[row * in + i], w[j * in + i], sum);
                }
                y[row * out + j] = sum;
            }
        }
    }

    /**
     * Rows with the weights of a predictor that has hardly been used: [out, in], inputs that are zero passed over. It allocates, and
     * keeps clear of whatever a first prediction would have to load.
     */
    static void early(float[] x, PackedWeights packed, float[] w, float[] b, float[] y, int rows, Activation f) {
        int[] indices = new int[packed.in + 1];
        for (int row = 0; row < rows; row++) {
            sample(x, row * packed.in, packed, w, b, y, row * packed.out, indices);
        }
        int length = rows * packed.out;
        if (f == Activation.RELU) {
            for (int i = 0; i < length; i++) {
                y[i] = Math.max(y[i], 0f);
            }
        } else if (f != Activation.IDENTITY) {
            KernelProvider.plain().forward(y, y, 0, length, f);
        }
    }

    private static void sample(
            float[] x, int xAt, PackedWeights packed, float[] w, float[] b, float[] y, int yAt, int[] indices) {
        int count = packed.nonZero(x, xAt, indices);
        for (int j = 0; j < packed.out; j++) {
            int wAt = j * packed.in;
            float sum = b == null ? 0f : b[j];
            for (int k = 0; k < count; k++) {
                int i = indices[k];
                sum = Math.fma(x[xAt + i], w[wAt + i], sum);
            }
            y[yAt + j] = sum;
        }
    }

    /** Eight chains side by side hide the latency of the multiply-add. */
    private static void eightOutputs(
            float[] x, int xAt, float[] w, int wAt, float[] b, int bAt, float[] y, int yAt, int in) {
        float s0 = b == null ? 0f : b[bAt];
        float s1 = b == null ? 0f : b[bAt + 1];
        float s2 = b == null ? 0f : b[bAt + 2];
        float s3 = b == null ? 0f : b[bAt + 3];
        float s4 = b == null ? 0f : b[bAt + 4];
        float s5 = b == null ? 0f : b[bAt + 5];
        float s6 = b == null ? 0f : b[bAt + 6];
        float s7 = b == null ? 0f : b[bAt + 7];
        int w1 = wAt + in;
        int w2 = w1 + in;
        int w3 = w2 + in;
        int w4 = w3 + in;
        int w5 = w4 + in;
        int w6 = w5 + in;
        int w7 = w6 + in;
        for (int i = 0; i < in; i++) {
            float v = x[xAt + i];
            s0 = Math.fma(v, w[wAt + i], s0);
            s1 = Math.fma(v, w[w1 + i], s1);
            s2 = Math.fma(v, w[w2 + i], s2);
            s3 = Math.fma(v, w[w3 + i], s3);
            s4 = Math.fma(v, w[w4 + i], s4);
            s5 = Math.fma(v, w[w5 + i], s5);
            s6 = Math.fma(v, w[w6 + i], s6);
            s7 = Math.fma(v, w[w7 + i], s7);
        }
        y[yAt] = s0;
        y[yAt + 1] = s1;
        y[yAt + 2] = s2;
        y[yAt + 3] = s3;
        y[yAt + 4] = s4;
        y[yAt + 5] = s5;
        y[yAt + 6] = s6;
        y[yAt + 7] = s7;
    }
}
