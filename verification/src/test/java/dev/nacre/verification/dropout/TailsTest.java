package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The limits themselves, against tables and against sums that are simple. */
@DisabledIfSystemProperty(named = "nacre.kernels", matches = "vector")
class TailsTest {
    @Test
    void normal() {
        assertEquals(0.5, Tails.normal(0), 1e-15);
        assertEquals(0.158655253931457, Tails.normal(1), 1e-14);
        assertEquals(0.998650101968370, Tails.normal(-3), 1e-14);
        assertEquals(2.866515718791939e-7, Tails.normal(5), 1e-20);
        for (double z : new double[] {-4, -1, 0.1, 2, 2.999, 3.001, 5, 20}) {
            assertEquals(z, Tails.sigmas(Tails.normal(z)), 1e-9);
        }
    }

    @Test
    void binomialTailsAreSums() {
        for (int n : new int[] {1, 7, 40, 1000}) {
            for (double q : new double[] {0.01, 0.3, 0.5, 0.99}) {
                double term = Math.pow(1 - q, n);
                double below = 0;
                for (int k = 0; k <= n; k++) {
                    if (term > 1e-250) {
                        assertEquals(1 - below, Tails.atLeast(k, n, q), 1e-11, n + " " + k + " " + q);
                    }
                    below += term;
                    term *= (n - k) / (k + 1.0) * q / (1 - q);
                }
            }
        }
        // None of 20 with p = 0.01, and all.
        assertEquals(1e-40, Tails.atLeast(20, 20, 0.01), 1e-50);
    }

    /** Where many are counted, exact and normal limits are the same. */
    @Test
    void manyAreNormal() {
        long n = 1L << 24;
        double q = 0.3;
        for (double z : new double[] {-5, -3, -1, 1, 3, 5}) {
            double count = n * q + z * Math.sqrt(n * q * (1 - q));
            assertEquals(z, Tails.binomial(Math.rint(count), n, q), 0.01);
        }
    }

    /** None of n with nq = 14 is 0.83e-6, not five sigma; of 16 it is. */
    @Test
    void fewAreExact() {
        assertTrue(Math.abs(Tails.binomial(0, 1400, 0.01)) < 5);
        assertTrue(Tails.binomial(0, 1600, 0.01) < -5);
        assertTrue(Tails.binomial(41, 1400, 0.01) > 5);
        assertTrue(Tails.binomial(1400 - 41, 1400, 0.99) < -5);
        assertTrue(Tails.binomial(-3, 1400, 0.01) < -30);
        assertTrue(Tails.binomial(Double.NaN, 1400, 0.01) > 30);
    }

    /** A chi-square is skewed by sqrt(8 / degrees), and so is a Poisson count by 1 / sqrt(mean). */
    @Test
    void skewed() {
        assertEquals(2.5, Tails.skewed(2.5, 0), 0);
        double degrees = 500;
        double chi = 640;
        assertEquals(
                Statistics.chiSquare(chi, 500),
                Tails.skewed((chi - degrees) / Math.sqrt(2 * degrees), Math.sqrt(8 / degrees)),
                1e-9);
        assertEquals(-Tails.skewed(4, 0.1), Tails.skewed(-4, -0.1), 1e-12);
    }
}
