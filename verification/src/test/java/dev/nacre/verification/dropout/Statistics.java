package dev.nacre.verification.dropout;

import java.util.Arrays;

/**
 * The statistics of the battery, each a function of what was drawn to standard deviations from what is expected of
 * independent draws that keep with probability q. All are normal in the limit; where that needs many draws, the callers say
 * how many.
 */
final class Statistics {
    /** Fewer expected elements than this, and a cell is merged with others. */
    private static final double FULL_CELL = 10;

    private Statistics() {}

    static int count(boolean[] keep) {
        return count(keep, 0, keep.length);
    }

    static int count(boolean[] keep, int from, int to) {
        int kept = 0;
        for (int i = from; i < to; i++) {
            kept += keep[i] ? 1 : 0;
        }
        return kept;
    }

    /** How many of n are kept, in standard deviations: (k - nq) / sqrt(nv) in the limit, exact for any n. */
    static double rate(double kept, long n, double q) {
        return Tails.binomial(kept, n, q);
    }

    /**
     * Where one of two values is rare: how often it comes twice, exactly. Of one mask, pairs must have no element in common, so they
     * begin in the even parts of lag elements, or in the odd ones.
     *
     * @param parity 0 or 1; -1 for all pairs, of two masks
     */
    static double coincidences(boolean[] a, boolean[] b, int lag, double q, int parity) {
        boolean rare = q < 0.5;
        int n = Math.min(a.length, b.length - lag);
        long pairs = 0;
        long both = 0;
        for (int i = 0; i < n; i++) {
            if (parity < 0 || (i / lag & 1) == parity) {
                pairs++;
                both += a[i] == rare && b[i + lag] == rare ? 1 : 0;
            }
        }
        double once = Math.min(q, 1 - q);
        return Tails.binomial(both, pairs, once * once);
    }

    /**
     * Wilson and Hilferty (1931): the cube root of chi-square over its degrees is nearly normal, with mean 1 - 2 / (9 d) and
     * variance 2 / (9 d).
     */
    static double chiSquare(double chiSquare, long degrees) {
        double spread = 2.0 / (9.0 * degrees);
        return (Math.cbrt(chiSquare / degrees) - (1 - spread)) / Math.sqrt(spread);
    }

    /** Counts that should be binomial(n, q): sum (k - nq)^2 / (nv) against chi-square. */
    static double binomialCounts(int[] counts, long n, double q) {
        double sum = 0;
        for (int count : counts) {
            double distance = count - n * q;
            sum += distance * distance / (n * q * (1 - q));
        }
        return chiSquare(sum, counts.length);
    }

    /** sum (a_i - q)(b_(i + lag) - q) / (v sqrt(n - lag)). */
    static double correlation(boolean[] a, boolean[] b, int lag, double q) {
        int n = Math.min(a.length, b.length - lag);
        long first = 0;
        long second = 0;
        long both = 0;
        for (int i = 0; i < n; i++) {
            int x = a[i] ? 1 : 0;
            int y = b[i + lag] ? 1 : 0;
            first += x;
            second += y;
            both += x & y;
        }
        double sum = both - q * (first + second) + n * q * q;
        return sum / (q * (1 - q) * Math.sqrt(n));
    }

    /** The patterns of eight neighbours against their probabilities; cells that expect under 10 are one. */
    static double bytes(boolean[] keep, double q) {
        int n = keep.length / 8;
        long[] counts = new long[256];
        for (int i = 0; i < n; i++) {
            int pattern = 0;
            for (int bit = 0; bit < 8; bit++) {
                pattern = pattern << 1 | (keep[i * 8 + bit] ? 1 : 0);
            }
            counts[pattern]++;
        }
        double[] expected = new double[256];
        for (int pattern = 0; pattern < 256; pattern++) {
            int ones = Integer.bitCount(pattern);
            expected[pattern] = n * Math.pow(q, ones) * Math.pow(1 - q, 8 - ones);
        }
        return cells(counts, expected);
    }

    private static double cells(long[] counts, double[] expected) {
        double chiSquare = 0;
        int cells = 0;
        double rareExpected = 0;
        long rare = 0;
        for (int i = 0; i < counts.length; i++) {
            if (expected[i] < FULL_CELL) {
                rareExpected += expected[i];
                rare += counts[i];
            } else {
                chiSquare += square(counts[i] - expected[i]) / expected[i];
                cells++;
            }
        }
        if (rareExpected >= FULL_CELL) {
            chiSquare += square(rare - rareExpected) / rareExpected;
            cells++;
        }
        return chiSquare(chiSquare, cells - 1);
    }

    private static double square(double x) {
        return x * x;
    }

    static double mean(float[] x) {
        double sum = 0;
        for (float value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** The mean of values that should have this mean and variance. */
    static double mean(float[] x, double mean, double variance) {
        return (mean(x) - mean) / Math.sqrt(variance / x.length);
    }

    /** The variance of values against what it should be; how far it may stray follows from the values' own kurtosis. */
    static double variance(float[] x, double variance) {
        double mean = mean(x);
        double second = 0;
        double fourth = 0;
        for (float value : x) {
            double squared = square(value - mean);
            second += squared;
            fourth += squared * squared;
        }
        second /= x.length;
        fourth /= x.length;
        // The variance of a sample variance is (m4 - m2^2) / n.
        return (second - variance) / Math.sqrt((fourth - second * second) / x.length);
    }

    /** Elements whose raw bits differ. */
    static long differences(float[] expected, float[] actual) {
        long wrong = Math.abs(expected.length - actual.length);
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            if (Float.floatToRawIntBits(expected[i]) != Float.floatToRawIntBits(actual[i])) {
                wrong++;
            }
        }
        return wrong;
    }

    static long differences(boolean[] expected, boolean[] actual) {
        long wrong = Math.abs(expected.length - actual.length);
        for (int i = 0; i < Math.min(expected.length, actual.length); i++) {
            wrong += expected[i] != actual[i] ? 1 : 0;
        }
        return wrong;
    }

    static boolean[] part(boolean[] keep, int from, int to) {
        return Arrays.copyOfRange(keep, from, to);
    }
}
