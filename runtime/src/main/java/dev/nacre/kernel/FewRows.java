package dev.nacre.kernel;

import java.util.Arrays;

/** {@code y = x wᵀ + b} where the weights are read once or a few times only: eight outputs at a time, as they lie. */
final class FewRows {
    /**
     * So many inputs at a time in a first prediction: HotSpot compiles a method sooner for many calls than for a long loop, and until then
     * every multiply-add is interpreted.
     */
    private static final int PIECE = 16;

    private FewRows() {}

    static void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out) {
        dense(x, w, b, y, rows, in, out, in);
    }

    /**
     * The first samples of a predictor, whose weights [out, in] are as they were given. Keeps clear of whatever a first prediction would
     * have to load.
     */
    static void early(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f) {
        dense(x, w, b, y, rows, in, out, PIECE);
        int length = rows * out;
        if (f == Activation.RELU) {
            for (int i = 0; i < length; i++) {
                y[i] = Math.max(y[i], 0f);
            }
        } else if (f != Activation.IDENTITY) {
            KernelProvider.plain().forward(y, y, 0, length, f);
        }
    }

    /** @param piece how many inputs at a time, a multiple of 4 or all */
    private static void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, int piece) {
        for (int row = 0; row < rows; row++) {
            int xAt = row * in;
            int yAt = row * out;
            if (b == null) {
                Arrays.fill(y, yAt, yAt + out, 0f);
            } else {
                System.arraycopy(b, 0, y, yAt, out);
            }
            int j = 0;
            for (; j + 8 <= out; j += 8) {
                for (int i = 0; i < in; i += piece) {
                    addToEight(x, xAt + i, w, j * in + i, in, y, yAt + j, Math.min(piece, in - i));
                }
            }
            for (; j < out; j++) {
                float sum = y[yAt + j];
                for (int i = 0; i < in; i++) {
                    sum = Math.fma(x[xAt + i], w[j * in + i], sum);
                }
                y[yAt + j] = sum;
            }
        }
    }

    /**
     * {@code y_j += sum_i x_i w_ji} for count inputs and eight outputs, whose chains side by side hide the latency of the multiply-add. Four
     * inputs in a round: with fewer rounds HotSpot's second compiler stays out of a first prediction, and on JDK 17 a process that ends
     * while it works waits for it in steps of 10 ms.
     */
    private static void addToEight(float[] x, int xAt, float[] w, int wAt, int in, float[] y, int yAt, int count) {
        float s0 = y[yAt];
        float s1 = y[yAt + 1];
        float s2 = y[yAt + 2];
        float s3 = y[yAt + 3];
        float s4 = y[yAt + 4];
        float s5 = y[yAt + 5];
        float s6 = y[yAt + 6];
        float s7 = y[yAt + 7];
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            float a = x[xAt + i];
            float b = x[xAt + i + 1];
            float c = x[xAt + i + 2];
            float d = x[xAt + i + 3];
            int at = wAt + i;
            s0 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s0))));
            at += in;
            s1 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s1))));
            at += in;
            s2 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s2))));
            at += in;
            s3 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s3))));
            at += in;
            s4 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s4))));
            at += in;
            s5 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s5))));
            at += in;
            s6 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s6))));
            at += in;
            s7 = Math.fma(d, w[at + 3], Math.fma(c, w[at + 2], Math.fma(b, w[at + 1], Math.fma(a, w[at], s7))));
        }
        for (; i < count; i++) {
            float v = x[xAt + i];
            int at = wAt + i;
            s0 = Math.fma(v, w[at], s0);
            s1 = Math.fma(v, w[at + in], s1);
            s2 = Math.fma(v, w[at + 2 * in], s2);
            s3 = Math.fma(v, w[at + 3 * in], s3);
            s4 = Math.fma(v, w[at + 4 * in], s4);
            s5 = Math.fma(v, w[at + 5 * in], s5);
            s6 = Math.fma(v, w[at + 6 * in], s6);
            s7 = Math.fma(v, w[at + 7 * in], s7);
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
