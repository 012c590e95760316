package dev.nacre.kernel;

import java.util.Arrays;

/** What a mask keeps of one sample, as an array: all bits set where an element is kept, none where it is dropped. */
final class MaskRows {
    private MaskRows() {}

    /** The first counter of a row: it owns 16 of them per 32 columns, started or not. */
    static long firstCounter(long row, int columns) {
        return row * ((columns + 31) >> 5) << 4;
    }

    /** One decision of a drawn mask. */
    static boolean keeps(long key, long threshold, long row, int column, int columns) {
        long words = Threefry.block(key, firstCounter(row, columns) + (column >> 5 << 4) + (column & 15));
        long word = (column & 16) == 0 ? words & 0xFFFFFFFFL : words >>> 32;
        return word >= threshold;
    }

    /** Decisions for the columns from first on, at their own places; keep has room up to the next multiple of 32. */
    static void draw(int[] keep, long key, long threshold, long row, int first, int count, int columns) {
        Scratch scratch = Scratch.get();
        int end = first + count;
        for (int from = first & -32; from < end; from += 2 * MaskWords.GROUP) {
            int counters = Math.min(MaskWords.GROUP, (end - from + 31) >> 5 << 4);
            int[] low = scratch.firstWords(counters);
            int[] high = scratch.secondWords(counters);
            MaskWords.fill(low, high, counters, key, firstCounter(row, columns) + (from >> 5 << 4));
            for (int i = 0; i < counters; i += 16) {
                decide(low, i, keep, from + 2 * i, threshold);
                decide(high, i, keep, from + 2 * i + 16, threshold);
            }
        }
    }

    private static void decide(int[] words, int at, int[] keep, int to, long threshold) {
        for (int i = 0; i < 16; i++) {
            keep[to + i] = (int) ~((words[at + i] & 0xFFFFFFFFL) - threshold >> 63);
        }
    }

    /**
     * The elements of a sample outside of all dropped squares. Column {@code (channel * rows + i) * columns + j} decides on the
     * square of a channel whose first element is (i, j), rows and columns counting the places where one fits.
     */
    static void drawBlocks(int[] keep, long key, long threshold, long row, MaskShape shape) {
        int[] seeds = Scratch.get().decisions(shape.columns() + 31);
        draw(seeds, key, threshold, row, 0, shape.columns(), shape.columns());
        Arrays.fill(keep, 0, shape.elements(), -1);
        int width = shape.size(2);
        int seed = 0;
        for (int channel = 0; channel < shape.size(0); channel++) {
            for (int i = 0; i < shape.seeds(1); i++) {
                int at = (channel * shape.size(1) + i) * width;
                for (int j = 0; j < shape.seeds(2); j++) {
                    if (seeds[seed++] == 0) {
                        dropSquare(keep, at + j, width, shape.block());
                    }
                }
            }
        }
    }

    private static void dropSquare(int[] keep, int at, int width, int block) {
        for (int i = 0; i < block; i++) {
            Arrays.fill(keep, at + i * width, at + i * width + block, 0);
        }
    }

    /** Whether an element lies outside of all dropped squares. */
    static boolean keepsInBlocks(long key, long threshold, long row, int element, MaskShape shape) {
        int block = shape.block();
        int width = shape.size(2);
        int channel = element / (shape.size(1) * width);
        int i = element / width % shape.size(1);
        int j = element % width;
        for (int top = Math.max(0, i - block + 1); top <= Math.min(i, shape.seeds(1) - 1); top++) {
            for (int left = Math.max(0, j - block + 1); left <= Math.min(j, shape.seeds(2) - 1); left++) {
                int column = (channel * shape.seeds(1) + top) * shape.seeds(2) + left;
                if (!keeps(key, threshold, row, column, shape.columns())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What the kept elements of a sample are multiplied by, for as much to be left as there was; 0 for none kept. */
    static float blockScale(int[] keep, int elements) {
        int kept = 0;
        for (int i = 0; i < elements; i++) {
            kept -= keep[i];
        }
        return kept == 0 ? 0f : (float) ((double) elements / kept);
    }
}
