package dev.nacre.kernel;

/**
 * The elementary functions of the runtime, one value at a time. {@code VectorElementary} takes exactly the same steps,
 * so both give the same bits; {@code exp}, {@code tanh} and {@code sigmoid} stay within 2 units in the last place of
 * the true value over the whole range of {@code float}. The coefficients are minimax fits, rounded to {@code float}
 * from the highest power down.
 */
final class Elementary {
    static final float LOG2_E = 1.442695f;
    static final float LN2_HIGH = 0.6931472f;
    static final float LN2_LOW = -1.9046542e-9f;

    /** Adding it rounds to a whole number, which then stands in the low bits. */
    static final float ROUNDER = 12582912f;

    static final int ROUNDER_BITS = 0x4B400000;
    static final float EXP_LOWEST = -104f;
    static final float EXP_HIGHEST = 89f;
    static final float EXP_2 = 0.49999994f;
    static final float EXP_3 = 0.16666515f;
    static final float EXP_4 = 0.041668456f;
    static final float EXP_5 = 0.008369419f;
    static final float EXP_6 = 0.0013813145f;

    /** Below it tanh is a polynomial; above it the formula by exp loses nothing. */
    static final float TANH_SMALL = 0.625f;

    static final float TANH_3 = -0.3333328f;
    static final float TANH_5 = 0.13331442f;
    static final float TANH_7 = -0.053739715f;
    static final float TANH_9 = 0.020639086f;
    static final float TANH_11 = -0.0057049864f;

    static final int SIGN = 0x80000000;

    private Elementary() {}

    static float exp(float x) {
        x = x < EXP_LOWEST ? EXP_LOWEST : x;
        x = x > EXP_HIGHEST ? EXP_HIGHEST : x;
        float rounded = Math.fma(x, LOG2_E, ROUNDER);
        float n = rounded - ROUNDER;
        float r = Math.fma(n, -LN2_HIGH, x);
        r = Math.fma(n, -LN2_LOW, r);
        float p = EXP_6;
        p = Math.fma(p, r, EXP_5);
        p = Math.fma(p, r, EXP_4);
        p = Math.fma(p, r, EXP_3);
        p = Math.fma(p, r, EXP_2);
        p = Math.fma(p, r, 1f);
        p = Math.fma(p, r, 1f);
        // In two factors, because 2^n alone leaves the range of float where exp does not.
        int power = Float.floatToRawIntBits(rounded) - ROUNDER_BITS;
        int half = power >> 1;
        float first = Float.intBitsToFloat((half + 127) << 23);
        float second = Float.intBitsToFloat((power - half + 127) << 23);
        return p * first * second;
    }

    static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        float d = e + 1f;
        float y = (x < 0f ? e : 1f) / d;
        // What the sum lost to rounding, which would be the largest error.
        float lost = e - (d - 1f);
        return Math.fma(-y, lost, y);
    }

    static float tanh(float x) {
        float a = Math.abs(x);
        float y;
        if (a < TANH_SMALL) {
            float z = a * a;
            float p = TANH_11;
            p = Math.fma(p, z, TANH_9);
            p = Math.fma(p, z, TANH_7);
            p = Math.fma(p, z, TANH_5);
            p = Math.fma(p, z, TANH_3);
            y = Math.fma(p, z * a, a);
        } else {
            y = 1f - 2f / (exp(a + a) + 1f);
        }
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) | Float.floatToRawIntBits(x) & SIGN);
    }

    static float relu(float x) {
        // Written so that NaN stays and -0 becomes +0.
        return x <= 0f ? 0f : x;
    }
}
