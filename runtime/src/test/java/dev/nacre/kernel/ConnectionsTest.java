package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products with dropped weights: against products with weights masked by hand, and their mean and variance within 5 sigma. */
class ConnectionsTest {
    private static final int IN = 13;
    private static final int OUT = 9;
    private static final int PER_SAMPLE = 2;
    private static final int SAMPLES = 5;
    private static final int ROWS = PER_SAMPLE * SAMPLES;

    private final Random random = new Random(3);
    private final float[] x = Floats.normal(random, ROWS * IN);
    private final float[] w = Floats.normal(random, OUT * IN);
    private final float[] b = Floats.normal(random, OUT);
    private final float[] dy = Floats.normal(random, ROWS * OUT);

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static Connections drawn(double p, long step) {
        Connections connections = new Connections(p, 2);
        connections.draw(7, step);
        return connections;
    }

    /** The weights of each sample, found with unit vectors. */
    private float[][] masked(Kernels kernels, Connections connections) {
        float[][] found = new float[SAMPLES][OUT * IN];
        for (int k = 0; k < IN; k++) {
            float[] unit = new float[SAMPLES * IN];
            for (int n = 0; n < SAMPLES; n++) {
                unit[n * IN + k] = 1;
            }
            float[] y = new float[SAMPLES * OUT];
            kernels.dropConnect(unit, w, null, y, SAMPLES, IN, OUT, 1, connections);
            for (int n = 0; n < SAMPLES; n++) {
                for (int j = 0; j < OUT; j++) {
                    found[n][j * IN + k] = y[n * OUT + j];
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void weightsAreDroppedOrScaled(Kernels kernels) {
        Connections connections = drawn(0.3, 1);
        kernels.dropWeights(w, w.length, connections);
        int dropped = 0;
        float scale = (float) (1 / (1 - 0.3));
        for (int i = 0; i < w.length; i++) {
            float found = connections.weights()[i];
            dropped += found == 0 ? 1 : 0;
            assertTrue(found == 0 || found == w[i] * scale);
        }
        assertTrue(dropped > 10 && dropped < 80, dropped + " of " + w.length + " are dropped");
        float[] g = Floats.normal(random, w.length);
        float[] dw = Floats.normal(random, w.length);
        float[] sum = dw.clone();
        kernels.dropWeightsGradient(g.clone(), sum, w.length, true, connections);
        float[] alone = new float[w.length];
        kernels.dropWeightsGradient(g.clone(), alone, w.length, false, connections);
        for (int i = 0; i < w.length; i++) {
            float expected = connections.weights()[i] == 0 ? 0 : g[i] * scale;
            assertEquals(expected, alone[i]);
            assertEquals(dw[i] + expected, sum[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void eachSampleHasItsMask(Kernels kernels) {
        Connections connections = drawn(0.4, 1);
        float[][] masked = masked(kernels, connections);
        for (int n = 1; n < SAMPLES; n++) {
            assertNotEquals(Arrays.hashCode(masked[0]), Arrays.hashCode(masked[n]));
        }
        float[] y = new float[ROWS * OUT];
        kernels.dropConnect(x, w, b, y, ROWS, IN, OUT, PER_SAMPLE, connections);
        float[] dx = new float[ROWS * IN];
        kernels.dropConnectInputGradient(dy, w, dx, ROWS, IN, OUT, PER_SAMPLE, connections);
        float[] dw = new float[w.length];
        kernels.dropConnectWeightGradient(dy, x, dw, ROWS, IN, OUT, false, PER_SAMPLE, connections);
        float[] twice = dw.clone();
        kernels.dropConnectWeightGradient(dy, x, twice, ROWS, IN, OUT, true, PER_SAMPLE, connections);
        double[] expectedDw = new double[w.length];
        for (int row = 0; row < ROWS; row++) {
            float[] of = masked[row / PER_SAMPLE];
            for (int j = 0; j < OUT; j++) {
                double sum = b[j];
                for (int k = 0; k < IN; k++) {
                    sum += (double) x[row * IN + k] * of[j * IN + k];
                    expectedDw[j * IN + k] +=
                            of[j * IN + k] == 0 ? 0 : (double) x[row * IN + k] * dy[row * OUT + j] / (1 - 0.4);
                }
                assertEquals(sum, y[row * OUT + j], 1e-5);
            }
            for (int k = 0; k < IN; k++) {
                double sum = 0;
                for (int j = 0; j < OUT; j++) {
                    sum += (double) dy[row * OUT + j] * of[j * IN + k];
                }
                assertEquals(sum, dx[row * IN + k], 1e-5);
            }
        }
        for (int i = 0; i < w.length; i++) {
            assertEquals(expectedDw[i], dw[i], 1e-5);
            assertEquals(2 * expectedDw[i], twice[i], 1e-4);
        }
    }

    @Test
    void providersAgreeToTheBit() {
        Connections connections = drawn(0.4, 1);
        float[][] results = new float[2][];
        for (int i = 0; i < 2; i++) {
            Kernels kernels = providers().get(i % providers().size()).getPayload();
            results[i] = new float[ROWS * OUT];
            kernels.dropConnect(x, w, b, results[i], ROWS, IN, OUT, PER_SAMPLE, connections);
        }
        assertArrayEquals(results[0], results[1]);
    }

    /** Over many steps: E[y] = W x + b and Var[y_j] = p / q sum (w_ji x_i)^2. */
    @ParameterizedTest
    @MethodSource("providers")
    void meanAndVarianceAreExact(Kernels kernels) {
        double p = 0.3;
        int steps = 2000;
        double[] sums = new double[OUT];
        double[] squares = new double[OUT];
        double[] fourths = new double[OUT];
        double[] mean = new double[OUT];
        double[] variance = new double[OUT];
        for (int j = 0; j < OUT; j++) {
            mean[j] = b[j];
            for (int k = 0; k < IN; k++) {
                double product = (double) w[j * IN + k] * x[k];
                mean[j] += product;
                variance[j] += p / (1 - p) * product * product;
            }
        }
        float[] y = new float[SAMPLES * OUT];
        float[] same = new float[SAMPLES * IN];
        for (int n = 0; n < SAMPLES; n++) {
            System.arraycopy(x, 0, same, n * IN, IN);
        }
        Connections connections = new Connections(p, 1);
        for (int step = 0; step < steps; step++) {
            connections.draw(5, step);
            kernels.dropConnect(same, w, b, y, SAMPLES, IN, OUT, 1, connections);
            for (int i = 0; i < y.length; i++) {
                double off = y[i] - mean[i % OUT];
                sums[i % OUT] += off;
                squares[i % OUT] += off * off;
                fourths[i % OUT] += off * off * off * off;
            }
        }
        int n = steps * SAMPLES;
        for (int j = 0; j < OUT; j++) {
            double v = variance[j];
            assertTrue(Math.abs(sums[j] / n) <= 5 * Math.sqrt(v / n), "mean of unit " + j);
            double deviation = Math.sqrt((fourths[j] / n - v * v) / n);
            assertTrue(Math.abs(squares[j] / n - v) <= 5 * deviation, "variance of unit " + j);
        }
    }

    /** The keep rate, and no correlation between steps, layers, samples and kinds of mask. */
    @Test
    void masksAreIndependent() {
        int many = 1 << 18;
        double p = 0.25;
        float[] ones = new float[many];
        Arrays.fill(ones, 1);
        float[] a = kept(p, 1, 7, 1, 0, ones);
        double kept = 0;
        for (float value : a) {
            kept += value != 0 ? 1 : 0;
        }
        assertTrue(Math.abs(kept - many * (1 - p)) <= 5 * Math.sqrt(many * p * (1 - p)));
        float[] dropout = new float[many];
        Mask mask = new Mask(p, 1);
        mask.draw(7, 1);
        Kernels.get().activate(ones, dropout, 1, many, Activation.IDENTITY, mask);
        for (float[] other : List.of(
                kept(p, 1, 7, 2, 0, ones),
                kept(p, 2, 7, 1, 0, ones),
                kept(p, 1, 8, 1, 0, ones),
                kept(p, 1, 7, 1, 1, ones),
                dropout)) {
            double sum = 0;
            for (int i = 0; i < many; i++) {
                sum += (a[i] != 0 ? p : p - 1) * (other[i] != 0 ? p : p - 1);
            }
            assertTrue(Math.abs(sum) <= 5 * p * (1 - p) * Math.sqrt(many), "correlation " + sum);
        }
    }

    private static float[] kept(double p, int layer, long seed, long step, int sample, float[] ones) {
        Connections connections = new Connections(p, layer);
        connections.draw(seed, step);
        float[] kept = new float[ones.length];
        Kernels.get().activate(ones, kept, 1, ones.length, Activation.IDENTITY, connections.mask(sample, ones.length));
        return kept;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void offIsTheProductItself(Kernels kernels) {
        for (Connections connections : List.of(new Connections(0.5, 1), drawn(0, 1))) {
            kernels.dropWeights(w, w.length, connections);
            assertSame(w, connections.weights());
            float[] expected = new float[ROWS * OUT];
            kernels.dense(x, w, b, expected, ROWS, IN, OUT, Activation.IDENTITY);
            float[] y = new float[ROWS * OUT];
            kernels.dropConnect(x, w, b, y, ROWS, IN, OUT, PER_SAMPLE, connections);
            assertArrayEquals(expected, y);
            float[] expectedDw = w.clone();
            kernels.denseWeightGradient(dy, x, expectedDw, ROWS, IN, OUT, true);
            float[] dw = w.clone();
            kernels.dropConnectWeightGradient(dy, x, dw, ROWS, IN, OUT, true, PER_SAMPLE, connections);
            assertArrayEquals(expectedDw, dw);
            float[] g = Floats.normal(random, w.length);
            kernels.dropWeightsGradient(g, dw, w.length, false, connections);
            assertArrayEquals(g, dw);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void allDroppedLeavesTheBias(Kernels kernels) {
        w[3] = Float.NaN;
        float[] y = new float[ROWS * OUT];
        kernels.dropConnect(x, w, b, y, ROWS, IN, OUT, PER_SAMPLE, drawn(1, 1));
        for (int i = 0; i < y.length; i++) {
            assertEquals(b[i % OUT], y[i]);
        }
    }

    /** For ReLU the mean is known: u Phi(u / s) + s phi(u / s). */
    @ParameterizedTest
    @MethodSource("providers")
    void momentsAreThoseOfANormalNumber(Kernels kernels) {
        float p = 0.5f;
        int samples = 20001;
        float[] u = new float[ROWS * OUT];
        kernels.dense(x, w, b, u, ROWS, IN, OUT, Activation.IDENTITY);
        float[] y = new float[ROWS * OUT];
        kernels.momentMatching(x, w, u, y, ROWS, IN, OUT, Activation.RELU, p, samples);
        float[] mean = new float[ROWS * OUT];
        kernels.momentMatching(x, w, u, mean, ROWS, IN, OUT, Activation.IDENTITY, p, samples);
        for (int i = 0; i < y.length; i++) {
            double variance = 0;
            for (int k = 0; k < IN; k++) {
                double product = (double) w[i % OUT * IN + k] * x[i / OUT * IN + k];
                variance += product * product;
            }
            double s = Math.sqrt(variance);
            double expected =
                    u[i] * DoubleElementary.normalProbability(u[i] / s) + s * DoubleElementary.normalDensity(u[i] / s);
            assertEquals(expected, y[i], 5 * s / Math.sqrt(samples));
            assertEquals(u[i], mean[i], 5 * s / Math.sqrt(samples));
        }
        float[] again = new float[OUT];
        kernels.momentMatching(x, w, u, again, 1, IN, OUT, Activation.RELU, p, samples);
        assertArrayEquals(Arrays.copyOf(y, OUT), again, "a row does not depend on the others");
    }

    @Test
    void momentsWithoutVarianceAreTheActivation() {
        float[] u = Floats.normal(random, ROWS * OUT);
        float[] expected = new float[u.length];
        Kernels kernels = Kernels.get();
        kernels.activate(u, expected, ROWS, OUT, Activation.TANH);
        float[] y = new float[u.length];
        kernels.momentMatching(x, w, u, y, ROWS, IN, OUT, Activation.TANH, 0, 10);
        assertArrayEquals(expected, y);
        kernels.momentMatching(x, w, u, y, ROWS, IN, OUT, Activation.TANH, 10, drawn(0.5, 1));
        assertArrayEquals(expected, y);
    }

    @Test
    void forcedMasksHoldUntilTheNextDraw() {
        Connections connections = drawn(0.5, 1);
        connections.force(new boolean[] {true, false, false, true});
        Kernels.get().dropWeights(new float[] {1, 2, 3, 4}, 4, connections);
        assertArrayEquals(new float[] {2, 0, 0, 8}, connections.weights());
        IllegalStateException few = assertThrows(
                IllegalStateException.class, () -> Kernels.get().dropWeights(new float[5], 5, connections));
        assertEquals("the forced mask has 4 weights, but 5 are needed", few.getMessage());
        connections.off();
        float[] whole = {1, 2, 3, 4};
        Kernels.get().dropWeights(whole, 4, connections);
        assertSame(whole, connections.weights());
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> new Connections(1.5, 0));
        Kernels kernels = Kernels.get();
        assertThrows(IllegalArgumentException.class, () -> kernels.dropWeights(w, w.length + 1, drawn(0.5, 1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.dropConnect(x, w, b, new float[1], ROWS, IN, OUT, 1, drawn(0.5, 1)));
        float[] u = new float[ROWS * OUT];
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.momentMatching(x, w, u, u, ROWS, IN, OUT, Activation.RELU, 1, 10));
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.momentMatching(x, w, u, u, ROWS, IN, OUT, Activation.RELU, 0.5f, 0));
    }
}
