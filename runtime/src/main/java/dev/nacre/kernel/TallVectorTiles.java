package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/** The micro-kernels of eight and twelve rows; what holds for {@link VectorTiles} holds for them. */
final class TallVectorTiles {
    private TallVectorTiles() {}

    /** Eight rows of two vectors: what twelve leave over. */
    static void eightByTwo(
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
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
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
        FloatVector c60 = FloatVector.fromArray(FLOATS, start, startAt + r6 * startRow);
        FloatVector c61 = FloatVector.fromArray(FLOATS, start, startAt + r6 * startRow + LANES);
        FloatVector c70 = FloatVector.fromArray(FLOATS, start, startAt + r7 * startRow);
        FloatVector c71 = FloatVector.fromArray(FLOATS, start, startAt + r7 * startRow + LANES);
        int a1 = r1 * aRow;
        int a2 = r2 * aRow;
        int a3 = r3 * aRow;
        int a4 = r4 * aRow;
        int a5 = r5 * aRow;
        int a6 = r6 * aRow;
        int a7 = r7 * aRow;
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
            v = FloatVector.broadcast(FLOATS, a[aAt + a6]);
            c60 = v.fma(b0, c60);
            c61 = v.fma(b1, c61);
            v = FloatVector.broadcast(FLOATS, a[aAt + a7]);
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

    /** Twelve rows of two vectors: 24 sums, with 32 registers; b is read half as often as by six rows of four. */
    static void twelveByTwo(
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
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        int r8 = Math.min(8, last);
        int r9 = Math.min(9, last);
        int r10 = Math.min(10, last);
        int r11 = Math.min(11, last);
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
        FloatVector c60 = FloatVector.fromArray(FLOATS, start, startAt + r6 * startRow);
        FloatVector c61 = FloatVector.fromArray(FLOATS, start, startAt + r6 * startRow + LANES);
        FloatVector c70 = FloatVector.fromArray(FLOATS, start, startAt + r7 * startRow);
        FloatVector c71 = FloatVector.fromArray(FLOATS, start, startAt + r7 * startRow + LANES);
        FloatVector c80 = FloatVector.fromArray(FLOATS, start, startAt + r8 * startRow);
        FloatVector c81 = FloatVector.fromArray(FLOATS, start, startAt + r8 * startRow + LANES);
        FloatVector c90 = FloatVector.fromArray(FLOATS, start, startAt + r9 * startRow);
        FloatVector c91 = FloatVector.fromArray(FLOATS, start, startAt + r9 * startRow + LANES);
        FloatVector c100 = FloatVector.fromArray(FLOATS, start, startAt + r10 * startRow);
        FloatVector c101 = FloatVector.fromArray(FLOATS, start, startAt + r10 * startRow + LANES);
        FloatVector c110 = FloatVector.fromArray(FLOATS, start, startAt + r11 * startRow);
        FloatVector c111 = FloatVector.fromArray(FLOATS, start, startAt + r11 * startRow + LANES);
        int a1 = r1 * aRow;
        int a2 = r2 * aRow;
        int a3 = r3 * aRow;
        int a4 = r4 * aRow;
        int a5 = r5 * aRow;
        int a6 = r6 * aRow;
        int a7 = r7 * aRow;
        int a8 = r8 * aRow;
        int a9 = r9 * aRow;
        int a10 = r10 * aRow;
        int a11 = r11 * aRow;
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
            v = FloatVector.broadcast(FLOATS, a[aAt + a6]);
            c60 = v.fma(b0, c60);
            c61 = v.fma(b1, c61);
            v = FloatVector.broadcast(FLOATS, a[aAt + a7]);
            c70 = v.fma(b0, c70);
            c71 = v.fma(b1, c71);
            v = FloatVector.broadcast(FLOATS, a[aAt + a8]);
            c80 = v.fma(b0, c80);
            c81 = v.fma(b1, c81);
            v = FloatVector.broadcast(FLOATS, a[aAt + a9]);
            c90 = v.fma(b0, c90);
            c91 = v.fma(b1, c91);
            v = FloatVector.broadcast(FLOATS, a[aAt + a10]);
            c100 = v.fma(b0, c100);
            c101 = v.fma(b1, c101);
            v = FloatVector.broadcast(FLOATS, a[aAt + a11]);
            c110 = v.fma(b0, c110);
            c111 = v.fma(b1, c111);
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
        c80.intoArray(c, cAt + r8 * cRow);
        c81.intoArray(c, cAt + r8 * cRow + LANES);
        c90.intoArray(c, cAt + r9 * cRow);
        c91.intoArray(c, cAt + r9 * cRow + LANES);
        c100.intoArray(c, cAt + r10 * cRow);
        c101.intoArray(c, cAt + r10 * cRow + LANES);
        c110.intoArray(c, cAt + r11 * cRow);
        c111.intoArray(c, cAt + r11 * cRow + LANES);
    }

    /** Twelve rows of one vector: enough sums side by side to hide the latency of the multiply-add. */
    static void twelveByOne(
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
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        int r8 = Math.min(8, last);
        int r9 = Math.min(9, last);
        int r10 = Math.min(10, last);
        int r11 = Math.min(11, last);
        FloatVector c0 = FloatVector.fromArray(FLOATS, start, startAt);
        FloatVector c1 = FloatVector.fromArray(FLOATS, start, startAt + r1 * startRow);
        FloatVector c2 = FloatVector.fromArray(FLOATS, start, startAt + r2 * startRow);
        FloatVector c3 = FloatVector.fromArray(FLOATS, start, startAt + r3 * startRow);
        FloatVector c4 = FloatVector.fromArray(FLOATS, start, startAt + r4 * startRow);
        FloatVector c5 = FloatVector.fromArray(FLOATS, start, startAt + r5 * startRow);
        FloatVector c6 = FloatVector.fromArray(FLOATS, start, startAt + r6 * startRow);
        FloatVector c7 = FloatVector.fromArray(FLOATS, start, startAt + r7 * startRow);
        FloatVector c8 = FloatVector.fromArray(FLOATS, start, startAt + r8 * startRow);
        FloatVector c9 = FloatVector.fromArray(FLOATS, start, startAt + r9 * startRow);
        FloatVector c10 = FloatVector.fromArray(FLOATS, start, startAt + r10 * startRow);
        FloatVector c11 = FloatVector.fromArray(FLOATS, start, startAt + r11 * startRow);
        int a1 = r1 * aRow;
        int a2 = r2 * aRow;
        int a3 = r3 * aRow;
        int a4 = r4 * aRow;
        int a5 = r5 * aRow;
        int a6 = r6 * aRow;
        int a7 = r7 * aRow;
        int a8 = r8 * aRow;
        int a9 = r9 * aRow;
        int a10 = r10 * aRow;
        int a11 = r11 * aRow;
        for (int i = 0; i < depth; i++, aAt += aColumn, bAt += bRow) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, bAt);
            c0 = FloatVector.broadcast(FLOATS, a[aAt]).fma(b0, c0);
            c1 = FloatVector.broadcast(FLOATS, a[aAt + a1]).fma(b0, c1);
            c2 = FloatVector.broadcast(FLOATS, a[aAt + a2]).fma(b0, c2);
            c3 = FloatVector.broadcast(FLOATS, a[aAt + a3]).fma(b0, c3);
            c4 = FloatVector.broadcast(FLOATS, a[aAt + a4]).fma(b0, c4);
            c5 = FloatVector.broadcast(FLOATS, a[aAt + a5]).fma(b0, c5);
            c6 = FloatVector.broadcast(FLOATS, a[aAt + a6]).fma(b0, c6);
            c7 = FloatVector.broadcast(FLOATS, a[aAt + a7]).fma(b0, c7);
            c8 = FloatVector.broadcast(FLOATS, a[aAt + a8]).fma(b0, c8);
            c9 = FloatVector.broadcast(FLOATS, a[aAt + a9]).fma(b0, c9);
            c10 = FloatVector.broadcast(FLOATS, a[aAt + a10]).fma(b0, c10);
            c11 = FloatVector.broadcast(FLOATS, a[aAt + a11]).fma(b0, c11);
        }
        c0.intoArray(c, cAt);
        c1.intoArray(c, cAt + r1 * cRow);
        c2.intoArray(c, cAt + r2 * cRow);
        c3.intoArray(c, cAt + r3 * cRow);
        c4.intoArray(c, cAt + r4 * cRow);
        c5.intoArray(c, cAt + r5 * cRow);
        c6.intoArray(c, cAt + r6 * cRow);
        c7.intoArray(c, cAt + r7 * cRow);
        c8.intoArray(c, cAt + r8 * cRow);
        c9.intoArray(c, cAt + r9 * cRow);
        c10.intoArray(c, cAt + r10 * cRow);
        c11.intoArray(c, cAt + r11 * cRow);
    }
}
