package dev.nacre.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitializersTest {
    private static float[] normal(int size, double deviation, long seed, int stream) {
        Parameter parameter = new Parameter("w", size);
        Initializers.normal(parameter, deviation, seed, stream);
        return parameter.values();
    }

    private static float[] uniform(int size, double bound, long seed, int stream) {
        Parameter parameter = new Parameter("w", size);
        Initializers.uniform(parameter, bound, seed, stream);
        return parameter.values();
    }

    private static double moment(float[] values, int order) {
        double sum = 0;
        for (float value : values) {
            sum += Math.pow(value, order);
        }
        return sum / values.length;
    }

    @Test
    void fillsWithAConstant() {
        Parameter parameter = new Parameter("w", 2, 2);
        Initializers.constant(parameter, 0.1);
        assertArrayEquals(new float[] {0.1f, 0.1f, 0.1f, 0.1f}, parameter.values());
    }

    @Test
    void elementsDependOnSeedStreamAndPositionOnly() {
        assertArrayEquals(normal(1000, 1, 5, 2), normal(1000, 1, 5, 2));
        assertArrayEquals(Arrays.copyOf(normal(1000, 1, 5, 2), 7), normal(7, 1, 5, 2));
        assertArrayEquals(Arrays.copyOf(uniform(1000, 1, 5, 2), 7), uniform(7, 1, 5, 2));
        assertFalse(Arrays.equals(normal(7, 1, 5, 2), normal(7, 1, 6, 2)));
        assertFalse(Arrays.equals(normal(7, 1, 5, 2), normal(7, 1, 5, 3)));
        assertFalse(Arrays.equals(uniform(7, 1, 5, 2), uniform(7, 1, 5, -2)));
    }

    /** Standard errors at 200,000 elements: mean 0.0022, variance 0.0032, third moment 0.0087, fourth 0.022. */
    @Test
    void normalHasTheMomentsOfTheNormalDistribution() {
        float[] values = normal(200_000, 1, 42, 0);
        assertEquals(0, moment(values, 1), 0.01);
        assertEquals(1, moment(values, 2), 0.015);
        assertEquals(0, moment(values, 3), 0.04);
        assertEquals(3, moment(values, 4), 0.1);
        double neighbours = 0;
        for (int i = 0; i + 1 < values.length; i++) {
            neighbours += (double) values[i] * values[i + 1];
        }
        assertEquals(0, neighbours / values.length, 0.01);
    }

    @Test
    void normalScalesWithTheDeviation() {
        float[] one = normal(100, 1, 42, 0);
        float[] small = normal(100, 0.25, 42, 0);
        for (int i = 0; i < one.length; i++) {
            assertEquals(0.25f * one[i], small[i]);
        }
    }

    @Test
    void uniformFillsItsIntervalEvenly() {
        float[] values = uniform(200_000, 0.5, 42, 0);
        int[] tenths = new int[10];
        for (float value : values) {
            assertTrue(value >= -0.5f && value <= 0.5f, () -> "outside: " + value);
            tenths[Math.min(9, (int) ((value + 0.5f) * 10))]++;
        }
        for (int count : tenths) {
            assertEquals(20_000, count, 700);
        }
        assertEquals(0.25 / 3, moment(values, 2), 0.001);
    }

    /** Weights of published seeds must not change from one release or Java virtual machine to another. */
    @Test
    void bitsAreFixed() {
        assertArrayEquals(
                new float[] {0.0018905463f, -0.00969981f, -0.008437446f, 0.0016231388f, 0.010125254f},
                normal(5, 0.01, 42, 1));
        assertArrayEquals(new float[] {-0.11366727f, 0.2806361f, -0.19133872f, -0.030247634f}, uniform(4, 0.5, 42, 1));
    }

    @Test
    void refusesImpossibleScales() {
        String message = assertThrows(IllegalArgumentException.class, () -> normal(3, -1, 0, 0))
                .getMessage();
        assertTrue(message.contains("standard deviation to initialise w with is -1.0"), message);
        assertThrows(IllegalArgumentException.class, () -> uniform(3, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> uniform(3, Double.POSITIVE_INFINITY, 0, 0));
    }
}
