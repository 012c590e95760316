package dev.nacre.network;

/** Looks for infinities and numbers that are none, without allocating. */
public final class Finite {
    private static final int MAGNITUDE = 0x7fff_ffff;

    private Finite() {}

    /**
     * The largest magnitude: an infinity is larger than every number, and NaN larger than that.
     *
     * @param values at least {@code count} elements
     * @param count how many of them, from the first, to look at
     * @return the largest {@code |value|}; 0 of none
     */
    public static float largest(float[] values, int count) {
        // As whole numbers, magnitudes keep their order. Four maxima, since each waits for the one before.
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int i = 0;
        for (; i < count - 3; i += 4) {
            a = Math.max(a, Float.floatToRawIntBits(values[i]) & MAGNITUDE);
            b = Math.max(b, Float.floatToRawIntBits(values[i + 1]) & MAGNITUDE);
            c = Math.max(c, Float.floatToRawIntBits(values[i + 2]) & MAGNITUDE);
            d = Math.max(d, Float.floatToRawIntBits(values[i + 3]) & MAGNITUDE);
        }
        for (; i < count; i++) {
            a = Math.max(a, Float.floatToRawIntBits(values[i]) & MAGNITUDE);
        }
        return Float.intBitsToFloat(Math.max(Math.max(a, b), Math.max(c, d)));
    }

    /**
     * @param values at least {@code count} elements
     * @param count how many of them, from the first, to look at
     * @return whether none is infinite or NaN
     */
    public static boolean all(float[] values, int count) {
        return Float.isFinite(largest(values, count));
    }
}
