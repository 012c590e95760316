package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;

/** Arrays to test with, and how to compare them. */
final class Floats {
    private static final float[] AWKWARD = {
        0f,
        -0f,
        1e-45f,
        -1e-45f,
        Float.MIN_NORMAL,
        1e30f,
        -1e30f,
        Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    private Floats() {}

    static float[] normal(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Normal values with zeros of both signs, subnormal, huge and infinite ones and NaN in between. */
    static float[] awkward(Random random, int length) {
        float[] values = normal(random, length);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(6) == 0) {
                values[i] = AWKWARD[random.nextInt(AWKWARD.length)];
            }
        }
        return values;
    }

    static int[] labels(Random random, int length, int classes) {
        return random.ints(length, 0, classes).toArray();
    }

    /** Equal bits; a NaN equals any NaN, since which one a sum of two gives is left to the processor. */
    static void assertSameBits(String what, float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(expected[i]) != Float.floatToIntBits(actual[i])) {
                fail(what + ": element " + i + " is " + actual[i] + ", expected " + expected[i]);
            }
        }
    }

    static void assertClose(String what, double expected, double actual, double tolerance) {
        if (!(Math.abs(expected - actual) <= tolerance)) {
            fail(what + " is " + actual + ", expected " + expected + " within " + tolerance);
        }
    }
}
