package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernels of convolutions. As in {@link VectorTiles}, sums stay in registers, and rows above {@code last} repeat row last:
 * all loads of a tile come before its stores. Row r of a begins taps.length elements behind the one before; element i of it meets
 * the vectors of b that begin at {@code bAt + taps[i]}.
 */
final class ConvolutionTiles {
    private ConvolutionTiles() {}

    /** Eight outputs of three vectors of positions: 24 sums, with 32 registers. */
    static void eightByThree(
            float[] a,
            int at,
            float[] b,
            int bAt,
            int[] taps,
            float[] start,
            int startAt,
            float[] c,
            int cAt,
            int cRow,
            int last) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        FloatVector c00 = FloatVector.broadcast(FLOATS, start[startAt]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c10 = FloatVector.broadcast(FLOATS, start[startAt + r1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c20 = FloatVector.broadcast(FLOATS, start[startAt + r2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c30 = FloatVector.broadcast(FLOATS, start[startAt + r3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        FloatVector c40 = FloatVector.broadcast(FLOATS, start[startAt + r4]);
        FloatVector c41 = c40;
        FloatVector c42 = c40;
        FloatVector c50 = FloatVector.broadcast(FLOATS, start[startAt + r5]);
        FloatVector c51 = c50;
        FloatVector c52 = c50;
        FloatVector c60 = FloatVector.broadcast(FLOATS, start[startAt + r6]);
        FloatVector c61 = c60;
        FloatVector c62 = c60;
        FloatVector c70 = FloatVector.broadcast(FLOATS, start[startAt + r7]);
        FloatVector c71 = c70;
        FloatVector c72 = c70;
        int depth = taps.length;
        int a1 = at + r1 * depth;
        int a2 = at + r2 * depth;
        int a3 = at + r3 * depth;
        int a4 = at + r4 * depth;
        int a5 = at + r5 * depth;
        int a6 = at + r6 * depth;
        int a7 = at + r7 * depth;
        for (int i = 0; i < depth; i++) {
            int from = bAt + taps[i];
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + LANES);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, from + 2 * LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, a[at + i]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            v = FloatVector.broadcast(FLOATS, a[a1 + i]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            c12 = v.fma(b2, c12);
            v = FloatVector.broadcast(FLOATS, a[a2 + i]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            c22 = v.fma(b2, c22);
            v = FloatVector.broadcast(FLOATS, a[a3 + i]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            c32 = v.fma(b2, c32);
            v = FloatVector.broadcast(FLOATS, a[a4 + i]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            c42 = v.fma(b2, c42);
            v = FloatVector.broadcast(FLOATS, a[a5 + i]);
            c50 = v.fma(b0, c50);
            c51 = v.fma(b1, c51);
            c52 = v.fma(b2, c52);
            v = FloatVector.broadcast(FLOATS, a[a6 + i]);
            c60 = v.fma(b0, c60);
            c61 = v.fma(b1, c61);
            c62 = v.fma(b2, c62);
            v = FloatVector.broadcast(FLOATS, a[a7 + i]);
            c70 = v.fma(b0, c70);
            c71 = v.fma(b1, c71);
            c72 = v.fma(b2, c72);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + 2 * LANES);
        c10.intoArray(c, cAt + r1 * cRow);
        c11.intoArray(c, cAt + r1 * cRow + LANES);
        c12.intoArray(c, cAt + r1 * cRow + 2 * LANES);
        c20.intoArray(c, cAt + r2 * cRow);
        c21.intoArray(c, cAt + r2 * cRow + LANES);
        c22.intoArray(c, cAt + r2 * cRow + 2 * LANES);
        c30.intoArray(c, cAt + r3 * cRow);
        c31.intoArray(c, cAt + r3 * cRow + LANES);
        c32.intoArray(c, cAt + r3 * cRow + 2 * LANES);
        c40.intoArray(c, cAt + r4 * cRow);
        c41.intoArray(c, cAt + r4 * cRow + LANES);
        c42.intoArray(c, cAt + r4 * cRow + 2 * LANES);
        c50.intoArray(c, cAt + r5 * cRow);
        c51.intoArray(c, cAt + r5 * cRow + LANES);
        c52.intoArray(c, cAt + r5 * cRow + 2 * LANES);
        c60.intoArray(c, cAt + r6 * cRow);
        c61.intoArray(c, cAt + r6 * cRow + LANES);
        c62.intoArray(c, cAt + r6 * cRow + 2 * LANES);
        c70.intoArray(c, cAt + r7 * cRow);
        c71.intoArray(c, cAt + r7 * cRow + LANES);
        c72.intoArray(c, cAt + r7 * cRow + 2 * LANES);
    }

    /** Six outputs of four vectors of positions: 24 sums, with 32 registers. */
    static void sixByFour(
            float[] a,
            int at,
            float[] b,
            int bAt,
            int[] taps,
            float[] start,
            int startAt,
            float[] c,
            int cAt,
            int cRow,
            int last) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        FloatVector c00 = FloatVector.broadcast(FLOATS, start[startAt]);
        FloatVector c01 = c00;
        FloatVector c02 = c00;
        FloatVector c03 = c00;
        FloatVector c10 = FloatVector.broadcast(FLOATS, start[startAt + r1]);
        FloatVector c11 = c10;
        FloatVector c12 = c10;
        FloatVector c13 = c10;
        FloatVector c20 = FloatVector.broadcast(FLOATS, start[startAt + r2]);
        FloatVector c21 = c20;
        FloatVector c22 = c20;
        FloatVector c23 = c20;
        FloatVector c30 = FloatVector.broadcast(FLOATS, start[startAt + r3]);
        FloatVector c31 = c30;
        FloatVector c32 = c30;
        FloatVector c33 = c30;
        FloatVector c40 = FloatVector.broadcast(FLOATS, start[startAt + r4]);
        FloatVector c41 = c40;
        FloatVector c42 = c40;
        FloatVector c43 = c40;
        FloatVector c50 = FloatVector.broadcast(FLOATS, start[startAt + r5]);
        FloatVector c51 = c50;
        FloatVector c52 = c50;
        FloatVector c53 = c50;
        int depth = taps.length;
        int a1 = at + r1 * depth;
        int a2 = at + r2 * depth;
        int a3 = at + r3 * depth;
        int a4 = at + r4 * depth;
        int a5 = at + r5 * depth;
        for (int i = 0; i < depth; i++) {
            int from = bAt + taps[i];
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + LANES);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, from + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, from + 3 * LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, a[at + i]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            c03 = v.fma(b3, c03);
            v = FloatVector.broadcast(FLOATS, a[a1 + i]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            c12 = v.fma(b2, c12);
            c13 = v.fma(b3, c13);
            v = FloatVector.broadcast(FLOATS, a[a2 + i]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            c22 = v.fma(b2, c22);
            c23 = v.fma(b3, c23);
            v = FloatVector.broadcast(FLOATS, a[a3 + i]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            c32 = v.fma(b2, c32);
            c33 = v.fma(b3, c33);
            v = FloatVector.broadcast(FLOATS, a[a4 + i]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            c42 = v.fma(b2, c42);
            c43 = v.fma(b3, c43);
            v = FloatVector.broadcast(FLOATS, a[a5 + i]);
            c50 = v.fma(b0, c50);
            c51 = v.fma(b1, c51);
            c52 = v.fma(b2, c52);
            c53 = v.fma(b3, c53);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c02.intoArray(c, cAt + 2 * LANES);
        c03.intoArray(c, cAt + 3 * LANES);
        c10.intoArray(c, cAt + r1 * cRow);
        c11.intoArray(c, cAt + r1 * cRow + LANES);
        c12.intoArray(c, cAt + r1 * cRow + 2 * LANES);
        c13.intoArray(c, cAt + r1 * cRow + 3 * LANES);
        c20.intoArray(c, cAt + r2 * cRow);
        c21.intoArray(c, cAt + r2 * cRow + LANES);
        c22.intoArray(c, cAt + r2 * cRow + 2 * LANES);
        c23.intoArray(c, cAt + r2 * cRow + 3 * LANES);
        c30.intoArray(c, cAt + r3 * cRow);
        c31.intoArray(c, cAt + r3 * cRow + LANES);
        c32.intoArray(c, cAt + r3 * cRow + 2 * LANES);
        c33.intoArray(c, cAt + r3 * cRow + 3 * LANES);
        c40.intoArray(c, cAt + r4 * cRow);
        c41.intoArray(c, cAt + r4 * cRow + LANES);
        c42.intoArray(c, cAt + r4 * cRow + 2 * LANES);
        c43.intoArray(c, cAt + r4 * cRow + 3 * LANES);
        c50.intoArray(c, cAt + r5 * cRow);
        c51.intoArray(c, cAt + r5 * cRow + LANES);
        c52.intoArray(c, cAt + r5 * cRow + 2 * LANES);
        c53.intoArray(c, cAt + r5 * cRow + 3 * LANES);
    }

    /** Eight outputs of two vectors of positions: 16 sums, with 32 registers. */
    static void eightByTwo(
            float[] a,
            int at,
            float[] b,
            int bAt,
            int[] taps,
            float[] start,
            int startAt,
            float[] c,
            int cAt,
            int cRow,
            int last) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        FloatVector c00 = FloatVector.broadcast(FLOATS, start[startAt]);
        FloatVector c01 = c00;
        FloatVector c10 = FloatVector.broadcast(FLOATS, start[startAt + r1]);
        FloatVector c11 = c10;
        FloatVector c20 = FloatVector.broadcast(FLOATS, start[startAt + r2]);
        FloatVector c21 = c20;
        FloatVector c30 = FloatVector.broadcast(FLOATS, start[startAt + r3]);
        FloatVector c31 = c30;
        FloatVector c40 = FloatVector.broadcast(FLOATS, start[startAt + r4]);
        FloatVector c41 = c40;
        FloatVector c50 = FloatVector.broadcast(FLOATS, start[startAt + r5]);
        FloatVector c51 = c50;
        FloatVector c60 = FloatVector.broadcast(FLOATS, start[startAt + r6]);
        FloatVector c61 = c60;
        FloatVector c70 = FloatVector.broadcast(FLOATS, start[startAt + r7]);
        FloatVector c71 = c70;
        int depth = taps.length;
        int a1 = at + r1 * depth;
        int a2 = at + r2 * depth;
        int a3 = at + r3 * depth;
        int a4 = at + r4 * depth;
        int a5 = at + r5 * depth;
        int a6 = at + r6 * depth;
        int a7 = at + r7 * depth;
        for (int i = 0; i < depth; i++) {
            int from = bAt + taps[i];
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, a[at + i]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            v = FloatVector.broadcast(FLOATS, a[a1 + i]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            v = FloatVector.broadcast(FLOATS, a[a2 + i]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            v = FloatVector.broadcast(FLOATS, a[a3 + i]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            v = FloatVector.broadcast(FLOATS, a[a4 + i]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            v = FloatVector.broadcast(FLOATS, a[a5 + i]);
            c50 = v.fma(b0, c50);
            c51 = v.fma(b1, c51);
            v = FloatVector.broadcast(FLOATS, a[a6 + i]);
            c60 = v.fma(b0, c60);
            c61 = v.fma(b1, c61);
            v = FloatVector.broadcast(FLOATS, a[a7 + i]);
            c70 = v.fma(b0, c70);
            c71 = v.fma(b1, c71);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c10.intoArray(c, cAt + r1 * cRow);
        c11.intoArray(c, cAt + r1 * cRow + LANES);
        c20.intoArray(c, cAt + r2 * cRow);
        c21.intoArray(c, cAt + r2 * cRow + LANES);
        c30.intoArray(c, cAt + r3 * cRow);
        c31.intoArray(c, cAt + r3 * cRow + LANES);
        c40.intoArray(c, cAt + r4 * cRow);
        c41.intoArray(c, cAt + r4 * cRow + LANES);
        c50.intoArray(c, cAt + r5 * cRow);
        c51.intoArray(c, cAt + r5 * cRow + LANES);
        c60.intoArray(c, cAt + r6 * cRow);
        c61.intoArray(c, cAt + r6 * cRow + LANES);
        c70.intoArray(c, cAt + r7 * cRow);
        c71.intoArray(c, cAt + r7 * cRow + LANES);
    }

    /** Four outputs of two vectors of positions: 8 sums. */
    static void fourByTwo(
            float[] a,
            int at,
            float[] b,
            int bAt,
            int[] taps,
            float[] start,
            int startAt,
            float[] c,
            int cAt,
            int cRow,
            int last) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        FloatVector c00 = FloatVector.broadcast(FLOATS, start[startAt]);
        FloatVector c01 = c00;
        FloatVector c10 = FloatVector.broadcast(FLOATS, start[startAt + r1]);
        FloatVector c11 = c10;
        FloatVector c20 = FloatVector.broadcast(FLOATS, start[startAt + r2]);
        FloatVector c21 = c20;
        FloatVector c30 = FloatVector.broadcast(FLOATS, start[startAt + r3]);
        FloatVector c31 = c30;
        int depth = taps.length;
        int a1 = at + r1 * depth;
        int a2 = at + r2 * depth;
        int a3 = at + r3 * depth;
        for (int i = 0; i < depth; i++) {
            int from = bAt + taps[i];
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, from);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, from + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, a[at + i]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            v = FloatVector.broadcast(FLOATS, a[a1 + i]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            v = FloatVector.broadcast(FLOATS, a[a2 + i]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            v = FloatVector.broadcast(FLOATS, a[a3 + i]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + LANES);
        c10.intoArray(c, cAt + r1 * cRow);
        c11.intoArray(c, cAt + r1 * cRow + LANES);
        c20.intoArray(c, cAt + r2 * cRow);
        c21.intoArray(c, cAt + r2 * cRow + LANES);
        c30.intoArray(c, cAt + r3 * cRow);
        c31.intoArray(c, cAt + r3 * cRow + LANES);
    }

    /** One output of four vectors of positions. */
    static void oneByFour(float[] a, int at, float[] b, int bAt, int[] taps, float start, float[] c, int cAt) {
        FloatVector c0 = FloatVector.broadcast(FLOATS, start);
        FloatVector c1 = c0;
        FloatVector c2 = c0;
        FloatVector c3 = c0;
        for (int i = 0; i < taps.length; i++) {
            int from = bAt + taps[i];
            FloatVector v = FloatVector.broadcast(FLOATS, a[at + i]);
            c0 = v.fma(FloatVector.fromArray(FLOATS, b, from), c0);
            c1 = v.fma(FloatVector.fromArray(FLOATS, b, from + LANES), c1);
            c2 = v.fma(FloatVector.fromArray(FLOATS, b, from + 2 * LANES), c2);
            c3 = v.fma(FloatVector.fromArray(FLOATS, b, from + 3 * LANES), c3);
        }
        c0.intoArray(c, cAt);
        c1.intoArray(c, cAt + LANES);
        c2.intoArray(c, cAt + 2 * LANES);
        c3.intoArray(c, cAt + 3 * LANES);
    }
}
