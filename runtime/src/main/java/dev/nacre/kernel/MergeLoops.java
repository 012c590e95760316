package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of {@link MergeKernels} that are element by element. */
final class MergeLoops {
    private MergeLoops() {}

    static void subtract(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[i] - b[i];
        }
    }

    static void negate(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = -x[i];
        }
    }

    static void divide(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = a[i] / b[i];
        }
    }

    static void divisorGradient(float[] b, float[] y, float[] dy, float[] db, int n) {
        for (int i = 0; i < n; i++) {
            db[i] = -(dy[i] * y[i]) / b[i];
        }
    }

    static void divideBy(float[] x, float[] y, int n, float divisor) {
        for (int i = 0; i < n; i++) {
            y[i] = x[i] / divisor;
        }
    }

    static void max(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.max(a[i], b[i]);
        }
    }

    static void min(float[] a, float[] b, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = Math.min(a[i], b[i]);
        }
    }

    static void repeat(float[] x, float[] y, int rows, int times, int inner) {
        for (int r = 0; r < rows; r++) {
            int to = r * times * inner;
            if (inner == 1) {
                Arrays.fill(y, to, to + times, x[r]);
                continue;
            }
            for (int t = 0; t < times; t++) {
                System.arraycopy(x, r * inner, y, to + t * inner, inner);
            }
        }
    }

    /** Four partial sums of every fourth repetition, which do not wait for each other. */
    static void repeatGradient(float[] dy, float[] dx, int rows, int times, int inner) {
        for (int i = 0; i < rows * inner; i++) {
            int at = i / inner * times * inner + i % inner;
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            int t = 0;
            for (; t < times - 3; t += 4) {
                sum0 += dy[at];
                sum1 += dy[at + inner];
                sum2 += dy[at + 2 * inner];
                sum3 += dy[at + 3 * inner];
                at += 4 * inner;
            }
            for (; t < times; t++) {
                sum0 += dy[at];
                at += inner;
            }
            dx[i] = (float) ((sum0 + sum1) + (sum2 + sum3));
        }
    }

    /** Comparisons that a NaN fails, so that the gradient then passes, as PyTorch's does. */
    static void maxGradient(float[] a, float[] b, float[] dy, float[] da, int n) {
        for (int i = 0; i < n; i++) {
            float factor = a[i] == b[i] ? 0.5f : 1f;
            da[i] = a[i] < b[i] ? 0f : dy[i] * factor;
        }
    }

    static void minGradient(float[] a, float[] b, float[] dy, float[] da, int n) {
        for (int i = 0; i < n; i++) {
            float factor = a[i] == b[i] ? 0.5f : 1f;
            da[i] = a[i] > b[i] ? 0f : dy[i] * factor;
        }
    }
}
