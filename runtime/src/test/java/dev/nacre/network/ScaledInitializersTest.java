package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The distributions by their moments; bounds are four standard errors or more. For n elements of deviation s that of the
 * mean is s / sqrt(n), that of the variance of a normal distribution sqrt(2 / n) s^2.
 */
class ScaledInitializersTest {
    private static float[] filled(Consumer<Parameter> initializer, int... shape) {
        Parameter parameter = new Parameter("w", shape);
        initializer.accept(parameter);
        return parameter.values();
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    private static double largest(float[] values) {
        double largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** As PyTorch's {@code _calculate_fan_in_and_fan_out}. */
    @ParameterizedTest
    @CsvSource({"IN, 5, 30", "OUT, 3, 18", "AVERAGE, 4, 24"})
    void countsConnections(Fan fan, double dense, double convolution) {
        assertEquals(dense, fan.of(3, 5));
        assertEquals(convolution, fan.of(3, 5, 2, 3));
        assertEquals(dense * 7, fan.of(3, 5, 7));
        String message =
                assertThrows(IllegalArgumentException.class, () -> fan.of(3)).getMessage();
        assertTrue(message.contains("a weight of 1 axes has no fan"), message);
    }

    @ParameterizedTest
    @EnumSource(Fan.class)
    void scalesWithTheFan(Fan fan) {
        int[] shape = {300, 100, 2, 3};
        double variance = 2.25 / fan.of(shape);
        float[] normal = filled(w -> Initializers.normal(w, fan, 1.5, 3, 1), shape);
        float[] uniform = filled(w -> Initializers.uniform(w, fan, 1.5, 3, 1), shape);
        double error = 1 / Math.sqrt(normal.length);
        for (float[] values : new float[][] {normal, uniform}) {
            assertEquals(0, mean(values), 4 * error * Math.sqrt(variance));
            assertEquals(variance, variance(values), 6 * error * variance);
        }
        double bound = Math.sqrt(3 * variance);
        assertTrue(largest(uniform) <= bound * (1 + 0x1p-24) && largest(uniform) > 0.999 * bound);
        assertTrue(largest(normal) > 3.5 * Math.sqrt(variance));
    }

    @Test
    void normalHasItsMean() {
        float[] values = filled(w -> Initializers.normal(w, -3, 0.5, 42, 0), 200_000);
        assertEquals(-3, mean(values), 0.005);
        assertEquals(0.25, variance(values), 0.004);
    }

    @Test
    void uniformLiesBetweenItsEnds() {
        float[] values = filled(w -> Initializers.uniform(w, 1, 4, 42, 0), 200_000);
        int[] tenths = new int[10];
        for (float value : values) {
            assertTrue(value >= 1 && value <= 4, () -> "outside: " + value);
            tenths[Math.min(9, (int) ((value - 1) / 3 * 10))]++;
        }
        for (int count : tenths) {
            assertEquals(20_000, count, 700);
        }
        assertArrayEquals(new float[] {2, 2}, filled(w -> Initializers.uniform(w, 2, 2, 0, 0), 2));
    }

    /** The deviation of a standard normal cut at 2 is 0.87962566; 71.52 % of it lie within 1, 40.12 % within 0.5. */
    @Test
    void truncatedNormalIsCutAtTwoDeviations() {
        float[] values = filled(w -> Initializers.truncatedNormal(w, 1, 0.1, 42, 0), 200_000);
        assertEquals(1, mean(values), 0.001);
        assertEquals(0.0773741, variance(values) * 10, 0.0008);
        int withinOne = 0;
        int withinHalf = 0;
        for (float value : values) {
            double off = Math.abs(value - 1.0);
            assertTrue(off <= 0.2 + 1e-7, () -> "outside: " + value);
            withinOne += off < 0.1 ? 1 : 0;
            withinHalf += off < 0.05 ? 1 : 0;
        }
        assertEquals(0.7152, withinOne / 200_000.0, 0.004);
        assertEquals(0.4012, withinHalf / 200_000.0, 0.0045);
        assertArrayEquals(new float[] {5, 5}, filled(w -> Initializers.truncatedNormal(w, 5, 0, 0, 0), 2));
    }

    /** The product of each two rows, or columns where these are fewer, is gain^2 for one and the same, else 0. */
    @ParameterizedTest
    @CsvSource({"20, 50, 1", "50, 20, 2", "64, 64, 0.5", "1, 7, 3", "7, 1, 3", "1, 1, 2", "8, 36, 0"})
    void orthogonalIs(int rows, int columns, double gain) {
        float[] w = filled(parameter -> Initializers.orthogonal(parameter, gain, 11, 4), rows, columns);
        boolean wide = rows <= columns;
        int count = Math.min(rows, columns);
        int length = Math.max(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double sum = 0;
                for (int i = 0; i < length; i++) {
                    sum += (double) w[wide ? a * columns + i : i * columns + a]
                            * w[wide ? b * columns + i : i * columns + b];
                }
                assertEquals(a == b ? gain * gain : 0, sum, 2e-7 * gain * gain * Math.sqrt(length), a + ", " + b);
            }
        }
    }

    @Test
    void orthogonalTakesAxesBehindTheSecondForColumns() {
        assertArrayEquals(
                filled(w -> Initializers.orthogonal(w, 2, 1, 0), 6, 12),
                filled(w -> Initializers.orthogonal(w, 2, 1, 0), 6, 3, 2, 2));
    }

    /**
     * Among 4,000 matrices of 3 x 3, half turn and half also reflect, and an element has mean 0, mean square 1/3 and mean
     * fourth power 1/5, as a coordinate of a point on a sphere.
     */
    @Test
    void orthogonalMatricesAreUniformlyDistributed() {
        int turning = 0;
        double[][] moments = new double[9][5];
        for (int seed = 0; seed < 4000; seed++) {
            int each = seed;
            float[] w = filled(parameter -> Initializers.orthogonal(parameter, 1, each, 0), 3, 3);
            double determinant = w[0] * (w[4] * w[8] - w[5] * w[7])
                    - w[1] * (w[3] * w[8] - w[5] * w[6])
                    + w[2] * (w[3] * w[7] - w[4] * w[6]);
            assertEquals(1, Math.abs(determinant), 1e-5);
            turning += determinant > 0 ? 1 : 0;
            for (int i = 0; i < 9; i++) {
                for (int power = 1; power < 5; power++) {
                    moments[i][power] += Math.pow(w[i], power) / 4000;
                }
            }
        }
        assertEquals(2000, turning, 130);
        for (double[] element : moments) {
            assertEquals(0, element[1], 0.04);
            assertEquals(1 / 3.0, element[2], 0.02);
            assertEquals(0, element[3], 0.03);
            assertEquals(1 / 5.0, element[4], 0.02);
        }
    }

    @Test
    void dependOnSeedAndStream() {
        for (Drawn drawn : new Drawn[] {
            (w, seed, stream) -> Initializers.truncatedNormal(w, 0, 1, seed, stream),
            (w, seed, stream) -> Initializers.uniform(w, -1, 2, seed, stream),
            (w, seed, stream) -> Initializers.normal(w, Fan.IN, 1, seed, stream),
            (w, seed, stream) -> Initializers.uniform(w, Fan.OUT, 1, seed, stream),
            (w, seed, stream) -> Initializers.orthogonal(w, 1, seed, stream)
        }) {
            float[] values = filled(w -> drawn.fill(w, 5, 2), 4, 6);
            assertArrayEquals(values, filled(w -> drawn.fill(w, 5, 2), 4, 6));
            assertFalse(Arrays.equals(values, filled(w -> drawn.fill(w, 6, 2), 4, 6)));
            assertFalse(Arrays.equals(values, filled(w -> drawn.fill(w, 5, 3), 4, 6)));
        }
        assertArrayEquals(
                filled(w -> Initializers.truncatedNormal(w, 0, 1, 5, 2), 7),
                Arrays.copyOf(filled(w -> Initializers.truncatedNormal(w, 0, 1, 5, 2), 1000), 7));
    }

    private interface Drawn {
        void fill(Parameter parameter, long seed, int stream);
    }

    /** Weights of published seeds must not change from one release or Java virtual machine to another. */
    @Test
    void bitsAreFixed() {
        assertArrayEquals(
                new float[] {0.0018905463f, -0.008437446f, 0.010125254f, -5.222402E-4f, 0.0038677275f},
                filled(w -> Initializers.truncatedNormal(w, 0, 0.01, 42, 1), 5));
        assertArrayEquals(
                new float[] {0.14198773f, -0.63368654f, 0.7604478f, 0.31078282f, 0.75792384f, 0.5735552f},
                filled(w -> Initializers.orthogonal(w, 1, 42, 1), 2, 3));
        assertArrayEquals(
                new float[] {0.13368182f, -0.6858801f, -0.5966175f, 0.11477325f},
                filled(w -> Initializers.normal(w, Fan.AVERAGE, 1, 42, 1), 2, 2));
    }

    private static void refuses(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void refusesWhatCannotBe() {
        refuses(
                "lower end to initialise w with is NaN",
                () -> filled(w -> Initializers.uniform(w, Double.NaN, 1, 0, 0), 2));
        refuses("upper end", () -> filled(w -> Initializers.uniform(w, 0, Double.POSITIVE_INFINITY, 0, 0), 2));
        refuses("the lower one comes first", () -> filled(w -> Initializers.uniform(w, 1, 0, 0, 0), 2));
        refuses("the mean", () -> filled(w -> Initializers.normal(w, Double.NaN, 1, 0, 0), 2));
        refuses("standard deviation", () -> filled(w -> Initializers.truncatedNormal(w, 0, -1, 0, 0), 2));
        refuses("the gain", () -> filled(w -> Initializers.normal(w, Fan.IN, -1, 0, 0), 2, 2));
        refuses("has no fan", () -> filled(w -> Initializers.uniform(w, Fan.IN, 1, 0, 0), 2));
        refuses("w 2 cannot be initialised orthogonally", () -> filled(w -> Initializers.orthogonal(w, 1, 0, 0), 2));
        refuses("the gain", () -> filled(w -> Initializers.orthogonal(w, Double.NaN, 0, 0), 2, 2));
    }
}
