package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertClose;
import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Normalisations of channels: by the batch, by groups of channels and by neighbours. */
@Tag("vector")
class FeatureNormTest {
    private static final int THREADS = Threads.count();
    private static final float EPSILON = 1e-5f;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @AfterEach
    void restore() {
        Threads.count(THREADS);
    }

    /** Rows, channels, inner: enough that several threads take part. */
    private static final int[][] LARGE = {{16, 6, 784}, {32, 5, 196}, {64, 8, 49}, {40, 300, 1}, {16, 70, 9}};

    /** All results of one training step of a batch normalisation, with what rides on it. */
    private static List<float[]> step(Kernels kernels, int[] size, Activation f, Mask mask) {
        Random random = new Random(size[2]);
        int n = size[0] * size[1] * size[2];
        float[] x = normal(random, n);
        float[] dy = normal(random, n);
        float[] weight = normal(random, size[1]);
        float[] bias = normal(random, size[1]);
        float[] mean = normal(random, size[1]);
        float[] variance = new float[size[1]];
        java.util.Arrays.fill(variance, 1);
        BatchStatistics statistics = new BatchStatistics(size[1], size[2], 0.1f, EPSILON);
        List<float[]> results = new ArrayList<>();
        float[] y = new float[n];
        kernels.batchNorm(x, y, weight, bias, mean, variance, statistics, size[0], true, f, mask);
        results.add(y);
        float[] dx = new float[n];
        kernels.batchNormGradient(x, dy, dx, weight, statistics, size[0]);
        results.add(dx);
        float[] dw = new float[size[1]];
        float[] db = new float[size[1]];
        kernels.batchNormWeightGradient(x, dy, dw, db, statistics, size[0], false);
        results.add(dw);
        results.add(db);
        results.add(mean);
        results.add(variance);
        float[] evaluated = new float[n];
        kernels.batchNorm(x, evaluated, weight, bias, mean, variance, statistics, size[0], false, f, mask);
        results.add(evaluated);
        float[] sums = new float[size[1]];
        kernels.channelSum(dy, sums, size[0], size[1], size[2], false);
        results.add(sums);
        return results;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void threadsDoNotShow(Kernels kernels) {
        for (int[] size : LARGE) {
            Threads.count(1);
            List<float[]> alone = step(kernels, size, Activation.RELU, Mask.NONE);
            alone.addAll(groups(kernels, size));
            for (int threads : new int[] {2, 3, 5}) {
                Threads.count(threads);
                List<float[]> divided = step(kernels, size, Activation.RELU, Mask.NONE);
                divided.addAll(groups(kernels, size));
                for (int i = 0; i < alone.size(); i++) {
                    assertSameBits("result " + i, alone.get(i), divided.get(i));
                }
            }
        }
    }

    private static List<float[]> groups(Kernels kernels, int[] size) {
        Random random = new Random(size[1]);
        int n = size[0] * size[1] * size[2];
        int groups = size[1] % 2 == 0 ? 2 : 1;
        float[] x = normal(random, n);
        float[] dy = normal(random, n);
        float[] weight = normal(random, size[1]);
        List<float[]> results = new ArrayList<>();
        float[] y = new float[n];
        kernels.groupNorm(x, y, weight, weight, size[0], size[1], size[2], groups, EPSILON, Activation.RELU);
        results.add(y);
        float[] dx = new float[n];
        kernels.groupNormGradient(x, dy, dx, weight, size[0], size[1], size[2], groups, EPSILON);
        results.add(dx);
        float[] dw = new float[size[1]];
        float[] db = new float[size[1]];
        kernels.groupNormWeightGradient(x, dy, dw, db, size[0], size[1], size[2], groups, EPSILON, false);
        results.add(dw);
        results.add(db);
        float[] tracked = new float[n];
        float[] mean = normal(random, size[1]);
        float[] variance = normal(random, size[1]);
        if (size[2] > 1) {
            BatchStatistics statistics = new BatchStatistics(size[1], size[2], 0.3f, EPSILON);
            kernels.instanceNorm(x, tracked, weight, null, mean, variance, statistics, size[0], true, Activation.RELU);
        }
        results.add(tracked);
        results.add(mean);
        results.add(variance);
        float[] local = new float[n];
        kernels.localResponseNorm(x, local, size[0], size[1], size[2], 3, 0.1f, 0.75f, 1);
        results.add(local);
        float[] dLocal = new float[n];
        kernels.localResponseNormGradient(x, dy, dLocal, size[0], size[1], size[2], 3, 0.1f, 0.75f, 1);
        results.add(dLocal);
        return results;
    }

    @Test
    void providersGiveTheSameBits() {
        List<Named<Kernels>> providers = Providers.all();
        for (int[] size : LARGE) {
            List<float[]> expected = groups(providers.get(0).getPayload(), size);
            for (Named<Kernels> other : providers) {
                List<float[]> actual = groups(other.getPayload(), size);
                for (int i = 0; i < expected.size(); i++) {
                    assertSameBits(other.getName() + " " + i, expected.get(i), actual.get(i));
                }
            }
        }
    }

    /** What rides on the norm gives the bits of a pass of its own, also where a mask drops. */
    @ParameterizedTest
    @MethodSource("providers")
    void activationsRide(Kernels kernels) {
        for (int[] size : LARGE) {
            float[] plain = step(kernels, size, Activation.IDENTITY, Mask.NONE).get(0);
            for (Activation f : new Activation[] {Activation.RELU, Activation.SILU, Activation.TANH}) {
                float[] y = step(kernels, size, f, Mask.NONE).get(0);
                float[] expected = new float[y.length];
                kernels.activate(plain, expected, size[0], size[1] * size[2], f, Mask.NONE);
                assertSameBits(f.toString(), expected, y);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void instancesMoveRunningStatistics(Kernels kernels) {
        int rows = 3;
        int channels = 2;
        int inner = 5;
        Random random = new Random(9);
        float[] x = normal(random, rows * channels * inner);
        float[] y = new float[x.length];
        float[] expected = new float[x.length];
        float[] mean = {1, -2};
        float[] variance = {3, 4};
        BatchStatistics statistics = new BatchStatistics(channels, inner, 0.25f, EPSILON);
        kernels.instanceNorm(x, y, null, null, mean, variance, statistics, rows, true, Activation.TANH, Mask.NONE);
        kernels.groupNorm(x, expected, null, null, rows, channels, inner, channels, EPSILON, Activation.IDENTITY);
        kernels.activate(expected, expected, rows, channels * inner, Activation.TANH, Mask.NONE);
        assertSameBits("training", expected, y);
        for (int c = 0; c < channels; c++) {
            double means = 0;
            double variances = 0;
            for (int row = 0; row < rows; row++) {
                int at = (row * channels + c) * inner;
                double sum = 0;
                for (int i = 0; i < inner; i++) {
                    sum += x[at + i];
                }
                double squares = 0;
                for (int i = 0; i < inner; i++) {
                    squares += (x[at + i] - sum / inner) * (x[at + i] - sum / inner);
                }
                means += sum / inner / rows;
                variances += squares / (inner - 1) / rows;
            }
            assertEquals(0.75 * (c == 0 ? 1 : -2) + 0.25 * means, mean[c], 1e-6);
            assertEquals(0.75 * (c == 0 ? 3 : 4) + 0.25 * variances, variance[c], 1e-6);
        }
        float[] before = {mean[0], mean[1], variance[0], variance[1]};
        kernels.instanceNorm(x, y, null, null, mean, variance, statistics, rows, false, Activation.TANH, Mask.NONE);
        kernels.batchNorm(x, expected, null, null, mean, variance, statistics, rows, false, Activation.TANH, Mask.NONE);
        assertSameBits("evaluation", expected, y);
        assertSameBits("statistics", before, new float[] {mean[0], mean[1], variance[0], variance[1]});
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.instanceNorm(
                        x,
                        y,
                        null,
                        null,
                        mean,
                        variance,
                        new BatchStatistics(10, 1, 0.1f, EPSILON),
                        rows,
                        true,
                        Activation.TANH));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void activationsAndMasksRideOnGroups(Kernels kernels) {
        Mask mask = new Mask(0.3, 4);
        mask.draw(7, 3);
        for (int[] size : LARGE) {
            int n = size[0] * size[1] * size[2];
            float[] x = normal(new Random(n), n);
            float[] plain = new float[n];
            kernels.groupNorm(x, plain, null, null, size[0], size[1], size[2], 1, EPSILON, Activation.IDENTITY);
            for (Mask dropout : new Mask[] {Mask.NONE, mask}) {
                for (Activation f : new Activation[] {Activation.RELU, Activation.SILU, Activation.IDENTITY}) {
                    float[] y = new float[n];
                    float[] expected = new float[n];
                    kernels.groupNorm(x, y, null, null, size[0], size[1], size[2], 1, EPSILON, f, dropout);
                    kernels.activate(plain, expected, size[0], size[1] * size[2], f, dropout);
                    assertSameBits(f.toString(), expected, y);
                }
            }
        }
    }

    /** Sums that were kept are those that would be made. */
    @ParameterizedTest
    @MethodSource("providers")
    void weightGradientsAreTheSameAloneAndAfterTheGradient(Kernels kernels) {
        for (int[] size : LARGE) {
            Random random = new Random(3);
            int n = size[0] * size[1] * size[2];
            float[] x = normal(random, n);
            float[] dy = normal(random, n);
            float[] other = normal(random, n);
            float[] weight = normal(random, size[1]);
            BatchStatistics statistics = new BatchStatistics(size[1], size[2], 0.1f, EPSILON);
            kernels.batchNorm(
                    x,
                    new float[n],
                    weight,
                    null,
                    new float[size[1]],
                    new float[size[1]],
                    statistics,
                    size[0],
                    true,
                    Activation.IDENTITY);
            float[][] dw = new float[3][size[1]];
            float[][] db = new float[3][size[1]];
            kernels.batchNormWeightGradient(x, dy, dw[0], db[0], statistics, size[0], false);
            kernels.batchNormGradient(x, dy, new float[n], weight, statistics, size[0]);
            kernels.batchNormWeightGradient(x, dy, dw[1], db[1], statistics, size[0], false);
            kernels.batchNormGradient(x, other, new float[n], weight, statistics, size[0]);
            kernels.batchNormWeightGradient(x, dy, dw[2], db[2], statistics, size[0], false);
            for (int i = 1; i < 3; i++) {
                assertSameBits("dw", dw[0], dw[i]);
                assertSameBits("db", db[0], db[i]);
            }
        }
    }

    /** A constant feature has no deviation at all, whatever it is, and a large mean costs no accuracy. */
    @ParameterizedTest
    @MethodSource("providers")
    void constantsAndLargeMeans(Kernels kernels) {
        Random random = new Random(5);
        for (int inner : new int[] {1, 9, 49, 784}) {
            float[] x = new float[32 * 2 * inner];
            for (int i = 0; i < x.length; i++) {
                x[i] = i / inner % 2 == 0 ? 0.1f : 1000 + (float) random.nextGaussian();
            }
            float[] y = new float[x.length];
            BatchStatistics statistics = new BatchStatistics(2, inner, 0.1f, EPSILON);
            kernels.batchNorm(x, y, null, null, new float[2], new float[2], statistics, 32, true, Activation.IDENTITY);
            double mean = 0;
            double n = 32.0 * inner;
            for (int i = 0; i < x.length; i++) {
                mean += i / inner % 2 == 0 ? 0 : x[i] / n;
            }
            double variance = 0;
            for (int i = 0; i < x.length; i++) {
                variance += i / inner % 2 == 0 ? 0 : (x[i] - mean) * (x[i] - mean) / n;
            }
            for (int i = 0; i < x.length; i++) {
                boolean constant = i / inner % 2 == 0;
                assertClose("y", constant ? 0 : (x[i] - mean) / Math.sqrt(variance + EPSILON), y[i], 1e-4);
                if (constant) {
                    assertEquals(0f, y[i], inner == 1 || inner == 9 ? 1e-6f : 0f);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void groupNormAgainstItsDefinition(Kernels kernels) {
        Random random = new Random(6);
        for (int[] size : new int[][] {{3, 4, 1, 2}, {2, 6, 9, 3}, {2, 4, 50, 4}, {1, 4, 530, 1}, {2, 3, 16, 3}}) {
            int channels = size[1];
            int inner = size[2];
            int count = channels / size[3] * inner;
            float[] x = normal(random, size[0] * channels * inner);
            float[] weight = normal(random, channels);
            float[] bias = normal(random, channels);
            float[] y = new float[x.length];
            kernels.groupNorm(x, y, weight, bias, size[0], channels, inner, size[3], EPSILON, Activation.IDENTITY);
            float[] plain = new float[x.length];
            kernels.groupNorm(x, plain, null, null, size[0], channels, inner, size[3], EPSILON, Activation.IDENTITY);
            for (int i = 0; i < x.length; i++) {
                int first = i / count * count;
                double mean = 0;
                double variance = 0;
                for (int j = first; j < first + count; j++) {
                    mean += x[j] / (double) count;
                }
                for (int j = first; j < first + count; j++) {
                    variance += (x[j] - mean) * (x[j] - mean) / count;
                }
                double normal = (x[i] - mean) / Math.sqrt(variance + EPSILON);
                int channel = i / inner % channels;
                assertClose("plain", normal, plain[i], 1e-5);
                assertClose("y", normal * weight[channel] + bias[channel], y[i], 1e-5);
            }
        }
        assertEquals(
                "3 groups do not divide 4 channels; use a divisor of 4",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> kernels.groupNorm(
                                        new float[4],
                                        new float[4],
                                        null,
                                        null,
                                        1,
                                        4,
                                        1,
                                        3,
                                        EPSILON,
                                        Activation.IDENTITY))
                        .getMessage());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void localResponseNormAgainstItsDefinition(Kernels kernels) {
        Random random = new Random(7);
        for (float beta : new float[] {0.75f, 0.5f, 1, 0.3f}) {
            for (int size : new int[] {1, 2, 3, 5, 9}) {
                int channels = 5;
                int inner = 6;
                float[] x = normal(random, 2 * channels * inner);
                float[] y = new float[x.length];
                kernels.localResponseNorm(x, y, 2, channels, inner, size, 0.5f, beta, 1.5f);
                for (int i = 0; i < x.length; i++) {
                    int channel = i / inner % channels;
                    double sum = 0;
                    for (int c = channel - size / 2; c < channel - size / 2 + size; c++) {
                        if (c >= 0 && c < channels) {
                            double value = x[i + (c - channel) * inner];
                            sum += value * value;
                        }
                    }
                    assertClose("y", x[i] / Math.pow(1.5 + 0.5 / size * sum, beta), y[i], 1e-6);
                }
            }
        }
    }
}
