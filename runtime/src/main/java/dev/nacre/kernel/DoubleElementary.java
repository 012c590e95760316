package dev.nacre.kernel;

/**
 * Elementary functions in double, for results that are rounded to {@code float} once: the relative error is below 1e-12, of
 * additions, multiplications, divisions and bits alone, so every machine gives the same. NaN gives NaN.
 */
final class DoubleElementary {
    private static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;
    private static final double HALF_PI_HIGH = 0x1.921fb54442d18p+0;
    private static final double HALF_PI_MIDDLE = 0x1.1a62633145c07p-54;
    private static final double HALF_PI_LOW = -0x1.f1976b7ed8fbcp-110;

    /** Up to here the number of quarter turns is right, and what is left of x after them is good to 2^-52. */
    private static final double FAR = 0x1p50;

    /** The end of float. */
    private static final int LARGEST_SHIFT = 127 - 52;

    /** 64 zeros, and the bits of 2/pi behind the point. */
    private static final long[] BITS_OF_TWO_OVER_PI = {
        0, 0xA2F9836E4E441529L, 0xFC2757D1F534DDC0L, 0xDB6295993C439041L, 0xFE5163ABDEBBC561L
    };

    private static final double LOG2_E = 1.4426950408889634;
    /** The first bits of ln 2, so that a whole number times it is exact, and the rest. */
    private static final double LN2_HIGH = 0x1.62e42fefap-1;

    private static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
    private static final double LN2 = 0.6931471805599453;

    /** Adding it rounds to a whole number, which then stands in the low bits. */
    private static final double ROUNDER = 0x1.8p52;

    /** Beyond it exp is 0 or infinite, as are all results of a float argument long before. */
    private static final double EXP_LIMIT = 800;

    /** Below it the series of exp - 1 is as exact as that of exp. */
    private static final double SMALL = 0.35;

    private static final long SQRT_HALF_BITS = Double.doubleToRawLongBits(0.7071067811865476);
    private static final double SQRT_HALF = 0.7071067811865476;

    /** Parts of the numbers from sqrt(1/2) to sqrt(2): by as many bits. */
    private static final int LOG_BITS = 6;

    private static final int LOG_PARTS = 1 << LOG_BITS;
    private static final double[] LOG_INVERSES = new double[LOG_PARTS];
    private static final double[] LOGS = new double[LOG_PARTS];

    static {
        for (int part = 0; part < LOG_PARTS; part++) {
            long from = SQRT_HALF_BITS + ((long) part << 52 - LOG_BITS);
            double low = Double.longBitsToDouble(from);
            double high = Double.longBitsToDouble(from + (1L << 52 - LOG_BITS));
            // Exact where the logarithm is small.
            double middle = low <= 1 && high > 1 ? 1 : (float) ((low + high) / 2);
            LOG_INVERSES[part] = 1 / middle;
            LOGS[part] = twiceAtanh((middle - 1) / (middle + 1));
        }
    }

    /** 1 / sqrt(2 pi). */
    private static final double DENSITY_AT_0 = 0.3989422804014327;

    /**
     * A Chebyshev interpolation of {@code (1 + 2 x) exp(x^2) erfc(x)} for all {@code x >= 0}, as a polynomial in {@code (x -
     * 3.75) / (x + 3.75)}, lowest power first.
     */
    private static final double[] ERFC = {
        1.2375126308378275,
        -0.14024059858485527,
        0.0035854154868886555,
        0.08227673844848074,
        -0.10880393022743894,
        0.0923043219006513,
        -0.058693397071741156,
        0.028362271401010403,
        -0.009746591834540838,
        0.0017556525845602467,
        0.0002937677736782562,
        -0.0002902247355660958,
        5.1507738336293926e-05,
        2.2499526835715603e-05,
        -1.121751235189489e-05,
        -1.089866183687679e-06,
        1.5292911190747246e-06,
        1.2872794003091802e-08,
        -1.3093408529792525e-07
    };

