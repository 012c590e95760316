package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementaryTest {
    /** Odd, so that every exponent meets many different last bits; about two million values over all of float. */
    private static final int STRIDE = 2003;

    private interface FloatFunction {
        float of(float x);
    }

    private static void within2Ulp(String name, FloatFunction function, DoubleUnaryOperator reference) {
        for (long bits = 0; bits < 1L << 32; bits += STRIDE) {
            float x = Float.intBitsToFloat((int) bits);
            if (Float.isNaN(x)) {
                assertTrue(Float.isNaN(function.of(x)), name);
                continue;
            }
            double exact = reference.applyAsDouble(x);
            float actual = function.of(x);
            float nearest = (float) exact;
            if (Float.isInfinite(nearest)) {
                assertEquals(nearest, actual, () -> name + " of " + x);
            } else {
                double limit = 2.0 * Math.ulp(nearest);
                assertTrue(
                        Math.abs(actual - exact) <= limit,
                        () -> name + " of " + x + " is " + actual + ", not " + exact);
            }
        }
    }

    @Test
    void expIsWithinTwoUnitsInTheLastPlace() {
        within2Ulp("exp", Elementary::exp, StrictMath::exp);
    }

    @Test
    void tanhIsWithinTwoUnitsInTheLastPlace() {
        within2Ulp("tanh", Scalar::tanh, StrictMath::tanh);
    }

    @Test
    void sigmoidIsWithinTwoUnitsInTheLastPlace() {
        within2Ulp("sigmoid", Scalar::sigmoid, x -> {
            double e = StrictMath.exp(-Math.abs(x));
            return (x < 0 ? e : 1) / (1 + e);
        });
    }

    @Test
    void limitsAreExact() {
        assertEquals(0f, Elementary.exp(Float.NEGATIVE_INFINITY));
        assertEquals(Float.POSITIVE_INFINITY, Elementary.exp(Float.POSITIVE_INFINITY));
        assertEquals(1f, Elementary.exp(0f));
        assertEquals(1f, Elementary.exp(-0f));
        assertEquals(0f, Scalar.sigmoid(Float.NEGATIVE_INFINITY));
        assertEquals(1f, Scalar.sigmoid(Float.POSITIVE_INFINITY));
        assertEquals(0.5f, Scalar.sigmoid(0f));
        assertEquals(-1f, Scalar.tanh(Float.NEGATIVE_INFINITY));
        assertEquals(1f, Scalar.tanh(Float.POSITIVE_INFINITY));
        assertEquals(1f, Scalar.tanh(Float.MAX_VALUE));
    }

    @Test
    void zerosKeepTheirSignUnderTanhAndLoseItUnderRelu() {
        assertEquals(Float.floatToRawIntBits(-0f), Float.floatToRawIntBits(Scalar.tanh(-0f)));
        assertEquals(0, Float.floatToRawIntBits(Scalar.tanh(0f)));
        assertEquals(0, Float.floatToRawIntBits(Scalar.relu(-0f)));
    }

    @Test
    void reluKeepsNaN() {
        assertTrue(Float.isNaN(Scalar.relu(Float.NaN)));
        assertEquals(0f, Scalar.relu(Float.NEGATIVE_INFINITY));
        assertEquals(3f, Scalar.relu(3f));
    }

    @Test
    void gradientsFollowFromTheOutput() {
        assertEquals(5f, Scalar.reluGradient(0.1f, 5f));
        assertEquals(0f, Scalar.reluGradient(0f, 5f));
        assertEquals(5f * (0.25f * 0.75f), Scalar.sigmoidGradient(0.25f, 5f));
        assertEquals(5f * 0.75f, Scalar.tanhGradient(-0.5f, 5f));
    }
}
