package dev.nacre.kernel;

/** What keeps some elements and makes the others zero, without branches: which ones they are nobody can predict. */
final class PlainMasks implements Mask.Rows {
    static final Mask.Rows ROWS = new PlainMasks();

    private static final int INFINITY = 0x7F800000;

    private PlainMasks() {}

    /** Dropout on one row, given its random words. */
    @Override
    public void select(
            float[] y, int offset, int width, int[] first, int[] second, int at, int threshold, float scale) {
        long least = threshold & 0xFFFFFFFFL;
        for (int column = 0; column < width; column += 16) {
            int[] words = (column & 16) == 0 ? first : second;
            int from = at + (column >> 5 << 4);
            int to = offset + column;
            int n = Math.min(16, width - column);
            for (int i = 0; i < n; i++) {
                // All ones where the word is too small: a branch would be mispredicted half of the time.
                int dropped = (int) ((words[from + i] & 0xFFFFFFFFL) - least >> 63);
                int kept = Float.floatToRawIntBits(y[to + i] * scale);
                y[to + i] = Float.intBitsToFloat(kept & ~dropped);
            }
        }
    }

    @Override
    public void keep(float[] y, int offset, int count, int[] keep, int at, float scale) {
        for (int i = 0; i < count; i++) {
            y[offset + i] = Float.intBitsToFloat(Float.floatToRawIntBits(y[offset + i] * scale) & keep[at + i]);
        }
    }

    /** {@link Scalar#reluGradient} of {@code dy * scale}: kept where y is above zero, and not NaN. */
    static void reluGradient(float[] y, float[] dy, float[] dx, int offset, int length, float scale) {
        for (int i = offset, end = offset + length; i < end; i++) {
            int bits = Float.floatToRawIntBits(y[i]);
            // Above zero: the negative of the bits has a sign, they have none, and they are not beyond infinity's.
            int kept = (-bits & ~bits & ~(INFINITY - bits)) >> 31;
            dx[i] = Float.intBitsToFloat(Float.floatToRawIntBits(dy[i] * scale) & kept);
        }
    }
}
