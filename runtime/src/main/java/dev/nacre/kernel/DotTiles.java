package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/** The micro-kernels of {@link FewOutputs}: as in {@link ConvolutionTiles}, elements above {@code last} repeat element last. */
final class DotTiles {
    private static final int STEP = FewOutputs.SUMS;

    private DotTiles() {}

    /** Eight elements of the kernel with one output. */
    static void byOne(
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
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        int x0 = xAt + taps[tap];
        int x1 = xAt + taps[tap + r1];
        int x2 = xAt + taps[tap + r2];
        int x3 = xAt + taps[tap + r3];
        int x4 = xAt + taps[tap + r4];
        int x5 = xAt + taps[tap + r5];
        int x6 = xAt + taps[tap + r6];
        int x7 = xAt + taps[tap + r7];
        for (int lane = 0; lane < STEP; lane += LANES) {
            int to = at + lane;
            FloatVector c0 = FloatVector.fromArray(FLOATS, sums, to);
            FloatVector c1 = FloatVector.fromArray(FLOATS, sums, to + r1 * STEP);
            FloatVector c2 = FloatVector.fromArray(FLOATS, sums, to + r2 * STEP);
            FloatVector c3 = FloatVector.fromArray(FLOATS, sums, to + r3 * STEP);
            FloatVector c4 = FloatVector.fromArray(FLOATS, sums, to + r4 * STEP);
            FloatVector c5 = FloatVector.fromArray(FLOATS, sums, to + r5 * STEP);
            FloatVector c6 = FloatVector.fromArray(FLOATS, sums, to + r6 * STEP);
            FloatVector c7 = FloatVector.fromArray(FLOATS, sums, to + r7 * STEP);
            for (int i = lane; i < positions; i += STEP) {
                FloatVector d = FloatVector.fromArray(FLOATS, dy, dyAt + i);
                c0 = FloatVector.fromArray(FLOATS, x, x0 + i).fma(d, c0);
                c1 = FloatVector.fromArray(FLOATS, x, x1 + i).fma(d, c1);
                c2 = FloatVector.fromArray(FLOATS, x, x2 + i).fma(d, c2);
                c3 = FloatVector.fromArray(FLOATS, x, x3 + i).fma(d, c3);
                c4 = FloatVector.fromArray(FLOATS, x, x4 + i).fma(d, c4);
                c5 = FloatVector.fromArray(FLOATS, x, x5 + i).fma(d, c5);
                c6 = FloatVector.fromArray(FLOATS, x, x6 + i).fma(d, c6);
                c7 = FloatVector.fromArray(FLOATS, x, x7 + i).fma(d, c7);
            }
            c0.intoArray(sums, to);
            c1.intoArray(sums, to + r1 * STEP);
            c2.intoArray(sums, to + r2 * STEP);
            c3.intoArray(sums, to + r3 * STEP);
            c4.intoArray(sums, to + r4 * STEP);
            c5.intoArray(sums, to + r5 * STEP);
            c6.intoArray(sums, to + r6 * STEP);
            c7.intoArray(sums, to + r7 * STEP);
        }
    }

