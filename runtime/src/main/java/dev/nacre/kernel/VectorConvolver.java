package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;

/** Convolutions of the Vector API: vectors along positions, and for the gradient of the weights along outputs. */
final class VectorConvolver extends Convolver {
    private static final int PAIR = 2 * LANES;

    VectorConvolver(AbstractKernels kernels, Scratch scratch) {
        super(kernels, scratch);
    }

    @Override
    public void copyRow(float[] from, int at, float[] to, int toAt, int count) {
        ShortCopies.copy(from, at, to, toAt, count);
    }

    /** Whole tiles: of two vectors where there are few registers, else of two or three. */
    @Override
    int padded(int columns) {
        int vectors = vectors(columns);
        boolean pairs = VectorPacking.FEW_REGISTERS || vectors == 1;
        return (pairs ? (vectors + 1) / 2 * 2 : vectors) * LANES;
    }

    private static int vectors(int columns) {
        return (columns + LANES - 1) / LANES;
    }

    @Override
    void multiply(
            float[] a,
            int at,
            float[] b,
            int bAt,
            int[] taps,
            float[] start,
            int startAt,
            float[] c,
            int rows,
            int columns,
            Scratch own) {
        int distance = padded(columns);
        float[] begin = start == null ? own.zeros(rows) : start;
        int from = start == null ? 0 : startAt;
        int left = vectors(columns);
        for (int j = 0; left > 0; ) {
            boolean three = left >= 3 && left != 4 && !VectorPacking.FEW_REGISTERS;
            for (int row = 0; row < rows; ) {
                int weights = at + row * taps.length;
                int to = row * distance + j;
                if (rows - row <= 4 || VectorPacking.FEW_REGISTERS) {
                    int last = Math.min(4, rows - row) - 1;
                    ConvolutionTiles.fourByTwo(a, weights, b, bAt + j, taps, begin, from + row, c, to, distance, last);
                    if (three) {
                        ConvolutionTiles.fourByTwo(
                                a, weights, b, bAt + j + LANES, taps, begin, from + row, c, to + LANES, distance, last);
                    }
                    row += 4;
                } else {
                    int last = Math.min(8, rows - row) - 1;
                    if (three) {
                        ConvolutionTiles.eightByThree(
                                a, weights, b, bAt + j, taps, begin, from + row, c, to, distance, last);
                    } else {
                        ConvolutionTiles.eightByTwo(
                                a, weights, b, bAt + j, taps, begin, from + row, c, to, distance, last);
                    }
                    row += 8;
                }
            }
            j += three ? 3 * LANES : 2 * LANES;
            left -= three ? 3 : 2;
        }
    }

    /** The outputs of a group, in whole vectors. */
    private int outputs() {
        return (convolution.out / convolution.groups + LANES - 1) / LANES * LANES;
    }

    @Override
    int gradientLength() {
        return convolution.groups * convolution.span * outputs();
    }

    @Override
    void layOutGradient(float[] dy, int dyAt, float[] to, int toAt, Scratch own) {
        Convolution c = convolution;
        int width = outputs();
        int outputs = c.out / c.groups;
        int positions = c.window.outputs();
        int line = c.window.out[1] * width;
        float[] transposed = own.lane(positions * width);
        for (int group = 0; group < c.groups; group++) {
            int from = dyAt + group * outputs * positions;
            // What is beyond the outputs of a group only meets sums that nobody asks for.
            int rows = from + width * positions <= dy.length ? width : outputs;
            VectorPacking.across(dy, from, positions, transposed, 0, width, rows, positions);
            int at = toAt + group * c.span * width;
            for (int row = 0; row < c.window.out[0]; row++) {
                System.arraycopy(transposed, row * line, to, at + row * c.planes.columns * width, line);
            }
        }
    }

    @Override
    int sumsLength() {
        return convolution.groups * convolution.depth() * outputs();
    }

    @Override
    void begin(float[] sums, float[] dw, boolean add) {
        Arrays.fill(sums, 0, sumsLength(), 0f);
        if (add) {
            copy(sums, dw, true);
        }
    }

    @Override
    void end(float[] sums, float[] dw) {
        copy(sums, dw, false);
    }

    private void copy(float[] sums, float[] dw, boolean in) {
        int depth = convolution.depth();
        int width = outputs();
        int own = convolution.out / convolution.groups;
        for (int output = 0; output < convolution.out; output++) {
            int at = output / own * depth * width + output % own;
            for (int i = 0; i < depth; i++) {
                if (in) {
                    sums[at + i * width] = dw[output * depth + i];
                } else {
                    dw[output * depth + i] = sums[at + i * width];
                }
            }
        }
    }

    @Override
    int unit() {
        return 16;
    }

    @Override
    void addProducts(
            float[] images, float[] gradients, int samples, int group, int first, int last, float[] sums, Scratch own) {
        Convolution c = convolution;
        int width = outputs();
        int channels = c.in / c.groups * c.planes.planes() * c.planes.plane();
        int sumsAt = group * c.depth() * width;
        for (int sample = 0; sample < samples; sample++) {
            int image = sample * c.planes.length() + group * channels;
            int gradient = sample * gradientLength() + group * c.span * width;
            int output = 0;
            for (; output + PAIR <= width; output += PAIR) {
                for (int tap = first; tap < last; tap += 8) {
                    int lastRow = Math.min(8, last - tap) - 1;
                    ConvolutionTiles.eightTapsByTwo(
                            images,
                            image,
                            c.taps,
                            tap,
                            lastRow,
                            gradients,
                            gradient + output,
                            width,
                            sums,
                            sumsAt + tap * width + output,
                            c.span);
                }
            }
            if (output < width) {
                for (int tap = first; tap < last; tap += 8) {
                    int lastRow = Math.min(8, last - tap) - 1;
                    ConvolutionTiles.eightTapsByOne(
                            images,
                            image,
                            c.taps,
                            tap,
                            lastRow,
                            gradients,
                            gradient + output,
                            width,
                            sums,
                            sumsAt + tap * width + output,
                            c.span);
                }
            }
        }
    }
}