    private static final double ERFC_MIDDLE = 3.75;

    private DoubleElementary() {}

    static double exp(double x) {
        double c = x < -EXP_LIMIT ? -EXP_LIMIT : x;
        c = c > EXP_LIMIT ? EXP_LIMIT : c;
        double rounded = c * LOG2_E + ROUNDER;
        double n = rounded - ROUNDER;
        double r = c - n * LN2_HIGH - n * LN2_LOW;
        // In two factors, because 2^n alone leaves the range of double where exp does not.
        int power = (int) Double.doubleToRawLongBits(rounded);
        int half = power >> 1;
        double first = Double.longBitsToDouble((long) (half + 1023) << 52);
        double second = Double.longBitsToDouble((long) (power - half + 1023) << 52);
        return (1 + seriesOfExpm1(r)) * first * second;
    }

    /** {@code exp(x) - 1}, exact near 0. */
    static double expm1(double x) {
        return Math.abs(x) < SMALL ? seriesOfExpm1(x) : exp(x) - 1;
    }

    /** For |x| up to ln 2 / 2: the series to its twelfth power. */
    private static double seriesOfExpm1(double x) {
        double p = 1.0 / 479001600;
        p = p * x + 1.0 / 39916800;
        p = p * x + 1.0 / 3628800;
        p = p * x + 1.0 / 362880;
        p = p * x + 1.0 / 40320;
        p = p * x + 1.0 / 5040;
        p = p * x + 1.0 / 720;
        p = p * x + 1.0 / 120;
        p = p * x + 1.0 / 24;
        p = p * x + 1.0 / 6;
        p = p * x + 0.5;
        return p * x * x + x;
    }

