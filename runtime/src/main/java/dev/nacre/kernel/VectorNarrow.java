package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;

/**
 * The micro-kernel of products with no more columns than a vector has lanes: each scalar of a serves one multiply-add only, so
 * that loads are the limit. Rows of a are contiguous and b is packed: with these distances as constants HotSpot takes the
 * checks of all indices out of the loop, which {@link VectorTiles#twelveByOne} has in it.
 */
final class VectorNarrow {
    private VectorNarrow() {}

    /** Twelve rows of one vector; as {@link VectorTiles#twelveByOne} with aColumn 1 and bRow LANES. */
    static void twelveByOne(
            float[] a,
            int aAt,
            int aRow,
            float[] b,
            int bAt,
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
        int a1 = aAt + r1 * aRow;
        int a2 = aAt + r2 * aRow;
        int a3 = aAt + r3 * aRow;
        int a4 = aAt + r4 * aRow;
        int a5 = aAt + r5 * aRow;
        int a6 = aAt + r6 * aRow;
        int a7 = aAt + r7 * aRow;
        int a8 = aAt + r8 * aRow;
        int a9 = aAt + r9 * aRow;
        int a10 = aAt + r10 * aRow;
        int a11 = aAt + r11 * aRow;
        for (int i = 0; i < depth; i++) {
            FloatVector b0 = FloatVector.fromArray(FLOATS, b, bAt + i * LANES);
            c0 = FloatVector.broadcast(FLOATS, a[aAt + i]).fma(b0, c0);
            c1 = FloatVector.broadcast(FLOATS, a[a1 + i]).fma(b0, c1);
            c2 = FloatVector.broadcast(FLOATS, a[a2 + i]).fma(b0, c2);
            c3 = FloatVector.broadcast(FLOATS, a[a3 + i]).fma(b0, c3);
            c4 = FloatVector.broadcast(FLOATS, a[a4 + i]).fma(b0, c4);
            c5 = FloatVector.broadcast(FLOATS, a[a5 + i]).fma(b0, c5);
            c6 = FloatVector.broadcast(FLOATS, a[a6 + i]).fma(b0, c6);
            c7 = FloatVector.broadcast(FLOATS, a[a7 + i]).fma(b0, c7);
            c8 = FloatVector.broadcast(FLOATS, a[a8 + i]).fma(b0, c8);
            c9 = FloatVector.broadcast(FLOATS, a[a9 + i]).fma(b0, c9);
            c10 = FloatVector.broadcast(FLOATS, a[a10 + i]).fma(b0, c10);
            c11 = FloatVector.broadcast(FLOATS, a[a11 + i]).fma(b0, c11);
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