    /** Eight elements of the kernel with two outputs. */
    static void byTwo(
            float[] x,
            int xAt,
            int[] taps,
            int tap,
            int last,
            float[] dy,
            int dyAt,
            int dyRow,
            float[] sums,
            int at,
            int sumsRow,
            int positions) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        int x0 = xAt + taps[tap];
        int x1 = xAt + taps[tap + r1];
        int x2 = xAt + taps[tap + r2];
        int x3 = xAt + taps[tap + r3];
        int x4 = xAt + taps[tap + r4];
        int x5 = xAt + taps[tap + r5];
        int x6 = xAt + taps[tap + r6];
        int x7 = xAt + taps[tap + r7];
        for (int lane = 0; lane < STEP; lane += LANES) {
            int to = at + lane;
            int too = to + sumsRow;
            FloatVector c00 = FloatVector.fromArray(FLOATS, sums, to);
            FloatVector c10 = FloatVector.fromArray(FLOATS, sums, to + r1 * STEP);
            FloatVector c20 = FloatVector.fromArray(FLOATS, sums, to + r2 * STEP);
            FloatVector c30 = FloatVector.fromArray(FLOATS, sums, to + r3 * STEP);
            FloatVector c40 = FloatVector.fromArray(FLOATS, sums, to + r4 * STEP);
            FloatVector c50 = FloatVector.fromArray(FLOATS, sums, to + r5 * STEP);
            FloatVector c60 = FloatVector.fromArray(FLOATS, sums, to + r6 * STEP);
            FloatVector c70 = FloatVector.fromArray(FLOATS, sums, to + r7 * STEP);
            FloatVector c01 = FloatVector.fromArray(FLOATS, sums, too);
            FloatVector c11 = FloatVector.fromArray(FLOATS, sums, too + r1 * STEP);
            FloatVector c21 = FloatVector.fromArray(FLOATS, sums, too + r2 * STEP);
            FloatVector c31 = FloatVector.fromArray(FLOATS, sums, too + r3 * STEP);
            FloatVector c41 = FloatVector.fromArray(FLOATS, sums, too + r4 * STEP);
            FloatVector c51 = FloatVector.fromArray(FLOATS, sums, too + r5 * STEP);
            FloatVector c61 = FloatVector.fromArray(FLOATS, sums, too + r6 * STEP);
            FloatVector c71 = FloatVector.fromArray(FLOATS, sums, too + r7 * STEP);
            for (int i = lane; i < positions; i += STEP) {
                FloatVector d0 = FloatVector.fromArray(FLOATS, dy, dyAt + i);
                FloatVector d1 = FloatVector.fromArray(FLOATS, dy, dyAt + dyRow + i);
                FloatVector v = FloatVector.fromArray(FLOATS, x, x0 + i);
                c00 = v.fma(d0, c00);
                c01 = v.fma(d1, c01);
                v = FloatVector.fromArray(FLOATS, x, x1 + i);
                c10 = v.fma(d0, c10);
                c11 = v.fma(d1, c11);
                v = FloatVector.fromArray(FLOATS, x, x2 + i);
                c20 = v.fma(d0, c20);
                c21 = v.fma(d1, c21);
                v = FloatVector.fromArray(FLOATS, x, x3 + i);
                c30 = v.fma(d0, c30);
                c31 = v.fma(d1, c31);
                v = FloatVector.fromArray(FLOATS, x, x4 + i);
                c40 = v.fma(d0, c40);
                c41 = v.fma(d1, c41);
                v = FloatVector.fromArray(FLOATS, x, x5 + i);
                c50 = v.fma(d0, c50);
                c51 = v.fma(d1, c51);
                v = FloatVector.fromArray(FLOATS, x, x6 + i);
                c60 = v.fma(d0, c60);
                c61 = v.fma(d1, c61);
                v = FloatVector.fromArray(FLOATS, x, x7 + i);
                c70 = v.fma(d0, c70);
                c71 = v.fma(d1, c71);
            }
            c00.intoArray(sums, to);
            c10.intoArray(sums, to + r1 * STEP);
            c20.intoArray(sums, to + r2 * STEP);
            c30.intoArray(sums, to + r3 * STEP);
            c40.intoArray(sums, to + r4 * STEP);
            c50.intoArray(sums, to + r5 * STEP);
            c60.intoArray(sums, to + r6 * STEP);
            c70.intoArray(sums, to + r7 * STEP);
            c01.intoArray(sums, too);
            c11.intoArray(sums, too + r1 * STEP);
            c21.intoArray(sums, too + r2 * STEP);
            c31.intoArray(sums, too + r3 * STEP);
            c41.intoArray(sums, too + r4 * STEP);
            c51.intoArray(sums, too + r5 * STEP);
            c61.intoArray(sums, too + r6 * STEP);
            c71.intoArray(sums, too + r7 * STEP);
        }
    }
}
