package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of activations with parameters or with two halves. */
final class Rectifiers {
    private Rectifiers() {}

    static void check(
            String yName, float[] x, float[] y, float[] slopes, int rows, int features, int inner, int slopeCount) {
        Arguments.sizes(rows, features);
        Arguments.sizes(rows, inner);
        if (slopeCount != 1 && slopeCount != features) {
            throw new IllegalArgumentException(
                    "there are " + slopeCount + " slopes for " + features + " features, but 1 or one each is needed");
        }
        Arguments.pair("x", x, yName, y, rows, Math.multiplyExact(features, inner));
        Arguments.vector("slopes", slopes, slopeCount);
    }

    static void prelu(float[] x, float[] y, float[] slopes, int rows, int features, int inner, int slopeCount) {
        for (int group = 0; group < rows * features; group++) {
            float slope = slopes[slopeCount == 1 ? 0 : group % features];
            for (int i = group * inner, end = i + inner; i < end; i++) {
                y[i] = ActivationFunctions.leakyRelu(x[i], slope);
            }
        }
    }

    static void preluGradient(
            float[] x, float[] dy, float[] dx, float[] slopes, int rows, int features, int inner, int slopeCount) {
        for (int group = 0; group < rows * features; group++) {
            float slope = slopes[slopeCount == 1 ? 0 : group % features];
            for (int i = group * inner, end = i + inner; i < end; i++) {
                dx[i] = ActivationFunctions.leakyReluGradient(x[i], dy[i], slope);
            }
        }
    }

    static void preluWeightGradient(
            float[] x, float[] dy, float[] dw, int rows, int features, int inner, int slopeCount, boolean add) {
        double[] sums = Scratch.get().sums(slopeCount);
        Arrays.fill(sums, 0, slopeCount, 0);
        for (int group = 0; group < rows * features; group++) {
            double sum = 0;
            for (int i = group * inner, end = i + inner; i < end; i++) {
                sum += x[i] <= 0 ? (double) x[i] * dy[i] : 0;
            }
            sums[slopeCount == 1 ? 0 : group % features] += sum;
        }
        for (int f = 0; f < slopeCount; f++) {
            dw[f] = (float) (add ? dw[f] + sums[f] : sums[f]);
        }
    }

    static void glu(float[] x, float[] y, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int a = 2 * row * columns;
            int b = a + columns;
            for (int j = 0; j < columns; j++) {
                y[row * columns + j] = x[a + j] * Elementary.sigmoid(x[b + j]);
            }
        }
    }

    static void gluGradient(float[] x, float[] dy, float[] dx, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            int a = 2 * row * columns;
            int b = a + columns;
            for (int j = 0; j < columns; j++) {
                float up = dy[row * columns + j];
                float s = Elementary.sigmoid(x[b + j]);
                float ofGate = up * x[a + j] * (s * (1f - s));
                dx[a + j] = up * s;
                dx[b + j] = ofGate;
            }
        }
    }
}
