package dev.nacre.kernel;

/** Dropout on one row: first the random words of the row, then the choice. */
final class PlainMasks {
    private PlainMasks() {}

    static void apply(float[] y, int offset, int width, long key, long counter, int threshold, float scale) {
        int counters = (width + 31) >> 5 << 4;
        Scratch scratch = Scratch.get();
        int[] first = scratch.firstWords(counters);
        int[] second = scratch.secondWords(counters);
        words(first, second, counters, key, counter);
        // Comparing signed numbers after a shift by half the range compares unsigned ones.
        int least = threshold + Integer.MIN_VALUE;
        for (int i = 0; i < width; i++) {
            int at = i >> 5 << 4 | i & 15;
            int word = (i & 16) == 0 ? first[at] : second[at];
            y[offset + i] = word + Integer.MIN_VALUE >= least ? y[offset + i] * scale : 0f;
        }
    }

    private static void words(int[] first, int[] second, int counters, long key, long counter) {
        for (int i = 0; i < counters; i++) {
            long pair = Threefry.block(key, counter + i);
            first[i] = (int) pair;
            second[i] = (int) (pair >>> 32);
        }
    }
}
