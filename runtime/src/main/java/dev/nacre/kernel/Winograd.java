package dev.nacre.kernel;

/**
 * Sizes of a convolution by Winograd's minimal filtering F(2x2, 3x3), from an image to a result: squares of four results are made from
 * patches of 4x4 elements with 16 instead of 36 multiplications, as products of transformed weights and transformed patches, one
 * for each of 16 points (Lavin and Gray, Fast Algorithms for Convolutional Neural Networks, 2016). Immutable.
 */
final class Winograd {
    /** The points of a transformed patch, row by row. */
    static final int POINTS = 16;

    /** The points along one axis. */
    static final int SIDE = 4;

    /** What distances of points are more than whole, so that 16 of them do not fall on the same lines of a cache. */
    private static final int LINE = 16;

    /** Transformed channels times tiles that are made at a time: at all points half of a second cache of 1 MB. */
    private static final int TOGETHER = 8192;

    /** The most samples that are made at a time. */
    private static final int MOST = 16;

    /** The channels of the image and of the result. */
    final int in;

    final int out;

    /** The sizes of the image and the zeros above it and to its left. */
    final int height;

    final int width;
    final int top;
    final int left;

    /** The sizes of the result. */
    final int rows;

    final int columns;

    /** The squares of the result. */
    final int down;

    final int across;

    /**
     * From one row of squares to the next: one more than there are, for the elements that the last patch shares with none, unless what
     * follows, the zero at the beginning of the next row, is what should be there.
     */
    final int pitch;

    /** Samples whose tiles are multiplied together. */
    final int samples;

    /** Where the tiles of each channel begin. */
    final int[] taps;

    private Winograd(int in, int out, int[] size, int[] before, int[] result) {
        this.in = in;
        this.out = out;
        height = size[0];
        width = size[1];
        top = before[0];
        left = before[1];
        rows = result[0];
        columns = result[1];
        down = (rows + 1) / 2;
        across = (columns + 1) / 2;
        boolean zeroFollows = columns % 2 == 1 && left > 0 && 2 * across - left >= width;
        pitch = zeroFollows ? across : across + 1;
        samples = together(TOGETHER / (in + out), tiles());
        int distance = (samples * tiles() + LINE - 1) / LINE * LINE;
        taps = new int[in];
        for (int channel = 0; channel < in; channel++) {
            taps[channel] = channel * distance;
        }
    }

    /** As many samples as there is room for, best in whole tiles of three vectors. */
    private static int together(int places, int tiles) {
        int most = Math.max(1, Math.min(MOST, places / tiles));
        for (int samples = most; samples > 1; samples--) {
            if ((samples * tiles + LINE - 1) / LINE % 3 == 0) {
                return samples;
            }
        }
        return most;
    }

    /** From the image to the result. */
    static Winograd forward(int in, int out, Window window) {
        return new Winograd(in, out, window.size, window.before, window.out);
    }

    /** From the gradient of the result to that of the image. */
    static Winograd backward(int in, int out, Window window) {
        int[] before = {2 - window.before[0], 2 - window.before[1]};
        return new Winograd(out, in, window.out, before, window.size);
    }

    /** Whether a convolution can be made so: each side of a patch must meet the image's own elements or zeros beside it. */
    static boolean fits(int groups, Window window) {
        boolean fits = groups == 1;
        for (int axis = 0; axis < 2; axis++) {
            int before = window.before[axis];
            fits &= window.kernel[axis] == 3 && window.stride[axis] == 1 && window.dilation[axis] == 1 && before <= 2;
        }
        return fits;
    }

    /** The places for tiles of one sample. */
    int tiles() {
        return down * pitch;
    }

    /** From one point of all weights to the next. */
    int weightPoint() {
        return in * out + LINE;
    }

    /** From one point of the patches of all channels to the next. */
    int patchPoint() {
        return in * (in > 1 ? taps[1] : (samples * tiles() + LINE - 1) / LINE * LINE) + LINE;
    }
}
