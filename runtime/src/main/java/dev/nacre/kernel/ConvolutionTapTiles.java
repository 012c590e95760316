package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/** The micro-kernels of the gradient of a convolution's weights; what holds for {@link VectorTiles} holds for them. */
final class ConvolutionTapTiles {
    private ConvolutionTapTiles() {}

    /** Adds the products of eight elements of the kernel and two vectors of outputs over all positions. */
    static void eightTapsByTwo(
            float[] x,
            int xAt,
            int[] taps,
            int tap,
            int last,
            float[] dy,
            int dyAt,
            int dyRow,
            float[] sums,
            int sumsAt,
            int positions) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        FloatVector c00 = FloatVector.fromArray(FLOATS, sums, sumsAt);
        FloatVector c01 = FloatVector.fromArray(FLOATS, sums, sumsAt + LANES);
        FloatVector c10 = FloatVector.fromArray(FLOATS, sums, sumsAt + r1 * dyRow);
        FloatVector c11 = FloatVector.fromArray(FLOATS, sums, sumsAt + r1 * dyRow + LANES);
        FloatVector c20 = FloatVector.fromArray(FLOATS, sums, sumsAt + r2 * dyRow);
        FloatVector c21 = FloatVector.fromArray(FLOATS, sums, sumsAt + r2 * dyRow + LANES);
        FloatVector c30 = FloatVector.fromArray(FLOATS, sums, sumsAt + r3 * dyRow);
        FloatVector c31 = FloatVector.fromArray(FLOATS, sums, sumsAt + r3 * dyRow + LANES);
        FloatVector c40 = FloatVector.fromArray(FLOATS, sums, sumsAt + r4 * dyRow);
        FloatVector c41 = FloatVector.fromArray(FLOATS, sums, sumsAt + r4 * dyRow + LANES);
        FloatVector c50 = FloatVector.fromArray(FLOATS, sums, sumsAt + r5 * dyRow);
        FloatVector c51 = FloatVector.fromArray(FLOATS, sums, sumsAt + r5 * dyRow + LANES);
        FloatVector c60 = FloatVector.fromArray(FLOATS, sums, sumsAt + r6 * dyRow);
        FloatVector c61 = FloatVector.fromArray(FLOATS, sums, sumsAt + r6 * dyRow + LANES);
        FloatVector c70 = FloatVector.fromArray(FLOATS, sums, sumsAt + r7 * dyRow);
        FloatVector c71 = FloatVector.fromArray(FLOATS, sums, sumsAt + r7 * dyRow + LANES);
        int x0 = xAt + taps[tap];
        int x1 = xAt + taps[tap + r1];
        int x2 = xAt + taps[tap + r2];
        int x3 = xAt + taps[tap + r3];
        int x4 = xAt + taps[tap + r4];
        int x5 = xAt + taps[tap + r5];
        int x6 = xAt + taps[tap + r6];
        int x7 = xAt + taps[tap + r7];
        int from = dyAt;
        for (int i = 0; i < positions; i++, from += dyRow) {
            FloatVector d0 = FloatVector.fromArray(FLOATS, dy, from);
            FloatVector d1 = FloatVector.fromArray(FLOATS, dy, from + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, x[x0 + i]);
            c00 = v.fma(d0, c00);
            c01 = v.fma(d1, c01);
            v = FloatVector.broadcast(FLOATS, x[x1 + i]);
            c10 = v.fma(d0, c10);
            c11 = v.fma(d1, c11);
            v = FloatVector.broadcast(FLOATS, x[x2 + i]);
            c20 = v.fma(d0, c20);
            c21 = v.fma(d1, c21);
            v = FloatVector.broadcast(FLOATS, x[x3 + i]);
            c30 = v.fma(d0, c30);
            c31 = v.fma(d1, c31);
            v = FloatVector.broadcast(FLOATS, x[x4 + i]);
            c40 = v.fma(d0, c40);
            c41 = v.fma(d1, c41);
            v = FloatVector.broadcast(FLOATS, x[x5 + i]);
            c50 = v.fma(d0, c50);
            c51 = v.fma(d1, c51);
            v = FloatVector.broadcast(FLOATS, x[x6 + i]);
            c60 = v.fma(d0, c60);
            c61 = v.fma(d1, c61);
            v = FloatVector.broadcast(FLOATS, x[x7 + i]);
            c70 = v.fma(d0, c70);
            c71 = v.fma(d1, c71);
        }
        c00.intoArray(sums, sumsAt);
        c01.intoArray(sums, sumsAt + LANES);
        c10.intoArray(sums, sumsAt + r1 * dyRow);
        c11.intoArray(sums, sumsAt + r1 * dyRow + LANES);
        c20.intoArray(sums, sumsAt + r2 * dyRow);
        c21.intoArray(sums, sumsAt + r2 * dyRow + LANES);
        c30.intoArray(sums, sumsAt + r3 * dyRow);
        c31.intoArray(sums, sumsAt + r3 * dyRow + LANES);
        c40.intoArray(sums, sumsAt + r4 * dyRow);
        c41.intoArray(sums, sumsAt + r4 * dyRow + LANES);
        c50.intoArray(sums, sumsAt + r5 * dyRow);
        c51.intoArray(sums, sumsAt + r5 * dyRow + LANES);
        c60.intoArray(sums, sumsAt + r6 * dyRow);
        c61.intoArray(sums, sumsAt + r6 * dyRow + LANES);
        c70.intoArray(sums, sumsAt + r7 * dyRow);
        c71.intoArray(sums, sumsAt + r7 * dyRow + LANES);
    }

    /** The same with one vector of outputs. */
    static void eightTapsByOne(
            float[] x,
            int xAt,
            int[] taps,
            int tap,
            int last,
            float[] dy,
            int dyAt,
            int dyRow,
            float[] sums,
            int sumsAt,
            int positions) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        FloatVector c00 = FloatVector.fromArray(FLOATS, sums, sumsAt);
        FloatVector c10 = FloatVector.fromArray(FLOATS, sums, sumsAt + r1 * dyRow);
        FloatVector c20 = FloatVector.fromArray(FLOATS, sums, sumsAt + r2 * dyRow);
        FloatVector c30 = FloatVector.fromArray(FLOATS, sums, sumsAt + r3 * dyRow);
        FloatVector c40 = FloatVector.fromArray(FLOATS, sums, sumsAt + r4 * dyRow);
        FloatVector c50 = FloatVector.fromArray(FLOATS, sums, sumsAt + r5 * dyRow);
        FloatVector c60 = FloatVector.fromArray(FLOATS, sums, sumsAt + r6 * dyRow);
        FloatVector c70 = FloatVector.fromArray(FLOATS, sums, sumsAt + r7 * dyRow);
        int x0 = xAt + taps[tap];
        int x1 = xAt + taps[tap + r1];
        int x2 = xAt + taps[tap + r2];
        int x3 = xAt + taps[tap + r3];
        int x4 = xAt + taps[tap + r4];
        int x5 = xAt + taps[tap + r5];
        int x6 = xAt + taps[tap + r6];
        int x7 = xAt + taps[tap + r7];
        int from = dyAt;
        for (int i = 0; i < positions; i++, from += dyRow) {
            FloatVector d0 = FloatVector.fromArray(FLOATS, dy, from);
            FloatVector v = FloatVector.broadcast(FLOATS, x[x0 + i]);
            c00 = v.fma(d0, c00);
            v = FloatVector.broadcast(FLOATS, x[x1 + i]);
            c10 = v.fma(d0, c10);
            v = FloatVector.broadcast(FLOATS, x[x2 + i]);
            c20 = v.fma(d0, c20);
            v = FloatVector.broadcast(FLOATS, x[x3 + i]);
            c30 = v.fma(d0, c30);
            v = FloatVector.broadcast(FLOATS, x[x4 + i]);
            c40 = v.fma(d0, c40);
            v = FloatVector.broadcast(FLOATS, x[x5 + i]);
            c50 = v.fma(d0, c50);
            v = FloatVector.broadcast(FLOATS, x[x6 + i]);
            c60 = v.fma(d0, c60);
            v = FloatVector.broadcast(FLOATS, x[x7 + i]);
            c70 = v.fma(d0, c70);
        }
        c00.intoArray(sums, sumsAt);
        c10.intoArray(sums, sumsAt + r1 * dyRow);
        c20.intoArray(sums, sumsAt + r2 * dyRow);
        c30.intoArray(sums, sumsAt + r3 * dyRow);
        c40.intoArray(sums, sumsAt + r4 * dyRow);
        c50.intoArray(sums, sumsAt + r5 * dyRow);
        c60.intoArray(sums, sumsAt + r6 * dyRow);
        c70.intoArray(sums, sumsAt + r7 * dyRow);
    }
}
