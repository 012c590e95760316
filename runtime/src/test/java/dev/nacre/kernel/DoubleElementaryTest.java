package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DoubleElementaryTest {
    private static final double BOUND = 1e-12;
    private static final MathContext DIGITS = new MathContext(90);
    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899862803");

    /** Steps over all of float; the relative error wherever the result is no subnormal number. */
    private static void isClose(String name, DoubleUnaryOperator function, DoubleUnaryOperator reference) {
        for (long bits = 0; bits < 1L << 32; bits += 20_011) {
            float x = Float.intBitsToFloat((int) bits);
            double exact = reference.applyAsDouble(x);
            double actual = function.applyAsDouble(x);
            if (Double.isNaN(exact) || Double.isInfinite(exact) || Math.abs(exact) < 1e-300) {
                // Far below and above what a float can hold, double may end earlier.
                assertEquals((float) exact, (float) actual, () -> name + " of " + x);
            } else if (!((float) exact == (float) actual && Math.abs(x) > 500)) {
                double error = Math.abs(actual - exact) / Math.abs(exact);
                assertTrue(error <= BOUND, () -> name + " of " + x + " is " + actual + ", not " + exact);
            }
        }
    }

    @Test
    void exponentialsAndLogarithms() {
        isClose("exp", DoubleElementary::exp, StrictMath::exp);
        isClose("expm1", DoubleElementary::expm1, StrictMath::expm1);
        isClose("log", DoubleElementary::log, StrictMath::log);
        isClose("log1p", DoubleElementary::log1p, StrictMath::log1p);
    }

    @Test
    void sineAndCosine() {
        isClose("sin", DoubleElementary::sin, StrictMath::sin);
        isClose("cos", DoubleElementary::cos, StrictMath::cos);
        assertEquals(-0.0, DoubleElementary.sin(-0.0));
    }

    @Test
    void sigmoids() {
        isClose("tanh", DoubleElementary::tanh, StrictMath::tanh);
        isClose("sigmoid", DoubleElementary::sigmoid, x -> {
            double e = StrictMath.exp(-Math.abs(x));
            return (x < 0 ? e : 1) / (1 + e);
        });
        isClose(
                "softplus",
                DoubleElementary::softplus,
                x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
    }

    /** The series of erf with 90 digits, of which the cancellation leaves enough. */
    private static BigDecimal erf(double x) {
        BigDecimal square = new BigDecimal(x).pow(2);
        BigDecimal term = new BigDecimal(x);
        BigDecimal sum = term;
        for (int n = 1; n < 400; n++) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(-n), DIGITS);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(2), DIGITS).divide(PI.sqrt(DIGITS), DIGITS);
    }

    @Test
    void errorFunctions() {
        for (double x = -8; x <= 8; x += 0.043) {
            double complement = BigDecimal.ONE.subtract(erf(x)).doubleValue();
            assertEquals(complement, DoubleElementary.erfc(x), BOUND * complement);
            double half = DoubleElementary.erfc(-x * Math.sqrt(0.5)) / 2;
            assertEquals(half, DoubleElementary.normalProbability(x), BOUND * half);
        }
        assertEquals(Math.sqrt(0.5 / Math.PI), DoubleElementary.normalDensity(0), BOUND);
        assertEquals(Math.exp(-2) * Math.sqrt(0.5 / Math.PI), DoubleElementary.normalDensity(-2), BOUND);
    }

    @Test
    void limits() {
        assertEquals(0, DoubleElementary.erfc(Double.POSITIVE_INFINITY));
        assertEquals(2, DoubleElementary.erfc(Double.NEGATIVE_INFINITY));
        assertEquals(Double.NEGATIVE_INFINITY, DoubleElementary.log(0));
        for (DoubleUnaryOperator function : new DoubleUnaryOperator[] {
            DoubleElementary::exp, DoubleElementary::expm1, DoubleElementary::log, DoubleElementary::log1p,
            DoubleElementary::sigmoid, DoubleElementary::softplus, DoubleElementary::tanh, DoubleElementary::erfc,
            DoubleElementary::normalProbability, DoubleElementary::normalDensity
        }) {
            assertTrue(Double.isNaN(function.applyAsDouble(Double.NaN)));
        }
    }
}
