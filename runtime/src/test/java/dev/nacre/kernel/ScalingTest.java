package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingTest {
    private static final float NAN = Float.NaN;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static float[] start(int features, float value) {
        float[] start = new float[features];
        Arrays.fill(start, value);
        return start;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void extremesOfEverythingSeen(Kernels kernels) {
        Random random = new Random(3);
        int features = 3;
        int inner = 2;
        float[] min = start(features, Float.POSITIVE_INFINITY);
        float[] max = start(features, Float.NEGATIVE_INFINITY);
        float[] least = min.clone();
        float[] most = max.clone();
        for (int rows : new int[] {1, 0, 12, 7}) {
            float[] x = normal(random, rows * features * inner);
            for (int i = 0; i < x.length; i++) {
                int f = i / inner % features;
                least[f] = Math.min(least[f], x[i]);
                most[f] = Math.max(most[f], x[i]);
            }
            kernels.accumulateExtremes(x, min, max, rows, features, inner);
            assertArrayEquals(least, min);
            assertArrayEquals(most, max);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void missingNumbersMoveNothing(Kernels kernels) {
        float[] min = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] max = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        kernels.accumulateExtremes(new float[] {NAN, 3, NAN, NAN, NAN, -2}, min, max, 3, 2, 1);
        assertArrayEquals(new float[] {Float.POSITIVE_INFINITY, -2}, min);
        assertArrayEquals(new float[] {Float.NEGATIVE_INFINITY, 3}, max);

        float[] mean = {0, 0};
        float[] variance = {1, 1};
        float[] count = {0, 0};
        kernels.accumulateStatistics(new float[] {NAN, 3, NAN, NAN, NAN, -2}, mean, variance, count, 3, 2, 1);
        kernels.accumulateStatistics(new float[] {NAN, 5}, mean, variance, count, 1, 2, 1);
        assertArrayEquals(new float[] {0, 3}, count);
        assertArrayEquals(new float[] {0, 2}, mean);
        assertArrayEquals(new float[] {1, 26 / 3f}, variance, 1e-6f);
    }

    /** A normal feature, one always the same, one never seen. */
    @ParameterizedTest
    @MethodSource("providers")
    void range(Kernels kernels) {
        float[] min = {-2, 5, Float.POSITIVE_INFINITY};
        float[] max = {6, 5, Float.NEGATIVE_INFINITY};
        float[] y = new float[9];
        kernels.minMax(new float[] {-2, 5, 7, 6, 6, -3, 10, NAN, NAN}, y, min, max, 3, 3, 1, -1, 3);
        assertArrayEquals(new float[] {-1, -1, 7, 3, 3, -3, 5, NAN, NAN}, y);
        float[] dx = new float[3];
        kernels.minMaxGradient(new float[] {2, 2, 2}, dx, min, max, 1, 3, 1, -1, 3);
        assertArrayEquals(new float[] {1, 8, 2}, dx);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void rangeOfElementsBehindAFeature(Kernels kernels) {
        float[] y = new float[8];
        kernels.minMax(
                new float[] {0, 1, 10, 20, 2, 4, 30, 40}, y, new float[] {0, 10}, new float[] {4, 50}, 2, 2, 2, 0, 1);
        assertArrayEquals(new float[] {0, 0.25f, 0, 0.25f, 0.5f, 1, 0.5f, 0.75f}, y);
    }

    /** Years: subtracting first keeps what a product of large numbers would round away. */
    @ParameterizedTest
    @MethodSource("providers")
    void narrowRangesFarFromZero(Kernels kernels) {
        float[] y = new float[1];
        kernels.minMax(new float[] {1e6f + 1}, y, new float[] {1e6f}, new float[] {1e6f + 3}, 1, 1, 1, 0, 1);
        assertEquals(1 / 3.0, y[0], 1e-7);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesWhatDoesNotFit(Kernels kernels) {
        float[] four = new float[4];
        float[] two = new float[2];
        assertEquals(
                "the range from 1.0 to 1.0 is empty: low must be below high",
                assertThrows(IllegalArgumentException.class, () -> kernels.minMax(four, four, two, two, 2, 2, 1, 1, 1))
                        .getMessage());
        assertEquals(
                "y has 2 elements, but 4 are needed (2 x 2)",
                assertThrows(IllegalArgumentException.class, () -> kernels.minMax(four, two, two, two, 2, 2, 1, 0, 1))
                        .getMessage());
        assertEquals(
                "max has 2 elements, but 4 are needed (1 x 4)",
                assertThrows(IllegalArgumentException.class, () -> kernels.accumulateExtremes(four, four, two, 1, 4, 1))
                        .getMessage());
    }
}
