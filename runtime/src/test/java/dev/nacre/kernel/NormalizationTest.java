package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertClose;
import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalisations against double arithmetic. */
@Tag("vector")
class NormalizationTest {
    /** Rows, features, inner. */
    private static final int[][] SIZES = {
        {2, 1, 1},
        {7, 3, 1},
        {5, 16, 1},
        {9, 37, 1},
        {3, 5, 4},
        {2, 3, 33},
        {1, 2, 20},
        {3, 2, 49},
        {5, 3, 196},
        {2, 2, 1100}
    };

    private static final float EPSILON = 1e-5f;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static double[][] moments(float[] x, int rows, int features, int inner) {
        double[] mean = new double[features];
        double[] variance = new double[features];
        double n = (double) rows * inner;
        for (int i = 0; i < rows * features * inner; i++) {
            mean[i / inner % features] += x[i] / n;
        }
        for (int i = 0; i < rows * features * inner; i++) {
            double d = x[i] - mean[i / inner % features];
            variance[i / inner % features] += d * d / n;
        }
        return new double[][] {mean, variance};
    }

    @ParameterizedTest
    @MethodSource("providers")
    void batchNormInTraining(Kernels kernels) {
        Random random = new Random(1);
        for (int[] size : SIZES) {
            int rows = size[0];
            int features = size[1];
            int inner = size[2];
            float[] x = normal(random, rows * features * inner);
            float[] weight = normal(random, features);
            float[] bias = normal(random, features);
            float[] runningMean = normal(random, features);
            float[] runningVariance = normal(random, features);
            float[] oldMean = runningMean.clone();
            float[] oldVariance = runningVariance.clone();
            BatchStatistics statistics = new BatchStatistics(features, inner, 0.1f, EPSILON);
            float[] y = new float[x.length];
            kernels.batchNorm(
                    x, y, weight, bias, runningMean, runningVariance, statistics, rows, true, Activation.IDENTITY);
            double[][] exact = moments(x, rows, features, inner);
            double n = (double) rows * inner;
            for (int f = 0; f < features; f++) {
                assertClose("running mean", 0.9 * oldMean[f] + 0.1 * exact[0][f], runningMean[f], 1e-6);
                assertClose(
                        "running variance",
                        0.9 * oldVariance[f] + 0.1 * exact[1][f] * n / (n - 1),
                        runningVariance[f],
                        1e-6);
            }
            for (int i = 0; i < x.length; i++) {
                int f = i / inner % features;
                double normalized = (x[i] - exact[0][f]) / Math.sqrt(exact[1][f] + EPSILON);
                assertClose("y", normalized * weight[f] + bias[f], y[i], 2e-5);
            }
            float[] plain = new float[x.length];
            kernels.batchNorm(
                    x, plain, null, null, runningMean, runningVariance, statistics, rows, true, Activation.IDENTITY);
            for (int i = 0; i < x.length; i++) {
                int f = i / inner % features;
                assertClose("y", (x[i] - exact[0][f]) / Math.sqrt(exact[1][f] + EPSILON), plain[i], 2e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void batchNormInEvaluationUsesTheRunningStatisticsAndLeavesThem(Kernels kernels) {
        Random random = new Random(2);
        float[] x = normal(random, 4 * 19);
        float[] mean = normal(random, 19);
        float[] variance = new float[19];
        for (int f = 0; f < 19; f++) {
            variance[f] = 0.5f + random.nextFloat();
        }
        float[] oldMean = mean.clone();
        float[] oldVariance = variance.clone();
        float[] y = new float[x.length];
        BatchStatistics statistics = new BatchStatistics(19, 1, 0.1f, EPSILON);
        kernels.batchNorm(x, y, null, null, mean, variance, statistics, 4, false, Activation.IDENTITY);
        assertSameBits("mean", oldMean, mean);
        assertSameBits("variance", oldVariance, variance);
        for (int i = 0; i < x.length; i++) {
            assertClose("y", (x[i] - mean[i % 19]) / Math.sqrt(variance[i % 19] + EPSILON), y[i], 1e-5);
        }
        float[] standardized = new float[x.length];
        kernels.standardize(x, standardized, mean, variance, 4, 19, 1, EPSILON);
        assertSameBits("standardize", y, standardized);
        float[] dx = new float[x.length];
        kernels.standardizeGradient(x, dx, variance, 4, 19, 1, EPSILON);
        for (int i = 0; i < x.length; i++) {
            assertClose("dx", x[i] / Math.sqrt(variance[i % 19] + EPSILON), dx[i], 1e-5);
        }
    }

    /** The loss is sum(dy y); its differences are taken in double. */
    private static double loss(double[] x, float[] dy, float[] weight, float[] bias, int[] size) {
        int features = size[1];
        int inner = size[2];
        double n = (double) size[0] * inner;
        double[] mean = new double[features];
        double[] variance = new double[features];
        for (int i = 0; i < x.length; i++) {
            mean[i / inner % features] += x[i] / n;
        }
        for (int i = 0; i < x.length; i++) {
            double d = x[i] - mean[i / inner % features];
            variance[i / inner % features] += d * d / n;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int f = i / inner % features;
            sum += dy[i] * ((x[i] - mean[f]) / Math.sqrt(variance[f] + EPSILON) * weight[f] + bias[f]);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void batchNormGradientsAreTheDifferences(Kernels kernels) {
        Random random = new Random(3);
        int[] size = {5, 3, 4};
        float[] x = normal(random, 60);
        float[] dy = normal(random, 60);
        float[] weight = normal(random, 3);
        float[] bias = normal(random, 3);
        BatchStatistics statistics = new BatchStatistics(3, 4, 0.1f, EPSILON);
        kernels.batchNorm(
                x, new float[60], weight, bias, new float[3], new float[3], statistics, 5, true, Activation.IDENTITY);
        float[] dx = new float[60];
        kernels.batchNormGradient(x, dy, dx, weight, statistics, 5);
        double[] exact = new double[60];
        for (int i = 0; i < 60; i++) {
            exact[i] = x[i];
        }
        double h = 1e-5;
        for (int i = 0; i < 60; i++) {
            double[] up = exact.clone();
            double[] down = exact.clone();
            up[i] += h;
            down[i] -= h;
            double difference = (loss(up, dy, weight, bias, size) - loss(down, dy, weight, bias, size)) / (2 * h);
            assertClose("dx", difference, dx[i], 2e-5);
        }
        float[] dw = {1, 2, 3};
        float[] db = {4, 5, 6};
        kernels.batchNormWeightGradient(x, dy, dw, db, statistics, 5, true);
        for (int f = 0; f < 3; f++) {
            float[] unit = new float[3];
            unit[f] = 1;
            assertClose("dw", 1 + f + loss(exact, dy, unit, new float[3], size), dw[f], 2e-5);
            assertClose("db", 4 + f + loss(exact, dy, new float[3], unit, size), db[f], 2e-5);
        }
        kernels.batchNormWeightGradient(x, dy, dw, db, statistics, 5, false);
        assertClose("dw", loss(exact, dy, new float[] {1, 0, 0}, new float[3], size), dw[0], 2e-5);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void statisticsOfPartsAreThoseOfTheWhole(Kernels kernels) {
        Random random = new Random(4);
        int features = 5;
        int inner = 3;
        float[] whole = normal(random, 20 * features * inner);
        float[] mean = new float[features];
        float[] variance = new float[features];
        float[] count = new float[features];
        int from = 0;
        for (int rows : new int[] {1, 0, 12, 7}) {
            int length = rows * features * inner;
            float[] part = Arrays.copyOfRange(whole, from, from + length);
            kernels.accumulateStatistics(part, mean, variance, count, rows, features, inner);
            from += length;
        }
        assertArrayEquals(new float[] {60, 60, 60, 60, 60}, count);
        double[][] exact = moments(whole, 20, features, inner);
        for (int f = 0; f < features; f++) {
            assertClose("mean", exact[0][f], mean[f], 1e-6);
            assertClose("variance", exact[1][f], variance[f], 2e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void affineScalesAndShiftsEachFeature(Kernels kernels) {
        Random random = new Random(5);
        for (int[] size : SIZES) {
            float[] x = normal(random, size[0] * size[1] * size[2]);
            float[] scale = normal(random, size[1]);
            float[] shift = normal(random, size[1]);
            float[] expected = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                int f = i / size[2] % size[1];
                expected[i] = Math.fma(x[i], scale[f], shift[f]);
            }
            float[] y = new float[x.length];
            kernels.affine(x, y, scale, shift, size[0], size[1], size[2], Activation.IDENTITY);
            assertSameBits("affine", expected, y);
            kernels.affine(x, x, scale, shift, size[0], size[1], size[2], Activation.IDENTITY);
            assertSameBits("in place", expected, x);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void oneValuePerFeatureHasNoVariance(Kernels kernels) {
        BatchStatistics statistics = new BatchStatistics(3, 1, 0.1f, EPSILON);
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> kernels.batchNorm(
                        new float[3],
                        new float[3],
                        null,
                        null,
                        new float[3],
                        new float[3],
                        statistics,
                        1,
                        true,
                        Activation.IDENTITY));
        assertEquals(
                "batch normalisation in training needs at least 2 values per feature, but 1 rows of 1 give 1; use a"
                        + " larger batch, drop the incomplete last batch, or call eval()",
                e.getMessage());
    }
}
