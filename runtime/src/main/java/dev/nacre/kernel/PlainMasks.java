package dev.nacre.kernel;

/** Dropout on one row, given its random words or what is kept. */
final class PlainMasks implements Mask.Rows {
    @Override
    public void keep(float[] y, int offset, int count, int[] keep, int at, float scale) {
        for (int i = 0; i < count; i++) {
            y[offset + i] = Float.intBitsToFloat(Float.floatToRawIntBits(y[offset + i] * scale) & keep[at + i]);
        }
    }

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
}
