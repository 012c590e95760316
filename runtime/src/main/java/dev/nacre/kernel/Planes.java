package dev.nacre.kernel;

/**
 * A copy of an image with zeros around it, in which every element that a kernel meets with one of its own lies at a fixed
 * distance from the position of the kernel: a convolution is then a product whose rows are shifted views of the copy. Where
 * the kernel takes steps, rows and columns are sorted by what is left over of their number: each remainder is a plane of its own, in which the
 * steps are 1.
 */
final class Planes {
    /** What tiles may read behind the last position. */
    static final int SLACK = 128;

    final int channels;

    /** Rows and columns of a plane. */
    final int rows;

    final int columns;

    private final int[] size;
    private final int[] stride;

    /** The row or column of the image at the beginning of each plane, by axis. */
    private final int[][] starts;

    /**
     * @param size of the image
     * @param starts for each axis the row or column of the image, which may be outside, that each plane begins with
     */
    Planes(int channels, int[] size, int[] stride, int[][] starts, int rows, int columns) {
        this.channels = channels;
        this.size = size;
        this.stride = stride;
        this.starts = starts;
        this.rows = rows;
        this.columns = columns;
    }

    /** The elements of one plane. */
    int plane() {
        return rows * columns;
    }

    /** The planes of one channel. */
    int planes() {
        return starts[0].length * starts[1].length;
    }

    /** The elements of a sample, without what tiles may read behind it. */
    int length() {
        return channels * planes() * plane();
    }

    /** How a provider copies a row. */
    interface Rows {
        /** Copies some neighbours. */
        void copyRow(float[] from, int at, float[] to, int toAt, int count);
    }

    /**
     * Copies the image of one sample to where there are zeros, or the planes of another sample: what lies around the image is
     * not written.
     */
    void fill(float[] x, int xAt, float[] to, int toAt, Rows copies) {
        int at = toAt;
        for (int channel = 0; channel < channels; channel++) {
            for (int top : starts[0]) {
                for (int left : starts[1]) {
                    plane(x, xAt + channel * size[0] * size[1], top, left, to, at, copies);
                    at += plane();
                }
            }
        }
    }

    private void plane(float[] x, int xAt, int top, int left, float[] to, int toAt, Rows copies) {
        int step = stride[1];
        int first = first(left, step, columns);
        int count = end(left, step, columns, size[1]) - first;
        int lastRow = end(top, stride[0], rows, size[0]);
        if (count <= 0) {
            return;
        }
        for (int row = first(top, stride[0], rows); row < lastRow; row++) {
            int at = toAt + row * columns + first;
            int from = xAt + (top + row * stride[0]) * size[1] + left + first * step;
            if (step == 1) {
                copies.copyRow(x, from, to, at, count);
            } else {
                for (int i = 0; i < count; i++) {
                    to[at + i] = x[from + i * step];
                }
            }
        }
    }

    /** The first place in a plane that lies in the image. */
    private static int first(int start, int step, int places) {
        return Math.min(places, start >= 0 ? 0 : (-start + step - 1) / step);
    }

    /** The place behind the last one. */
    private static int end(int start, int step, int places, int size) {
        return Math.min(places, start >= size ? 0 : (size - 1 - start) / step + 1);
    }
}
