package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Copies what is kept of a matrix into a smaller one, and back to its places; rows are divided among threads. One for each calling
 * thread, so that a call allocates nothing.
 */
final class KeptCopies implements Threads.Work {
    /** Elements below which handing over parts costs about what it brings. */
    private static final int LEAST = 1 << 13;

    private Kind kind = Kind.TAKE;
    private float[] from;
    private float[] to;

    /** The kept rows of the large matrix, or null for all. */
    private KeptColumns rows;

    private KeptColumns columns;
    private float scale;

    /** Set by any thread, read when all are done. */
    private boolean found;

    private enum Kind {
        TAKE,
        TAKE_ZEROS_LEFT,
        PUT,
        PUT_AMONG_ZEROS
    }

    /** {@code to = x} without its dropped columns. */
    void take(float[] x, int count, KeptColumns columns, float[] to) {
        run(Kind.TAKE, x, to, count, null, columns, 1f);
    }

    /** The same, unless an element that is left out is not 0. */
    boolean takeUnlessLost(float[] x, int count, KeptColumns columns, float[] to) {
        found = false;
        run(Kind.TAKE_ZEROS_LEFT, x, to, count, null, columns, 1f);
        return !found;
    }

    /** {@code to = w} without its dropped rows and columns. */
    void take(float[] w, KeptColumns rows, KeptColumns columns, float[] to) {
        run(Kind.TAKE, w, to, rows.count, rows, columns, 1f);
    }

    /** The kept columns of y are those of {@code from}, times the scale; the others +0. */
    void putAmongZeros(float[] from, float[] y, int count, KeptColumns columns, float scale) {
        run(Kind.PUT_AMONG_ZEROS, from, y, count, null, columns, scale);
    }

    /** What is kept of w is {@code from}; the rest 0, or left as it is. */
    void put(float[] from, float[] w, KeptColumns rows, KeptColumns columns, boolean leave) {
        if (leave) {
            run(Kind.PUT, from, w, rows.count, rows, columns, 1f);
        } else {
            run(Kind.PUT_AMONG_ZEROS, from, w, rows.width, rows, columns, 1f);
        }
    }

    private void run(
            Kind kind, float[] from, float[] to, int count, KeptColumns rows, KeptColumns columns, float scale) {
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.rows = rows;
        this.columns = columns;
        this.scale = scale;
        Threads.divide(this, count, Math.max(1, LEAST / Math.max(1, columns.width)));
    }

    @Override
    public void run(int first, int end) {
        int width = columns.width;
        int count = columns.count;
        for (int i = first; i < end; i++) {
            int wide = (rows == null || rows.isWhole() ? i : rows.index[i]) * width;
            int narrow = i * count;
            switch (kind) {
                case TAKE -> take(wide, narrow);
                case TAKE_ZEROS_LEFT -> {
                    take(wide, narrow);
                    if (isLost(from, wide, columns.index, count, width)) {
                        found = true;
                    }
                }
                case PUT -> put(narrow, wide);
                case PUT_AMONG_ZEROS -> {
                    boolean kept = rows == null || i < rows.count;
                    if (!kept || !columns.isWhole()) {
                        Arrays.fill(to, wide, wide + width, 0f);
                    }
                    if (kept) {
                        put(narrow, wide);
                    }
                }
            }
        }
    }

    private void take(int wide, int narrow) {
        if (columns.isWhole()) {
            System.arraycopy(from, wide, to, narrow, columns.width);
        } else {
            take(from, wide, columns.index, columns.count, to, narrow);
        }
    }

    private void put(int narrow, int wide) {
        if (columns.isWhole()) {
            System.arraycopy(from, narrow, to, wide, columns.width);
        } else {
            put(from, narrow, to, wide, columns.index, columns.count, scale);
        }
    }

    private static void take(float[] x, int at, int[] index, int count, float[] to, int place) {
        for (int i = 0; i < count; i++) {
            to[place + i] = x[at + index[i]];
        }
    }

    private static void put(float[] from, int place, float[] y, int at, int[] index, int count, float scale) {
        for (int i = 0; i < count; i++) {
            y[at + index[i]] = from[place + i] * scale;
        }
    }

    /** Whether one of the dropped elements is not 0. */
    private static boolean isLost(float[] x, int at, int[] index, int count, int width) {
        for (int i = count; i < width; i++) {
            if (x[at + index[i]] != 0f) {
                return true;
            }
        }
        return false;
    }
}
