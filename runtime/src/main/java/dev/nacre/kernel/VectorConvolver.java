package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.LANES;

/** Convolutions of the Vector API: vectors along positions, and for the gradient of the weights along outputs. */
final class VectorConvolver extends Convolver {
    private static final int PAIR = 2 * LANES;

    private VectorConvolver(AbstractKernels kernels, Scratch scratch) {
        super(kernels, scratch);
    }

    /** For callers that are to be loaded without this class. */
    static Convolver of(AbstractKernels kernels, Scratch scratch) {
        return new VectorConvolver(kernels, scratch);
    }

    @Override
    WinogradPass newWinograd() {
        return new VectorWinograd(this);
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
            int cAt,
            int rows,
            int columns,
            Scratch own) {
        int distance = padded(columns);
        float[] begin = start == null ? own.zeros(rows) : start;
        int from = start == null ? 0 : startAt;
        int left = vectors(columns);
        if (rows == 1) {
            for (int j = 0; left > 0; j += 4 * LANES, left -= 4) {
                ConvolutionTiles.oneByFour(a, at, b, bAt + j, taps, begin[from], c, cAt + j);
            }
            return;
        }
        int j = 0;
        if ((rows == 5 || rows == 6) && !VectorPacking.FEW_REGISTERS) {
            // Five vectors are three and two: one alone has no tile.
            for (; left >= 4 && left != 5; j += 4 * LANES, left -= 4) {
                ConvolutionTiles.sixByFour(a, at, b, bAt + j, taps, begin, from, c, cAt + j, distance, rows - 1);
            }
        }
        while (left > 0) {
            boolean three = left >= 3 && left != 4 && !VectorPacking.FEW_REGISTERS;
            for (int row = 0; row < rows; ) {
                int weights = at + row * taps.length;
                int to = cAt + row * distance + j;
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

    @Override
    void addDots(
            float[] x,
            int xAt,
            int[] taps,
            int tap,
            int count,
            float[] dy,
            int dyAt,
            int dyRow,
            float[] sums,
            int sumsAt,
            int positions) {
        if (dyRow == 0) {
            DotTiles.byOne(x, xAt, taps, tap, count - 1, dy, dyAt, sums, sumsAt, positions);
        } else {
            int sumsRow = taps.length * FewOutputs.SUMS;
            DotTiles.byTwo(x, xAt, taps, tap, count - 1, dy, dyAt, dyRow, sums, sumsAt, sumsRow, positions);
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
    void end(float[] sums, float[] dw, boolean add) {
        int depth = convolution.depth();
        int width = outputs();
        int own = convolution.out / convolution.groups;
        for (int output = 0; output < convolution.out; output++) {
            int at = output / own * depth * width + output % own;
            int to = output * depth;
            for (int i = 0; i < depth; i++) {
                dw[to + i] = add ? dw[to + i] + sums[at + i * width] : sums[at + i * width];
            }
        }
    }

    @Override
    void addProducts(float[] image, float[] gradient, float[] sums, int sumsAt, Scratch own) {
        Convolution c = convolution;
        int width = outputs();
        int depth = c.depth();
        int channels = c.in / c.groups * c.planes.planes() * c.planes.plane();
        for (int group = 0; group < c.groups; group++) {
            int images = group * channels;
            int gradients = group * c.span * width;
            int to = sumsAt + group * depth * width;
            for (int output = 0; output < width; output += output + PAIR <= width ? PAIR : LANES) {
                for (int tap = 0; tap < depth; tap += 8) {
                    int last = Math.min(8, depth - tap) - 1;
                    int at = to + tap * width + output;
                    if (output + PAIR <= width) {
                        ConvolutionTapTiles.eightTapsByTwo(
                                image,
                                images,
                                c.taps,
                                tap,
                                last,
                                gradient,
                                gradients + output,
                                width,
                                sums,
                                at,
                                c.span);
                    } else {
                        ConvolutionTapTiles.eightTapsByOne(
                                image,
                                images,
                                c.taps,
                                tap,
                                last,
                                gradient,
                                gradients + output,
                                width,
                                sums,
                                at,
                                c.span);
                    }
                }
            }
        }
    }
}
