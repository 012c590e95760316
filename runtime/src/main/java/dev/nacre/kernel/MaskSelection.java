package dev.nacre.kernel;

/** What an active {@link Mask} does to arrays: words or forced decisions select, sample by sample. */
final class MaskSelection {
    private MaskSelection() {}

    /** Masks rows of an array, which may be samples, parts of them or several. */
    static void apply(Mask mask, float[] y, int firstRow, int rows, int width, Mask.Rows drawer) {
        MaskShape shape = mask.shape();
        boolean plain = shape == null || shape.isPlain() && shape.elements() == width;
        if (plain && mask.forced() == null) {
            applyWords(mask, y, firstRow, rows, width, drawer);
        } else {
            applyKept(mask, y, firstRow, rows, width, drawer);
        }
    }

    /** Rows have neighbouring counters, so the words of several are made together. */
    private static void applyWords(Mask mask, float[] y, int firstRow, int rows, int width, Mask.Rows drawer) {
        int counters = (width + 31) >> 5 << 4;
        int group = Math.max(1, MaskWords.GROUP / Math.max(1, counters));
        Scratch scratch = Scratch.get();
        int[] first = scratch.firstWords(group * counters);
        int[] second = scratch.secondWords(group * counters);
        int threshold = (int) mask.threshold();
        float scale = mask.scale();
        for (int row = firstRow; row < firstRow + rows; row += group) {
            int some = Math.min(group, firstRow + rows - row);
            MaskWords.fill(first, second, some * counters, mask.key(), MaskRows.firstCounter(row, width));
            for (int i = 0; i < some; i++) {
                drawer.select(y, (row + i) * width, width, first, second, i * counters, threshold, scale);
            }
        }
    }

    private static void applyKept(Mask mask, float[] y, int firstRow, int rows, int width, Mask.Rows drawer) {
        int end = (firstRow + rows) * width;
        checkForced(mask, end, firstRow + rows, width);
        int elements = mask.shape() == null ? width : mask.shape().elements();
        int[] keep = Scratch.get().keep(elements);
        boolean known = false;
        int at = firstRow * width;
        while (at < end) {
            int first = at % elements;
            int count = Math.min(elements - first, end - at);
            known = known || fill(mask, keep, at / elements, first, count, elements);
            float scale = mask.scalesSamples() ? MaskRows.blockScale(keep, elements) : mask.scale();
            drawer.keep(y, at, count, keep, first, scale);
            at += count;
        }
    }

    /**
     * What is kept of a part of a sample, at the places of its elements in the array: all bits set, or none.
     *
     * @param keep with room for a sample, up to the next multiple of 32
     * @param elements of a sample
     * @return whether the whole array holds now for every sample
     */
    static boolean fill(Mask mask, int[] keep, int sample, int first, int count, int elements) {
        MaskShape shape = mask.shape();
        boolean[] forced = mask.forced();
        if (forced != null) {
            for (int i = first; i < first + count; i++) {
                keep[i] = forced[sample * elements + i] ? -1 : 0;
            }
            return false;
        }
        long key = mask.key();
        long threshold = mask.threshold();
        if (shape == null || shape.isPlain()) {
            MaskRows.draw(keep, key, threshold, sample, first, count, elements);
            return false;
        }
        int columns = shape.columns();
        if (shape.block() > 0) {
            MaskRows.drawBlocks(keep, key, threshold, shape.row(sample), shape);
        } else if (columns == elements) {
            MaskRows.draw(keep, key, threshold, shape.row(sample), 0, elements, elements);
        } else {
            int[] byColumn = Scratch.get().decisions(columns + 31);
            MaskRows.draw(byColumn, key, threshold, shape.row(sample), 0, columns, columns);
            shape.expand(byColumn, keep);
        }
        return shape.isAcrossBatch();
    }

    /** @throws IllegalStateException if a forced mask has too few elements */
    static void checkForced(Mask mask, int elements, int rows, int width) {
        boolean[] forced = mask.forced();
        if (forced != null && forced.length < elements) {
            throw new IllegalStateException("the forced mask has " + forced.length + " elements, but " + elements
                    + " are needed (" + rows + " rows of " + width + ")");
        }
    }
}
