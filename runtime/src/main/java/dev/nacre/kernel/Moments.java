package dev.nacre.kernel;

import java.util.Arrays;

/** Sums over a batch in double, for features from {@code from} to {@code to - 1}, whose elements are few in each row. */
final class Moments {
    private Moments() {}

    /** The mean and, in a second pass, the sum of squared distances from it: x [rows, features, inner]. */
    static void of(float[] x, double[] means, double[] squares, int rows, int features, int inner, int from, int to) {
        Arrays.fill(squares, from, to, 0);
        sums(x, means, rows, features, inner, from, to);
        double n = (double) rows * inner;
        for (int f = from; f < to; f++) {
            means[f] /= n;
        }
        for (int row = 0; row < rows; row++) {
            if (inner == 1) {
                int at = row * features;
                for (int f = from; f < to; f++) {
                    double d = x[at + f] - means[f];
                    squares[f] += d * d;
                }
                continue;
            }
            for (int f = from; f < to; f++) {
                int at = (row * features + f) * inner;
                double mean = means[f];
                double sum = squares[f];
                for (int i = at; i < at + inner; i++) {
                    double d = x[i] - mean;
                    sum += d * d;
                }
                squares[f] = sum;
            }
        }
    }

    static void sums(float[] x, double[] sums, int rows, int features, int inner, int from, int to) {
        Arrays.fill(sums, from, to, 0);
        for (int row = 0; row < rows; row++) {
            if (inner == 1) {
                int at = row * features;
                for (int f = from; f < to; f++) {
                    sums[f] += x[at + f];
                }
                continue;
            }
            for (int f = from; f < to; f++) {
                int at = (row * features + f) * inner;
                double sum = sums[f];
                for (int i = at; i < at + inner; i++) {
                    sum += x[i];
                }
                sums[f] = sum;
            }
        }
    }

    /** {@code sum dy} and {@code sum dy (x - mean)}, per feature. */
    static void gradients(
            float[] x,
            float[] dy,
            float[] mean,
            double[] sums,
            double[] products,
            int rows,
            int features,
            int inner,
            int from,
            int to) {
        Arrays.fill(sums, from, to, 0);
        Arrays.fill(products, from, to, 0);
        for (int row = 0; row < rows; row++) {
            if (inner == 1) {
                int at = row * features;
                for (int f = from; f < to; f++) {
                    sums[f] += dy[at + f];
                    products[f] += (double) dy[at + f] * (x[at + f] - mean[f]);
                }
                continue;
            }
            for (int f = from; f < to; f++) {
                int at = (row * features + f) * inner;
                float m = mean[f];
                double sum = sums[f];
                double product = products[f];
                for (int i = at; i < at + inner; i++) {
                    sum += dy[i];
                    product += (double) dy[i] * (x[i] - m);
                }
                sums[f] = sum;
                products[f] = product;
            }
        }
    }

    static float inverseDeviation(double variance, float epsilon) {
        return (float) (1 / Math.sqrt(variance + epsilon));
    }
}
