package dev.nacre.kernel;

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
