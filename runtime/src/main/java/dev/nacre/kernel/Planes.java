package dev.nacre.kernel;

import java.util.Arrays;

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

    /** Copies the image of one sample. */
    void fill(float[] x, int xAt, float[] to, int toAt) {
        int at = toAt;
        for (int channel = 0; channel < channels; channel++) {
            for (int top : starts[0]) {
                for (int left : starts[1]) {
                    plane(x, xAt + channel * size[0] * size[1], top, left, to, at);
                    at += plane();
                }
            }
        }
    }

    private void plane(float[] x, int xAt, int top, int left, float[] to, int toAt) {
        int step = stride[1];
        int first = Math.min(columns, left >= 0 ? 0 : (-left + step - 1) / step);
        int end = Math.max(first, Math.min(columns, left >= size[1] ? 0 : (size[1] - 1 - left) / step + 1));
        for (int row = 0; row < rows; row++) {
            int at = toAt + row * columns;
            int source = top + row * stride[0];
            if (source < 0 || source >= size[0]) {
                Arrays.fill(to, at, at + columns, 0f);
                continue;
            }
            int from = xAt + source * size[1] + left;
            if (first > 0) {
                Arrays.fill(to, at, at + first, 0f);
            }
            if (step == 1 && end > first) {
                System.arraycopy(x, from + first, to, at + first, end - first);
            } else {
                for (int column = first; column < end; column++) {
                    to[at + column] = x[from + column * step];
                }
            }
            if (end < columns) {
                Arrays.fill(to, at + end, at + columns, 0f);
            }
        }
    }
}
