package dev.nacre.data;

import java.util.Arrays;

/**
 * What has been decided about one image: which element of the source each element of the result is, where there is none, and
 * what is erased. Steps change the decision, not the image, which is then written once. Kept and used again.
 */
final class Frame {
    private final Axis rows = new Axis();
    private final Axis columns = new Axis();
    private final Erasure[] erasures;
    private int erased;

    Frame(int erasures) {
        this.erasures = new Erasure[erasures];
        for (int i = 0; i < erasures; i++) {
            this.erasures[i] = new Erasure();
        }
    }

    /** Row or column {@code i} of the result, from {@code from} to {@code to}, is number {@code first + step i} of the source; others are zeros. */
    private static final class Axis {
        private int size;
        private int first;
        private int step;
        private int from;
        private int to;

        void begin(int all) {
            size = all;
            first = 0;
            step = 1;
            from = 0;
            to = all;
        }

        void window(int start, int length) {
            first += step * start;
            from = Math.max(from - start, 0);
            to = Math.max(from, Math.min(to - start, length));
            size = length;
        }

        void flip() {
            first += step * (size - 1);
            step = -step;
            int before = from;
            from = size - to;
            to = size - before;
        }
    }

    /** A rectangle that is erased, in the coordinates of the result. */
    private static final class Erasure {
        private int top;
        private int left;
        private int bottom;
        private int right;
        private Erasing by;
        private long key;
    }

    /** Begins with an image as it is. */
    void begin(int height, int width) {
        rows.begin(height);
        columns.begin(width);
        erased = 0;
    }

    int height() {
        return rows.size;
    }

    int width() {
        return columns.size;
    }

    /** Takes a window of the image, which may reach over its borders: there are zeros. */
    void window(int top, int left, int height, int width) {
        rows.window(top, height);
        columns.window(left, width);
        for (int i = 0; i < erased; i++) {
            Erasure each = erasures[i];
            each.top = within(each.top - top, height);
            each.bottom = within(each.bottom - top, height);
            each.left = within(each.left - left, width);
            each.right = within(each.right - left, width);
        }
    }

    private static int within(int place, int size) {
        return Math.min(Math.max(place, 0), size);
    }

    void flip(boolean vertical) {
        (vertical ? rows : columns).flip();
        for (int i = 0; i < erased; i++) {
            Erasure each = erasures[i];
            if (vertical) {
                int before = each.top;
                each.top = rows.size - each.bottom;
                each.bottom = rows.size - before;
            } else {
                int before = each.left;
                each.left = columns.size - each.right;
                each.right = columns.size - before;
            }
        }
    }

    void erase(int top, int left, int height, int width, Erasing by, long key) {
        Erasure each = erasures[erased++];
        each.top = top;
        each.left = left;
        each.bottom = top + height;
        each.right = left + width;
        each.by = by;
        each.key = key;
    }

    /**
     * Writes the result.
     *
     * @param source what the image is one sample of
     * @param sample which one
     * @param channels of the image
     * @param height of the source
     * @param width of the source
     * @param into receives the elements
     * @param offset where the first one goes
     */
    void copy(Elements source, int sample, int channels, int height, int width, float[] into, int offset) {
        int run = columns.to - columns.from;
        int column = columns.first + columns.step * columns.from;
        int at = offset;
        for (int channel = 0; channel < channels; channel++) {
            for (int row = 0; row < rows.size; row++, at += columns.size) {
                if (row < rows.from || row >= rows.to || run <= 0) {
                    Arrays.fill(into, at, at + columns.size, 0);
                    continue;
                }
                Arrays.fill(into, at, at + columns.from, 0);
                int line = (channel * height + rows.first + rows.step * row) * width;
                source.copy(sample, line + column, run, columns.step, into, at + columns.from);
                Arrays.fill(into, at + columns.to, at + columns.size, 0);
            }
        }
        for (int i = 0; i < erased; i++) {
            fill(erasures[i], channels, into, offset);
        }
    }

    private void fill(Erasure each, int channels, float[] into, int offset) {
        for (int channel = 0; channel < channels; channel++) {
            for (int row = each.top; row < each.bottom; row++) {
                int element = (channel * rows.size + row) * columns.size + each.left;
                each.by.fill(into, offset + element, each.right - each.left, each.key, element);
            }
        }
    }
}
