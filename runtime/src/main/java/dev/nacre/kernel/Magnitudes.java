package dev.nacre.kernel;

/** Magnitudes as whole numbers, which keep their order: the bits of a float without its sign. */
final class Magnitudes {
    static final int MASK = 0x7fff_ffff;

    private Magnitudes() {}

    /** @return the larger of {@code bits}, which are a magnitude's, and the elements from one index to before another */
    static float largest(float[] x, int from, int to, int bits) {
        // Several maxima, since each waits for the one before.
        int a = bits;
        int b = 0;
        int c = 0;
        int d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a = Math.max(a, Float.floatToRawIntBits(x[i]) & MASK);
            b = Math.max(b, Float.floatToRawIntBits(x[i + 1]) & MASK);
            c = Math.max(c, Float.floatToRawIntBits(x[i + 2]) & MASK);
            d = Math.max(d, Float.floatToRawIntBits(x[i + 3]) & MASK);
        }
        for (; i < to; i++) {
            a = Math.max(a, Float.floatToRawIntBits(x[i]) & MASK);
        }
        return Float.intBitsToFloat(Math.max(Math.max(a, b), Math.max(c, d)));
    }
}
