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

    /** Transformed channels times places that are made at a time: twice a second cache of 1 MB was best. */
    private static final int TOGETHER = 32_768;

    /** Places up to which samples are put together: more do not help, and leave less to divide among threads. */
    private static final int FEW = 128;

    /** Weights, transformed, that are not too many to keep. */
    private static final long MOST_WEIGHTS = 1 << 27;

    /** What a last tile of fewer than three vectors costs besides, in vectors. */
    private static final double SHORT = 0.35;

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

    /** The rows of squares, and how many squares are in one. */
    final int down;

    final int across;

    /**
     * From one row of squares to the next: one more than there are, for the elements that the last patch shares with none, unless what
     * follows, the zero at the beginning of the next row, is what should be there.
     */
    final int pitch;

    /** Samples whose tiles are multiplied together; where there are several, all their rows. */
    final int samples;

    /** Rows of squares that are multiplied together. */
    final int band;

    /** Where the tiles of each channel begin. */
    final int[] taps;

    private final boolean backward;

    private Winograd(int in, int out, int[] size, int[] before, int[] result, boolean backward) {
        this.in = in;
        this.out = out;
        this.backward = backward;
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
        int places = TOGETHER / (in + out);
        samples = together(Math.min(FEW, places) / (down * pitch), down * pitch, 0);
        band = samples > 1 ? down : together(Math.min(down, places / pitch), pitch, pitch);
        taps = new int[in];
        for (int channel = 0; channel < in; channel++) {
            taps[channel] = channel * distance();
        }
    }

    /** From the image to the result. */
    static Winograd forward(int in, int out, Window window) {
        return new Winograd(in, out, window.size, window.before, window.out, false);
    }

    /** From the gradient of the result to that of the image. */
    static Winograd backward(int in, int out, Window window) {
        int[] before = {2 - window.before[0], 2 - window.before[1]};
        return new Winograd(out, in, window.out, before, window.size, true);
    }

    /** Whether a convolution can be made so, forward and backward. */
    static boolean fits(int in, int out, int groups, Window window) {
        boolean fits = groups == 1 && (long) in * out * POINTS <= MOST_WEIGHTS;
        for (int axis = 0; axis < 2; axis++) {
            int before = window.before[axis];
            fits &= window.kernel[axis] == 3 && window.stride[axis] == 1 && window.dilation[axis] == 1 && before <= 2;
        }
        return fits;
    }

    /**
     * How many units of so many places, up to most, fill whole tiles of three vectors best; at least one.
     *
     * @param once what is done once for all of them, in places
     */
    private static int together(int most, int unit, int once) {
        int best = 1;
        double least = Double.MAX_VALUE;
        for (int units = 1; units <= most; units++) {
            int vectors = (units * unit + LINE - 1) / LINE;
            double cost = (vectors + (vectors % 3 == 0 ? 0 : SHORT) + (double) once / LINE) / units;
            if (cost < least) {
                least = cost;
                best = units;
            }
        }
        return best;
    }

    /** The places that some rows of squares of some samples take. */
    int places(int samples, int rows) {
        return samples * rows * pitch;
    }

    private int distance() {
        return (places(samples, band) + LINE - 1) / LINE * LINE;
    }

    /** From one point of the patches of all channels to the next. */
    int patchPoint() {
        return in * distance() + LINE;
    }

    /** From one point of the products of all outputs, whose rows are so far apart, to the next. */
    int productPoint(int distance) {
        return out * distance + LINE;
    }

    /** From one point of all weights to the next. */
    private int weightPoint() {
        return in * out + LINE;
    }

    /** Where the weights of a point begin. */
    int weights(int point) {
        return point * weightPoint();
    }

    /**
     * {@code G g Gᵀ} for all kernels of an output, in double precision because they are few.
     *
     * @param w [out, in, 3, 3] or, for a way backward, [in, out, 3, 3] whose kernels are turned around
     * @param to receives all points, [out, in] each, {@link #weights} of the number of points long
     */
    void transform(float[] w, int output, float[] to) {
        int step = backward ? -1 : 1;
        int row = SIDE * weightPoint();
        for (int channel = 0; channel < in; channel++) {
            int at = backward ? (channel * out + output) * 9 + 8 : (output * in + channel) * 9;
            int place = output * in + channel;
            double middle0 = w[at + 3 * step] / 2.0;
            double middle1 = w[at + 4 * step] / 2.0;
            double middle2 = w[at + 5 * step] / 2.0;
            double outer0 = ((double) w[at] + w[at + 6 * step]) / 2;
            double outer1 = ((double) w[at + step] + w[at + 7 * step]) / 2;
            double outer2 = ((double) w[at + 2 * step] + w[at + 8 * step]) / 2;
            transformRow(w[at], w[at + step], w[at + 2 * step], to, place);
            transformRow(outer0 + middle0, outer1 + middle1, outer2 + middle2, to, place + row);
            transformRow(outer0 - middle0, outer1 - middle1, outer2 - middle2, to, place + 2 * row);
            transformRow(w[at + 6 * step], w[at + 7 * step], w[at + 8 * step], to, place + 3 * row);
        }
    }

    private void transformRow(double left, double middle, double right, float[] to, int at) {
        double outer = (left + right) / 2;
        to[at] = (float) left;
        to[at + weightPoint()] = (float) (outer + middle / 2);
        to[at + 2 * weightPoint()] = (float) (outer - middle / 2);
        to[at + 3 * weightPoint()] = (float) right;
    }
}
