package dev.nacre.optimizer;

/**
 * Functions with the same bits everywhere, which those of Math do not have, and without the small arrays that pow and
 * cos of StrictMath allocate. Good to a few units in the last place.
 */
final class PortableMath {
    private static final double LN2_HIGH = 0x1.62e42feep-1;
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double SQRT2 = 0x1.6a09e667f3bcdp0;

    /** Below it exp is 0. */
    private static final double SMALLEST_EXPONENT = -746;

    private PortableMath() {}

    /** By squaring; the exponent is 0 or more. */
    static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }

    /** For a base from 0 to 1 and an exponent more than 0. */
    static double power(double base, double exponent) {
        if (exponent == (long) exponent) {
            return power(base, (long) exponent);
        }
        return base <= 0 ? 0 : exp(exponent * log(base));
    }

    /** The cosine of pi times x. */
    static double cosPi(double x) {
        double turn = Math.abs(x) % 2;
        double half = turn > 1 ? 2 - turn : turn;
        if (half <= 0.25) {
            return cosSeries(Math.PI * half);
        }
        if (half < 0.75) {
            return sinSeries(Math.PI * (0.5 - half));
        }
        return -cosSeries(Math.PI * (1 - half));
    }

    private static double cosSeries(double x) {
        double square = x * x;
        double sum = 0;
        for (int n = 18; n > 0; n -= 2) {
            sum = (1 - sum) * square / (n * (n - 1));
        }
        return 1 - sum;
    }

    private static double sinSeries(double x) {
        double square = x * x;
        double sum = 0;
        for (int n = 19; n > 1; n -= 2) {
            sum = (1 - sum) * square / (n * (n - 1));
        }
        return x * (1 - sum);
    }

    /** Of a number more than 0: {@code ln(2^e m) = e ln 2 + 2 artanh((m - 1) / (m + 1))}. */
    private static double log(double x) {
        int exponent = Math.getExponent(x);
        double mantissa = Math.scalb(x, -exponent);
        if (mantissa > SQRT2) {
            mantissa /= 2;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int n = 23; n > 1; n -= 2) {
            sum = (sum + 1.0 / n) * square;
        }
        return exponent * LN2_HIGH + (exponent * LN2_LOW + 2 * s * (1 + sum));
    }

    /** {@code e^x = 2^k e^r} with a small r. */
    private static double exp(double x) {
        if (x < SMALLEST_EXPONENT) {
            return 0;
        }
        int k = (int) Math.rint(x / (LN2_HIGH + LN2_LOW));
        double r = x - k * LN2_HIGH - k * LN2_LOW;
        double sum = 1;
        for (int n = 15; n > 0; n--) {
            sum = 1 + sum * r / n;
        }
        return Math.scalb(sum, k);
    }
}
