package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** The largest of squares of 2x2 by vectors: two rows onto each other, then even columns onto odd ones. */
final class VectorPooling {
    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(FLOATS, lane -> 2 * lane % LANES);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(FLOATS, lane -> (2 * lane + 1) % LANES);
    private static final VectorMask<Float> UPPER = upper();

    private VectorPooling() {}

    private static VectorMask<Float> upper() {
        boolean[] lanes = new boolean[LANES];
        for (int i = LANES / 2; i < LANES; i++) {
            lanes[i] = true;
        }
        return VectorMask.fromArray(FLOATS, lanes, 0);
    }

    /**
     * The positions of one plane, row by row. A vector may go beyond its row, into the next one, which is written afterwards;
     * where there is none, the rest is left to the caller.
     *
     * @param in the first element of the plane, whose rows are width apart
     * @param at the first position of it in y
     * @param end the element of y behind the last one that may be written
     * @return the number of positions that are done, all of them before the others
     */
    static int largestOfFour(float[] x, int in, int width, float[] y, int at, int rows, int columns, int end) {
        for (int row = 0; row < rows; row++) {
            int top = in + 2 * row * width;
            int to = at + row * columns;
            for (int j = 0; j < columns; j += LANES) {
                int from = top + 2 * j;
                if (to + j + LANES > end || from + width + 2 * LANES > x.length) {
                    return row * columns + j;
                }
                FloatVector left =
                        FloatVector.fromArray(FLOATS, x, from).max(FloatVector.fromArray(FLOATS, x, from + width));
                FloatVector right = FloatVector.fromArray(FLOATS, x, from + LANES)
                        .max(FloatVector.fromArray(FLOATS, x, from + width + LANES));
                FloatVector even = left.rearrange(EVEN).blend(right.rearrange(EVEN), UPPER);
                FloatVector odd = left.rearrange(ODD).blend(right.rearrange(ODD), UPPER);
                even.max(odd).intoArray(y, to + j);
            }
        }
        return rows * columns;
    }
}
