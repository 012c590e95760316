package dev.nacre.verification.dropout;

/** Probabilities of tails, and the standard deviations of a normal number that they amount to: limits that hold for any count. */
final class Tails {
    /** What a tail below 1e-300 is said to be. */
    private static final double FARTHEST = 37;

    private static final double TINY = 1e-300;
    private static final double STIRLING_FROM = 12;

    private Tails() {}

    /**
     * A count that should be binomial(n, q), in standard deviations: those beyond which a normal number lies as often as the count
     * lies where it does or farther out on its side. So however few are expected, five sigma are passed no more often than five
     * sigma should be.
     *
     * @param count may lie a rounding error beside a whole number
     */
    static double binomial(double count, long n, double q) {
        if (!(count >= -0.5 && count <= n + 0.5)) {
            return count < 0 ? -FARTHEST : FARTHEST;
        }
        double slack = 1e-6 * n * q * (1 - q) + 1e-3;
        if (count > n * q) {
            return Math.max(0, sigmas(atLeast((long) Math.ceil(count - Math.min(slack, 0.4)), n, q)));
        }
        long least = n - (long) Math.floor(count + Math.min(slack, 0.4));
        return -Math.max(0, sigmas(atLeast(least, n, 1 - q)));
    }

    /** P(X >= k) for X of binomial(n, q): the incomplete beta function of q with k and n - k + 1. */
    static double atLeast(long k, long n, double q) {
        if (k <= 0) {
            return 1;
        }
        return k > n ? 0 : beta(q, k, n - k + 1.0);
    }

    private static double beta(double x, double a, double b) {
        if (x > (a + 1) / (a + b + 2)) {
            return 1 - beta(1 - x, b, a);
        }
        double logarithm = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
        return Math.exp(logarithm) / a * fraction(x, a, b);
    }

    /** The continued fraction of the incomplete beta function, evaluated as Lentz does. */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < 200_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-14) {
                return h;
            }
        }
        throw new ArithmeticException("no limit at " + x + ", " + a + ", " + b);
    }

    private static double away(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /** Stirling's series, from 12 on; below by the recurrence. */
    private static double logGamma(double x) {
        double shift = 0;
        double y = x;
        while (y < STIRLING_FROM) {
            shift -= Math.log(y);
            y++;
        }
        double square = 1 / (y * y);
        double series = (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / y;
        return shift + (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series;
    }

    /** P(Z > z) of a standard normal Z. */
    static double normal(double z) {
        if (z < 0) {
            return 1 - normal(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int i = 3; term > 1e-17; i += 2) {
                term *= z * z / i;
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int i = 200; i >= 1; i--) {
            fraction = z + i / fraction;
        }
        return density / fraction;
    }

    /** The z that a standard normal number exceeds with this probability. */
    static double sigmas(double tail) {
        if (tail > 0.5) {
            return -sigmas(1 - tail);
        }
        double low = 0;
        double high = FARTHEST;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (normal(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A standardised sum of known skewness in standard deviations: by the chi-square of that skewness, whose degrees are 8 over its
     * square, and Wilson and Hilferty.
     */
    static double skewed(double z, double skewness) {
        if (Math.abs(skewness) < 1e-6) {
            return z;
        }
        double degrees = 8 / (skewness * skewness);
        double sign = Math.signum(skewness);
        double spread = 2 / (9 * degrees);
        double root = Math.cbrt(Math.max(0, 1 + sign * z * Math.sqrt(2 / degrees)));
        return sign * (root - (1 - spread)) / Math.sqrt(spread);
    }
}
