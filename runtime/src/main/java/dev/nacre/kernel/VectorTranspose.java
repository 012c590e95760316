package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * Transposes blocks of 16 x 16: in four stages each pair of rows exchanges the halves, quarters, eighths and sixteenths that
 * lie on the wrong side. Two stages at a time stay in registers; the
 * first of the two takes what it exchanges from memory, loaded that much further on or back, which spares a permutation. Only for vectors of 16 floats.
 */
final class VectorTranspose {
    static final int SIZE = 16;

    private static final VectorMask<Float> UPPER_8 = upper(8);
    private static final VectorMask<Float> UPPER_4 = upper(4);
    private static final VectorMask<Float> UPPER_2 = upper(2);
    private static final VectorMask<Float> UPPER_1 = upper(1);
    private static final VectorShuffle<Float> BY_4 = exchange(4);
    private static final VectorShuffle<Float> BY_1 = exchange(1);

    private VectorTranspose() {}

    /** The lanes whose number has the bit of the distance. */
    private static VectorMask<Float> upper(int distance) {
        boolean[] lanes = new boolean[FLOATS.length()];
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = (lane & distance) != 0;
        }
        return VectorMask.fromArray(FLOATS, lanes, 0);
    }

    /** Each lane from the one whose number differs in the bit of the distance. */
    private static VectorShuffle<Float> exchange(int distance) {
        return VectorShuffle.fromOp(FLOATS, lane -> (lane ^ distance) & FLOATS.length() - 1);
    }

    /**
     * Writes column i of a block as row i. One method, above the size that HotSpot inlines: as two small ones it went into its
     * callers, which became too large to keep vectors in registers.
     *
     * @param from holds 16 rows of 16, {@code row} apart, from {@code at} on
     * @param to receives 16 rows of 16, {@code toRow} apart, from {@code toAt} on
     * @param between 256 floats to work with
     */
    static void block(float[] from, int at, int row, float[] to, int toAt, int toRow, float[] between) {
        int distance = 4 * row;
        // Halves and quarters: rows r, r + 4, r + 8 and r + 12.
        for (int i = 0, f = at; i < 4 * SIZE; i += SIZE, f += row) {
            FloatVector a = FloatVector.fromArray(FLOATS, from, f);
            FloatVector b = FloatVector.fromArray(FLOATS, from, f + distance);
            FloatVector c = FloatVector.fromArray(FLOATS, from, f + 2 * distance);
            FloatVector d = FloatVector.fromArray(FLOATS, from, f + 3 * distance);
            FloatVector a8 = a.blend(FloatVector.fromArray(FLOATS, from, f + 2 * distance - 8), UPPER_8);
            FloatVector c8 = FloatVector.fromArray(FLOATS, from, f + 8).blend(c, UPPER_8);
            FloatVector b8 = b.blend(FloatVector.fromArray(FLOATS, from, f + 3 * distance - 8), UPPER_8);
            FloatVector d8 =
                    FloatVector.fromArray(FLOATS, from, f + distance + 8).blend(d, UPPER_8);
            a8.blend(b8.rearrange(BY_4), UPPER_4).intoArray(between, i);
            a8.rearrange(BY_4).blend(b8, UPPER_4).intoArray(between, i + 4 * SIZE);
            c8.blend(d8.rearrange(BY_4), UPPER_4).intoArray(between, i + 8 * SIZE);
            c8.rearrange(BY_4).blend(d8, UPPER_4).intoArray(between, i + 12 * SIZE);
        }
        // Eighths and sixteenths: rows r to r + 3.
        for (int i = 0, t = toAt; i < SIZE * SIZE; i += 4 * SIZE, t += 4 * toRow) {
            FloatVector a = FloatVector.fromArray(FLOATS, between, i);
            FloatVector b = FloatVector.fromArray(FLOATS, between, i + SIZE);
            FloatVector c = FloatVector.fromArray(FLOATS, between, i + 2 * SIZE);
            FloatVector d = FloatVector.fromArray(FLOATS, between, i + 3 * SIZE);
            FloatVector a2 = a.blend(FloatVector.fromArray(FLOATS, between, i + 2 * SIZE - 2), UPPER_2);
            FloatVector c2 = FloatVector.fromArray(FLOATS, between, i + 2).blend(c, UPPER_2);
            FloatVector b2 = b.blend(FloatVector.fromArray(FLOATS, between, i + 3 * SIZE - 2), UPPER_2);
            FloatVector d2 =
                    FloatVector.fromArray(FLOATS, between, i + SIZE + 2).blend(d, UPPER_2);
            a2.blend(b2.rearrange(BY_1), UPPER_1).intoArray(to, t);
            a2.rearrange(BY_1).blend(b2, UPPER_1).intoArray(to, t + toRow);
            c2.blend(d2.rearrange(BY_1), UPPER_1).intoArray(to, t + 2 * toRow);
            c2.rearrange(BY_1).blend(d2, UPPER_1).intoArray(to, t + 3 * toRow);
        }
    }
}
