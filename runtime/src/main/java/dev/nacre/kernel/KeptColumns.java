package dev.nacre.kernel;

import java.util.Arrays;

/** Which columns of a matrix a mask keeps, if it decides alike for all its rows. One for each calling thread. */
final class KeptColumns {
    /** The columns that are kept, in order, and behind them those that are dropped. */
    int[] index = {};

    /** How many are kept. */
    int count;

    int width;

    /** Looks at a mask on some rows; where it does not decide alike for all of them, all columns count as kept. */
    void of(Mask mask, int rows, int width) {
        this.width = width;
        count = width;
        if (!mask.active()) {
            return;
        }
        if (index.length < width) {
            index = new int[width];
        }
        boolean[] forced = mask.forced();
        if (forced != null) {
            if (forced.length >= rows * width && isAlike(forced, rows)) {
                int[] keep = Scratch.get().keep(width);
                MaskSelection.fill(mask, keep, 0, 0, width, width);
                sort(keep);
            }
        } else {
            drawn(mask);
        }
    }

    /** Whether nothing is dropped, or not from whole columns. */
    boolean isWhole() {
        return count == width;
    }

    private boolean isAlike(boolean[] forced, int rows) {
        for (int row = 1; row < rows; row++) {
            if (!Arrays.equals(forced, 0, width, forced, row * width, (row + 1) * width)) {
                return false;
            }
        }
        return true;
    }

    private void drawn(Mask mask) {
        MaskShape shape = mask.shape();
        if (shape == null || !shape.isAcrossBatch() || shape.block() > 0 || shape.elements() % width != 0) {
            return;
        }
        int elements = shape.elements();
        int[] keep = Scratch.get().keep(elements);
        MaskSelection.fill(mask, keep, 0, 0, elements, elements);
        for (int i = width; i < elements; i++) {
            if (keep[i] != keep[i - width]) {
                return;
            }
        }
        sort(keep);
    }

    /** Kept ones first. */
    private void sort(int[] keep) {
        int kept = 0;
        for (int i = 0; i < width; i++) {
            kept -= keep[i];
        }
        count = kept;
        int dropped = kept;
        kept = 0;
        for (int i = 0; i < width; i++) {
            if (keep[i] != 0) {
                index[kept++] = i;
            } else {
                index[dropped++] = i;
            }
        }
    }
}
