package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Convolutions without the Vector API. HotSpot vectorises loops over row arrays with one index ({@link PlainTiles}), so the shifted views
 * of the planes are copied into such arrays, some at a time.
 */
final class PlainConvolver extends Convolver {
    /** Row arrays are as long as those of {@link PlainProduct}. */
    private static final int WIDTH = 1024;

    /** Row arrays that are filled at a time. */
    private static final int DEPTH = 128;

    private PlainConvolver(AbstractKernels kernels, Scratch scratch) {
        super(kernels, scratch);
    }

    /** For callers that are to be loaded without this class. */
    static Convolver of(AbstractKernels kernels, Scratch scratch) {
        return new PlainConvolver(kernels, scratch);
    }

    @Override
    WinogradPass newWinograd() {
        return new PlainWinograd(this);
    }

    @Override
    public void copyRow(float[] from, int at, float[] to, int toAt, int count) {
        System.arraycopy(from, at, to, toAt, count);
    }

    @Override
    int padded(int columns) {
        return columns;
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
        float[][] views = own.rows(DEPTH, Scratch.aligned(WIDTH));
        float[][] sums = own.sumRows(PlainTiles.HEIGHT, WIDTH);
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            int padded = PlainPacking.padded(width);
            for (int first = 0; first < taps.length; first += DEPTH) {
                int depth = Math.min(DEPTH, taps.length - first);
                for (int i = 0; i < depth; i++) {
                    System.arraycopy(b, bAt + taps[first + i] + j, views[i], 0, width);
                    Arrays.fill(views[i], width, padded, 0f);
                }
                for (int row = 0; row < rows; row += PlainTiles.HEIGHT) {
                    int height = Math.min(PlainTiles.HEIGHT, rows - row);
                    for (int r = 0; r < height; r++) {
                        if (first > 0) {
                            System.arraycopy(c, cAt + (row + r) * columns + j, sums[r], 0, width);
                        } else {
                            Arrays.fill(sums[r], 0, width, start == null ? 0f : start[startAt + row + r]);
                        }
                    }
                    int from = at + row * taps.length + first;
                    PlainTiles.multiply(
                            a, from, taps.length, 1, height, views, 0, depth, sums, padded, PlainTiles.DEEP);
                    for (int r = 0; r < height; r++) {
                        System.arraycopy(sums[r], 0, c, cAt + (row + r) * columns + j, width);
                    }
                }
            }
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
        for (int lane = 0; lane < FewOutputs.SUMS; lane++) {
            addLane(x, xAt + lane, taps, tap, count - 1, dy, dyAt + lane, sums, sumsAt + lane, positions);
            if (dyRow > 0) {
                int second = sumsAt + taps.length * FewOutputs.SUMS + lane;
                addLane(x, xAt + lane, taps, tap, count - 1, dy, dyAt + dyRow + lane, sums, second, positions);
            }
        }
    }

    /** Eight sums at a time, which do not wait for each other; those above last repeat it. */
    private static void addLane(
            float[] x,
            int xAt,
            int[] taps,
            int tap,
            int last,
            float[] dy,
            int dyAt,
            float[] sums,
            int at,
            int positions) {
        int step = FewOutputs.SUMS;
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        float c0 = sums[at];
        float c1 = sums[at + r1 * step];
        float c2 = sums[at + r2 * step];
        float c3 = sums[at + r3 * step];
        float c4 = sums[at + r4 * step];
        float c5 = sums[at + r5 * step];
        float c6 = sums[at + r6 * step];
        float c7 = sums[at + r7 * step];
        int x0 = xAt + taps[tap];
        int x1 = xAt + taps[tap + r1];
        int x2 = xAt + taps[tap + r2];
        int x3 = xAt + taps[tap + r3];
        int x4 = xAt + taps[tap + r4];
        int x5 = xAt + taps[tap + r5];
        int x6 = xAt + taps[tap + r6];
        int x7 = xAt + taps[tap + r7];
        for (int i = 0; i < positions; i += step) {
            float d = dy[dyAt + i];
            c0 = Math.fma(x[x0 + i], d, c0);
            c1 = Math.fma(x[x1 + i], d, c1);
            c2 = Math.fma(x[x2 + i], d, c2);
            c3 = Math.fma(x[x3 + i], d, c3);
            c4 = Math.fma(x[x4 + i], d, c4);
            c5 = Math.fma(x[x5 + i], d, c5);
            c6 = Math.fma(x[x6 + i], d, c6);
            c7 = Math.fma(x[x7 + i], d, c7);
        }
        sums[at] = c0;
        sums[at + r1 * step] = c1;
        sums[at + r2 * step] = c2;
        sums[at + r3 * step] = c3;
        sums[at + r4 * step] = c4;
        sums[at + r5 * step] = c5;
        sums[at + r6 * step] = c6;
        sums[at + r7 * step] = c7;
    }

