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
