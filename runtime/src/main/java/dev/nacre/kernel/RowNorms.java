package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Normalisations of each row by itself. The statistics are sums in double in two passes; backward computes them again,
 * which costs less than their rounding to float would spoil where the mean is large beside the deviation.
 */
final class RowNorms {
    private RowNorms() {}

    static void layerNorm(float[] x, float[] y, float[] weight, float[] bias, int rows, int columns, float epsilon) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double mean = RowSums.sum(x, at, columns) / columns;
            double scale = inverse(RowSums.squares(x, at, columns, mean) / columns, epsilon);
            if (weight == null) {
                for (int i = at; i < at + columns; i++) {
                    y[i] = (float) ((x[i] - mean) * scale);
                }
            } else if (bias == null) {
                for (int i = 0; i < columns; i++) {
                    y[at + i] = (float) ((x[at + i] - mean) * scale * weight[i]);
                }
            } else {
                for (int i = 0; i < columns; i++) {
                    y[at + i] = (float) ((x[at + i] - mean) * scale * weight[i] + bias[i]);
                }
            }
        }
    }

    /** {@code dx = (g - mean(g) - n mean(g n)) / deviation} with {@code g = dy weight} and n the normalised x. */
    static void layerNormGradient(
            float[] x, float[] dy, float[] dx, float[] weight, int rows, int columns, float epsilon) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double mean = RowSums.sum(x, at, columns) / columns;
            double scale = inverse(RowSums.squares(x, at, columns, mean) / columns, epsilon);
            double sum = weight == null ? RowSums.sum(dy, at, columns) : RowSums.dot(dy, at, weight, 0, columns);
            double slope = centred(x, dy, weight, at, columns, mean) * scale * scale / columns;
            double meanGradient = sum / columns;
            if (weight == null) {
                for (int i = at; i < at + columns; i++) {
                    dx[i] = (float) ((dy[i] - meanGradient - (x[i] - mean) * slope) * scale);
                }
            } else {
                for (int i = 0; i < columns; i++) {
                    double g = (double) dy[at + i] * weight[i];
                    dx[at + i] = (float) ((g - meanGradient - (x[at + i] - mean) * slope) * scale);
                }
            }
        }
    }

    /** {@code sum dy weight (x - mean)}. */
    private static double centred(float[] x, float[] dy, float[] weight, int at, int columns, double mean) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < columns; i += 2) {
            even += gradient(dy, weight, at, i) * (x[at + i] - mean);
            odd += gradient(dy, weight, at, i + 1) * (x[at + i + 1] - mean);
        }
        if (i < columns) {
            even += gradient(dy, weight, at, i) * (x[at + i] - mean);
        }
        return even + odd;
    }

    private static double gradient(float[] dy, float[] weight, int at, int i) {
        return weight == null ? dy[at + i] : (double) dy[at + i] * weight[i];
    }

    static void layerNormWeightGradient(
            float[] x, float[] dy, float[] dw, float[] db, int rows, int columns, float epsilon, boolean add) {
        Scratch scratch = Scratch.get();
        double[] weights = scratch.sums(columns);
        double[] biases = scratch.secondSums(columns);
        Arrays.fill(weights, 0, columns, 0);
        Arrays.fill(biases, 0, columns, 0);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double mean = RowSums.sum(x, at, columns) / columns;
            double scale = inverse(RowSums.squares(x, at, columns, mean) / columns, epsilon);
            for (int i = 0; i < columns; i++) {
                weights[i] += dy[at + i] * ((x[at + i] - mean) * scale);
                biases[i] += dy[at + i];
            }
        }
        store(weights, dw, columns, add);
        if (db != null) {
            store(biases, db, columns, add);
        }
    }

    static void rmsNorm(float[] x, float[] y, float[] weight, int rows, int columns, float epsilon) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double scale = inverse(RowSums.dot(x, at, x, at, columns) / columns, epsilon);
            if (weight == null) {
                for (int i = at; i < at + columns; i++) {
                    y[i] = (float) (x[i] * scale);
                }
            } else {
                for (int i = 0; i < columns; i++) {
                    y[at + i] = (float) (x[at + i] * scale * weight[i]);
                }
            }
        }
    }

    /** {@code dx = (g - n mean(g n)) / rms} with {@code g = dy weight} and n the normalised x. */
    static void rmsNormGradient(
            float[] x, float[] dy, float[] dx, float[] weight, int rows, int columns, float epsilon) {
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double scale = inverse(RowSums.dot(x, at, x, at, columns) / columns, epsilon);
            double sum = weight == null ? RowSums.dot(x, at, dy, at, columns) : RowSums.dot(x, dy, at, weight, columns);
            double slope = sum * scale * scale / columns;
            if (weight == null) {
                for (int i = at; i < at + columns; i++) {
                    dx[i] = (float) ((dy[i] - x[i] * slope) * scale);
                }
            } else {
                for (int i = 0; i < columns; i++) {
                    dx[at + i] = (float) (((double) dy[at + i] * weight[i] - x[at + i] * slope) * scale);
                }
            }
        }
    }

    static void rmsNormWeightGradient(
            float[] x, float[] dy, float[] dw, int rows, int columns, float epsilon, boolean add) {
        double[] weights = Scratch.get().sums(columns);
        Arrays.fill(weights, 0, columns, 0);
        for (int row = 0; row < rows; row++) {
            int at = row * columns;
            double scale = inverse(RowSums.dot(x, at, x, at, columns) / columns, epsilon);
            for (int i = 0; i < columns; i++) {
                weights[i] += dy[at + i] * (x[at + i] * scale);
            }
        }
        store(weights, dw, columns, add);
    }

    private static double inverse(double variance, float epsilon) {
        return 1 / Math.sqrt(variance + epsilon);
    }

    private static void store(double[] sums, float[] gradient, int columns, boolean add) {
        for (int i = 0; i < columns; i++) {
            gradient[i] = add ? (float) (gradient[i] + sums[i]) : (float) sums[i];
        }
    }
}