    static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        long bits = Double.doubleToRawLongBits(x);
        long above = bits - SQRT_HALF_BITS;
        long exponent = above >> 52;
        int part = (int) (above >> 52 - LOG_BITS) & LOG_PARTS - 1;
        double m = Double.longBitsToDouble(bits - (exponent << 52));
        // m times the inverse of about the middle of its part: near 1, so that a short series does, and no division is
        // waited for.
        double r = Math.fma(m, LOG_INVERSES[part], -1);
        double base = exponent * LN2 + LOGS[part];
        double z = r * r;
        double p = Math.fma(z, Math.fma(r, 1.0 / 7, -1.0 / 6), Math.fma(r, 1.0 / 5, -1.0 / 4));
        return Math.fma(z, Math.fma(z, p, Math.fma(r, 1.0 / 3, -1.0 / 2)), base + r);
    }

    /** {@code log(1 + x)}, exact near 0. */
    static double log1p(double x) {
        return Math.abs(x) < 0.3 ? twiceAtanh(x / (2 + x)) : log(1 + x);
    }

    /** {@code log((1 + t) / (1 - t))} for |t| up to 0.18: the series to its nineteenth power. */
    private static double twiceAtanh(double t) {
        double z = t * t;
        double z2 = z * z;
        double z4 = z2 * z2;
        // In pairs: short chains, because a small network waits for this.
        double low = 1 + z * (1.0 / 3) + z2 * (1.0 / 5 + z * (1.0 / 7));
        double middle = 1.0 / 9 + z * (1.0 / 11) + z2 * (1.0 / 13 + z * (1.0 / 15));
        double p = low + z4 * (middle + z4 * (1.0 / 17 + z * (1.0 / 19)));
        return 2 * t * p;
    }

    static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /** {@code log(1 + exp(x))}. */
    static double softplus(double x) {
        return (x < 0 ? 0 : x) + log1p(exp(-Math.abs(x)));
    }

    static double tanh(double x) {
        double e = expm1(-2 * Math.abs(x));
        return Math.copySign(e / (2 + e), x);
    }

    /** The complement of the error function, exact where it is tiny. */
    static double erfc(double x) {
        double a = Math.abs(x);
        double t = (a - ERFC_MIDDLE) / (a + ERFC_MIDDLE);
        // The limit of the fraction, which is NaN there.
        t = a == Double.POSITIVE_INFINITY ? 1 : t;
        double p = ERFC[ERFC.length - 1];
        for (int i = ERFC.length - 2; i >= 0; i--) {
            p = p * t + ERFC[i];
        }
        double tail = exp(-a * a) * p / (1 + 2 * a);
        return x < 0 ? 2 - tail : tail;
    }

    /** The probability that a standard normal number is below x. */
    static double normalProbability(double x) {
        return 0.5 * erfc(-x * SQRT_HALF);
    }

    /** The density of the standard normal distribution. */
    static double normalDensity(double x) {
        return DENSITY_AT_0 * exp(-0.5 * x * x);
    }

    /** The sine; to a few units in the last place of a double, but for arguments near multiples of pi. */
    static double sin(double x) {
        return sinOfTurned(x, 0);
    }

    /** The cosine, likewise. */
    static double cos(double x) {
        return sinOfTurned(x, 1);
    }

    /** The sine of x and some quarter turns. Results of StrictMath's are as good, but now and then it allocates. */
    private static double sinOfTurned(double x, int quarters) {
        if (Math.abs(x) >= FAR) {
            return sinOfFar(x, quarters);
        }
        double turns = Math.rint(x * TWO_OVER_PI);
        // Without a turn x itself: the sum would lose the sign of -0.
        double r = turns == 0 ? x : Math.fma(-turns, HALF_PI_HIGH, x);
        r = turns == 0 ? r : Math.fma(-turns, HALF_PI_LOW, Math.fma(-turns, HALF_PI_MIDDLE, r));
        return ofQuarter((int) ((long) turns + quarters), r);
    }

    /**
     * Payne and Hanek, "Radian reduction for trigonometric functions", 1983: of the bits of 2/pi only those matter that are no
     * whole turns once multiplied. Beyond the range of float the result is that of the infinite.
     */
    private static double sinOfFar(double x, int quarters) {
        int shift = Math.getExponent(x) - 52;
        if (shift > LARGEST_SHIFT) {
            return Double.NaN;
        }
        long mantissa = Double.doubleToRawLongBits(x) & (1L << 52) - 1 | 1L << 52;
        long below = bits(126 + shift);
        long turns = mantissa * bits(62 + shift) + Math.multiplyHigh(mantissa, below) + (below >> 63 & mantissa);
        // Two bits of quarters, the rest of a quarter below; more than half of one counts back from the next.
        long rest = turns << 2;
        int whole = (int) (turns >>> 62) + (rest < 0 ? 1 : 0);
        double r = rest * 0x1p-64 * (Math.PI / 2);
        return x < 0 ? ofQuarter(quarters - whole, -r) : ofQuarter(quarters + whole, r);
    }

    /** 64 bits of 2/pi, the first of them {@code at} bits into the table. */
    private static long bits(int at) {
        int shift = at & 63;
        long first = BITS_OF_TWO_OVER_PI[at >> 6] << shift;
        return shift == 0 ? first : first | BITS_OF_TWO_OVER_PI[(at >> 6) + 1] >>> 64 - shift;
    }

    private static double ofQuarter(int quarter, double r) {
        double value = (quarter & 1) == 0 ? sinSeries(r) : cosSeries(r);
        return (quarter & 2) == 0 ? value : -value;
    }

    private static double sinSeries(double x) {
        double square = x * x;
        double sum = 0;
        for (int n = 19; n > 1; n -= 2) {
            sum = (1 - sum) * square / (n * (n - 1));
        }
        return x * (1 - sum);
    }

    private static double cosSeries(double x) {
        double square = x * x;
        double sum = 0;
        for (int n = 20; n > 0; n -= 2) {
            sum = (1 - sum) * square / (n * (n - 1));
        }
        return 1 - sum;
    }
}
