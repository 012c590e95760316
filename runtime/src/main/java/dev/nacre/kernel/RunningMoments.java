package dev.nacre.kernel;

import java.util.Arrays;

/** Mean and variance of everything seen, per feature, merged batch by batch (Chan et al., 1979); NaN counts as not seen. */
final class RunningMoments {
    private RunningMoments() {}

    /** x [rows, features, inner]; mean, variance and count [features]. */
    static void merge(float[] x, float[] mean, float[] variance, float[] count, int rows, int features, int inner) {
        Scratch scratch = Scratch.get();
        double[] means = scratch.sums(features);
        double[] squares = scratch.secondSums(features);
        int[] seen = scratch.firstWords(features);
        means(x, means, seen, rows, features, inner);
        squares(x, means, squares, rows, features, inner);
        for (int f = 0; f < features; f++) {
            if (seen[f] > 0) {
                double before = count[f];
                double added = seen[f];
                double total = before + added;
                double delta = means[f] - mean[f];
                double sum = variance[f] * before + squares[f] + delta * delta * (before * added / total);
                mean[f] = (float) (mean[f] + delta * (added / total));
                variance[f] = (float) (sum / total);
                count[f] = (float) total;
            }
        }
    }

    private static void means(float[] x, double[] means, int[] seen, int rows, int features, int inner) {
        Arrays.fill(means, 0, features, 0);
        Arrays.fill(seen, 0, features, 0);
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                int at = (row * features + f) * inner;
                double sum = means[f];
                int missing = 0;
                for (int i = at; i < at + inner; i++) {
                    if (Float.isNaN(x[i])) {
                        missing++;
                    } else {
                        sum += x[i];
                    }
                }
                means[f] = sum;
                seen[f] += inner - missing;
            }
        }
        for (int f = 0; f < features; f++) {
            means[f] /= seen[f];
        }
    }

    private static void squares(float[] x, double[] means, double[] squares, int rows, int features, int inner) {
        Arrays.fill(squares, 0, features, 0);
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                int at = (row * features + f) * inner;
                double mean = means[f];
                double sum = squares[f];
                for (int i = at; i < at + inner; i++) {
                    if (!Float.isNaN(x[i])) {
                        double d = x[i] - mean;
                        sum += d * d;
                    }
                }
                squares[f] = sum;
            }
        }
    }
}
