package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PortableMathTest {
    @Test
    void integerPowers() {
        for (double base : new double[] {0, 0.1, 0.5, 0.9, 0.999, 0.999999, 1, 1.5}) {
            for (long exponent : new long[] {0, 1, 2, 3, 7, 10, 100, 12345}) {
                double expected = StrictMath.pow(base, exponent);
                assertEquals(expected, PortableMath.power(base, exponent), 1e-15 * (1 + exponent) * expected);
            }
        }
        assertEquals(0, PortableMath.power(0.999, Long.MAX_VALUE));
    }

    @Test
    void realPowers() {
        for (double exponent : new double[] {0.01, 0.3, 0.5, 0.9, 1, 1.5, 2.5, 3, 17.3, 500.5, 5000.5}) {
            for (int i = 0; i <= 1000; i++) {
                double base = i / 1000.0;
                double expected = StrictMath.pow(base, exponent);
                assertEquals(expected, PortableMath.power(base, exponent), 4e-16 * (4 + 8 * exponent) * expected);
            }
        }
    }

    @Test
    void cosines() {
        for (int i = -4000; i <= 4000; i++) {
            double x = i / 1000.0;
            assertEquals(StrictMath.cos(Math.PI * x), PortableMath.cosPi(x), 3e-15, () -> "cosPi " + x);
        }
        assertEquals(1, PortableMath.cosPi(0));
        assertEquals(0, PortableMath.cosPi(0.5));
        assertEquals(-1, PortableMath.cosPi(1));
        assertEquals(1, PortableMath.cosPi(1e12));
    }
}