    @Override
    int gradientLength() {
        return convolution.out * convolution.span;
    }

    @Override
    void layOutGradient(float[] dy, int dyAt, float[] to, int toAt, Scratch own) {
        Convolution c = convolution;
        int width = c.window.out[1];
        int from = dyAt;
        for (int output = 0; output < c.out; output++) {
            for (int row = 0; row < c.window.out[0]; row++) {
                System.arraycopy(dy, from, to, toAt + output * c.span + row * c.planes.columns, width);
                from += width;
            }
        }
    }

    @Override
    int sumsLength() {
        return convolution.out * convolution.depth();
    }

    @Override
    void end(float[] sums, float[] dw, boolean add) {
        for (int i = 0; i < sumsLength(); i++) {
            dw[i] = add ? dw[i] + sums[i] : sums[i];
        }
    }

    @Override
    void addProducts(float[] image, float[] gradient, float[] sums, int sumsAt, Scratch own) {
        int depth = convolution.depth();
        for (int group = 0; group < convolution.groups; group++) {
            for (int tap = 0; tap < depth; tap += WIDTH) {
                int width = Math.min(WIDTH, depth - tap);
                for (int j = 0; j < convolution.span; j += DEPTH) {
                    addProducts(image, gradient, group, tap, width, j, sums, sumsAt, own);
                }
            }
        }
    }

    /** The products of some positions from j on, with patches as row arrays. */
    private void addProducts(
            float[] image,
            float[] gradient,
            int group,
            int tap,
            int width,
            int j,
            float[] result,
            int resultAt,
            Scratch own) {
        Convolution c = convolution;
        int depth = Math.min(DEPTH, c.span - j);
        int padded = PlainPacking.padded(width);
        float[][] patches = own.rows(DEPTH, Scratch.aligned(WIDTH));
        float[][] sums = own.sumRows(PlainTiles.HEIGHT, WIDTH);
        int channels = c.in / c.groups * c.planes.planes() * c.planes.plane();
        patches(image, group * channels + j, tap, width, patches, depth);
        int outputs = c.out / c.groups;
        for (int output = 0; output < outputs; output += PlainTiles.HEIGHT) {
            int height = Math.min(PlainTiles.HEIGHT, outputs - output);
            int to = resultAt + (group * outputs + output) * c.depth() + tap;
            for (int r = 0; r < height; r++) {
                System.arraycopy(result, to + r * c.depth(), sums[r], 0, width);
                Arrays.fill(sums[r], width, padded, 0f);
            }
            int from = (group * outputs + output) * c.span + j;
            PlainTiles.multiply(gradient, from, c.span, 1, height, patches, 0, depth, sums, padded, PlainTiles.DEEP);
            for (int r = 0; r < height; r++) {
                System.arraycopy(sums[r], 0, result, to + r * c.depth(), width);
            }
        }
    }

    /** Eight rows at a time, so that whole cache lines of the image are read. */
    private void patches(float[] images, int at, int tap, int width, float[][] rows, int count) {
        int padded = PlainPacking.padded(width);
        int j = 0;
        for (; j + 8 <= count; j += 8) {
            eightPatches(images, at + j, convolution.taps, tap, width, rows, j);
        }
        for (; j < count; j++) {
            float[] row = rows[j];
            for (int i = 0; i < width; i++) {
                row[i] = images[at + j + convolution.taps[tap + i]];
            }
        }
        for (j = 0; j < count; j++) {
            Arrays.fill(rows[j], width, padded, 0f);
        }
    }

    private static void eightPatches(float[] images, int at, int[] taps, int tap, int width, float[][] rows, int j) {
        float[] r0 = rows[j];
        float[] r1 = rows[j + 1];
        float[] r2 = rows[j + 2];
        float[] r3 = rows[j + 3];
        float[] r4 = rows[j + 4];
        float[] r5 = rows[j + 5];
        float[] r6 = rows[j + 6];
        float[] r7 = rows[j + 7];
        for (int i = 0; i < width; i++) {
            int from = at + taps[tap + i];
            r0[i] = images[from];
            r1[i] = images[from + 1];
            r2[i] = images[from + 2];
            r3[i] = images[from + 3];
            r4[i] = images[from + 4];
            r5[i] = images[from + 5];
            r6[i] = images[from + 6];
            r7[i] = images[from + 7];
        }
    }
}
