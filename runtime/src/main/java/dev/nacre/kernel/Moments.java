package dev.nacre.kernel;

import java.util.Arrays;

/** Sums over a batch, per feature and in double, in two passes: the mean first, then the squares around it. */
final class Moments {
    private Moments() {}

    /** The mean and the sum of squared distances from it, per feature: x [rows, features, inner]. */
    static void of(float[] x, double[] means, double[] squares, int rows, int features, int inner) {
        Arrays.fill(means, 0, features, 0);
        Arrays.fill(squares, 0, features, 0);
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                int at = (row * features + f) * inner;
                double sum = means[f];
                for (int i = at; i < at + inner; i++) {
                    sum += x[i];
                }
                means[f] = sum;
            }
        }
        double n = (double) rows * inner;
        for (int f = 0; f < features; f++) {
            means[f] /= n;
        }
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
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

    /** Takes the statistics of a training batch and moves the running ones. */
    static void record(
            float[] x,
            BatchStatistics statistics,
            float[] runningMean,
            float[] runningVariance,
            int rows,
            Scratch scratch) {
        int features = statistics.features;
        double n = (double) rows * statistics.inner;
        if (n < 2) {
            throw new IllegalArgumentException(
                    "batch normalisation in training needs at least 2 values per feature, but "
                            + rows + " rows of " + statistics.inner + " give " + (long) n
                            + "; use a larger batch, drop the incomplete last batch, or call eval()");
        }
        double[] means = scratch.sums(features);
        double[] squares = scratch.secondSums(features);
        of(x, means, squares, rows, features, statistics.inner);
        float momentum = statistics.momentum;
        for (int f = 0; f < features; f++) {
            statistics.mean[f] = (float) means[f];
            statistics.inverseDeviation[f] = inverseDeviation(squares[f] / n, statistics.epsilon);
            runningMean[f] = (1f - momentum) * runningMean[f] + momentum * (float) means[f];
            runningVariance[f] = (1f - momentum) * runningVariance[f] + momentum * (float) (squares[f] / (n - 1));
        }
    }

    /** {@code sum dy} and {@code sum dy (x - mean) / deviation}, per feature. */
    static void gradients(
            float[] x, float[] dy, BatchStatistics statistics, double[] sums, double[] products, int rows) {
        int features = statistics.features;
        int inner = statistics.inner;
        Arrays.fill(sums, 0, features, 0);
        Arrays.fill(products, 0, features, 0);
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                int at = (row * features + f) * inner;
                float mean = statistics.mean[f];
                double sum = sums[f];
                double product = products[f];
                for (int i = at; i < at + inner; i++) {
                    sum += dy[i];
                    product += (double) dy[i] * (x[i] - mean);
                }
                sums[f] = sum;
                products[f] = product;
            }
        }
        for (int f = 0; f < features; f++) {
            products[f] *= statistics.inverseDeviation[f];
        }
    }

    static float inverseDeviation(double variance, float epsilon) {
        return (float) (1 / Math.sqrt(variance + epsilon));
    }
}
