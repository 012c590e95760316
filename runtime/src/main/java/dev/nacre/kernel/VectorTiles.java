package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernels: a tile of c stays in registers while the inner dimension runs by. Row r of a starts at {@code aAt
 * + r * aRow}, its next inner element lies aColumn further; the rows of b, start and c are bRow, startRow and cRow
 * apart. Rows above {@code last} repeat row last, which costs less than a kernel for each height: all loads of a tile
 * come before its stores, so a repeated row stores the same values twice.
 *
 * <p>Every vector operation is a deep tree of small methods, and HotSpot stops inlining in a method that has become
 * too large (8,000 bytes of bytecode, inlined ones included): then vectors become objects. Hence the tile of 24 sums
 * loads no more than it must.
 */
final class VectorTiles {
    private VectorTiles() {}

    /** Six rows of four vectors: 24 sums, with 32 registers; all rows start from the same one. */
    static void sixByFour(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int startAt,
            float[] c,
            int cAt,
            int cRow,
            int last,
            int depth) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        FloatVector c00 = FloatVector.fromArray(FLOATS, start, startAt);
        FloatVector c01 = FloatVector.fromArray(FLOATS, start, startAt + LANES);
        FloatVector c02 = FloatVector.fromArray(FLOATS, start, startAt + 2 * LANES);
        FloatVector c03 = FloatVector.fromArray(FLOATS, start, startAt + 3 * LANES);
        FloatVector c10 = c00;
        FloatVector c11 = c01;
        FloatVector c12 = c02;
        FloatVector c13 = c03;
        FloatVector c20 = c00;
        FloatVector c21 = c01;
        FloatVector c22 = c02;
        FloatVector c23 = c03;
        FloatVector c30 = c00;
        FloatVector c31 = c01;
        FloatVector c32 = c02;
        FloatVector c33 = c03;
        FloatVector c40 = c00;
        FloatVector c41 = c01;
        FloatVector c42 = c02;
        FloatVector c43 = c03;
        FloatVector c50 = c00;
        FloatVector c51 = c01;
        FloatVector c52 = c02;
        FloatVector c53 = c03;
        int a1 = r1 * aRow;
        int a2 = r2 * aRow;
        int a3 = r3 * aRow;
        int a4 = r4 * aRow;
        int a5 = r5 * aRow;
        for (int i = 0; i < depth; i++, aAt += aColumn, bAt += bRow) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, bAt);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, bAt + LANES);
            FloatVector b2 = FloatVector.fromArray(FLOATS, b, bAt + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(FLOATS, b, bAt + 3 * LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, a[aAt]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            c02 = v.fma(b2, c02);
            c03 = v.fma(b3, c03);
            v = FloatVector.broadcast(FLOATS, a[aAt + a1]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            c12 = v.fma(b2, c12);
            c13 = v.fma(b3, c13);
            v = FloatVector.broadcast(FLOATS, a[aAt + a2]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            c22 = v.fma(b2, c22);
            c23 = v.fma(b3, c23);
            v = FloatVector.broadcast(FLOATS, a[aAt + a3]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            c32 = v.fma(b2, c32);
            c33 = v.fma(b3, c33);
            v = FloatVector.broadcast(FLOATS, a[aAt + a4]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            c42 = v.fma(b2, c42);
            c43 = v.fma(b3, c43);
            v = FloatVector.broadcast(FLOATS, a[aAt + a5]);
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

    /** Six rows of two vectors: 12 sums, with 16 registers. */
    static void sixByTwo(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow,
            int last,
            int depth) {
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        FloatVector c00 = FloatVector.fromArray(FLOATS, start, startAt);
        FloatVector c01 = FloatVector.fromArray(FLOATS, start, startAt + LANES);
        FloatVector c10 = FloatVector.fromArray(FLOATS, start, startAt + r1 * startRow);
        FloatVector c11 = FloatVector.fromArray(FLOATS, start, startAt + r1 * startRow + LANES);
        FloatVector c20 = FloatVector.fromArray(FLOATS, start, startAt + r2 * startRow);
        FloatVector c21 = FloatVector.fromArray(FLOATS, start, startAt + r2 * startRow + LANES);
        FloatVector c30 = FloatVector.fromArray(FLOATS, start, startAt + r3 * startRow);
        FloatVector c31 = FloatVector.fromArray(FLOATS, start, startAt + r3 * startRow + LANES);
        FloatVector c40 = FloatVector.fromArray(FLOATS, start, startAt + r4 * startRow);
        FloatVector c41 = FloatVector.fromArray(FLOATS, start, startAt + r4 * startRow + LANES);
        FloatVector c50 = FloatVector.fromArray(FLOATS, start, startAt + r5 * startRow);
        FloatVector c51 = FloatVector.fromArray(FLOATS, start, startAt + r5 * startRow + LANES);
        int a1 = r1 * aRow;
        int a2 = r2 * aRow;
        int a3 = r3 * aRow;
        int a4 = r4 * aRow;
        int a5 = r5 * aRow;
        for (int i = 0; i < depth; i++, aAt += aColumn, bAt += bRow) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, bAt);
            FloatVector b1 = FloatVector.fromArray(FLOATS, b, bAt + LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, a[aAt]);
            c00 = v.fma(b0, c00);
            c01 = v.fma(b1, c01);
            v = FloatVector.broadcast(FLOATS, a[aAt + a1]);
            c10 = v.fma(b0, c10);
            c11 = v.fma(b1, c11);
            v = FloatVector.broadcast(FLOATS, a[aAt + a2]);
            c20 = v.fma(b0, c20);
            c21 = v.fma(b1, c21);
            v = FloatVector.broadcast(FLOATS, a[aAt + a3]);
            c30 = v.fma(b0, c30);
            c31 = v.fma(b1, c31);
            v = FloatVector.broadcast(FLOATS, a[aAt + a4]);
            c40 = v.fma(b0, c40);
            c41 = v.fma(b1, c41);
            v = FloatVector.broadcast(FLOATS, a[aAt + a5]);
            c50 = v.fma(b0, c50);
            c51 = v.fma(b1, c51);
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
    }
}
