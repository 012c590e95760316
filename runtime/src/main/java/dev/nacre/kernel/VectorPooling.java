package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;
import java.util.function.IntPredicate;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/** Squares of 2x2 by vectors: two rows onto each other, then even columns onto odd ones. */
final class VectorPooling {
    /** The positions that two vectors, one below the other, hold. */
    private static final int HALF = LANES / 2;

    private static final VectorShuffle<Float> EVEN = VectorShuffle.fromOp(FLOATS, lane -> 2 * lane % LANES);
    private static final VectorShuffle<Float> ODD = VectorShuffle.fromOp(FLOATS, lane -> (2 * lane + 1) % LANES);
    private static final VectorShuffle<Float> NEIGHBOUR = VectorShuffle.fromOp(FLOATS, lane -> lane ^ 1);
    private static final VectorShuffle<Float> TWICE = VectorShuffle.fromOp(FLOATS, lane -> lane / 2);
    private static final VectorMask<Float> UPPER = lanes(lane -> lane >= HALF);
    private static final VectorMask<Float> ODD_LANES = lanes(lane -> lane % 2 == 1);

    /** As many no as a vector has lanes, then as many yes. */
    private static final boolean[] NO_THEN_YES = noThenYes();

    private VectorPooling() {}

    private static VectorMask<Float> lanes(IntPredicate chosen) {
        boolean[] lanes = new boolean[LANES];
        for (int i = 0; i < LANES; i++) {
            lanes[i] = chosen.test(i);
        }
        return VectorMask.fromArray(FLOATS, lanes, 0);
    }

    private static boolean[] noThenYes() {
        boolean[] lanes = new boolean[2 * LANES];
        for (int i = LANES; i < 2 * LANES; i++) {
            lanes[i] = true;
        }
        return lanes;
    }

    /**
     * The positions of one plane, row by row. A vector may go beyond its row, into the next one, which is written afterwards;
     * where there is none, the rest is left to the caller.
     *
     * @param in the first element of the plane, whose rows are width apart
     * @param at the first position of it in y
     * @param end the element of y behind the last one that may be written
     * @return the number of rows of positions that are done
     */
    static int largestOfFour(float[] x, int in, int width, float[] y, int at, int rows, int columns, int end) {
        int row = 0;
        if (columns <= HALF) {
            for (; row < rows; row++) {
                int from = in + 2 * row * width;
                int to = at + row * columns;
                if (to + LANES > end || from + width + LANES > x.length) {
                    return row;
                }
                FloatVector left =
                        FloatVector.fromArray(FLOATS, x, from).max(FloatVector.fromArray(FLOATS, x, from + width));
                left.rearrange(EVEN).max(left.rearrange(ODD)).intoArray(y, to);
            }
            return row;
        }
        int j = 0;
        // One loop, not one in the other: the inner one would be short, and HotSpot prepares it as if it were long.
        while (row < rows) {
            int from = in + 2 * (row * width + j);
            int to = at + row * columns + j;
            boolean few = columns - j <= HALF;
            if (to + LANES > end || from + width + (few ? LANES : 2 * LANES) > x.length) {
                return row;
            }
            FloatVector left =
                    FloatVector.fromArray(FLOATS, x, from).max(FloatVector.fromArray(FLOATS, x, from + width));
            if (few) {
                left.rearrange(EVEN).max(left.rearrange(ODD)).intoArray(y, to);
            } else {
                FloatVector right = FloatVector.fromArray(FLOATS, x, from + LANES)
                        .max(FloatVector.fromArray(FLOATS, x, from + width + LANES));
                FloatVector even = left.rearrange(EVEN).blend(right.rearrange(EVEN), UPPER);
                FloatVector odd = left.rearrange(ODD).blend(right.rearrange(ODD), UPPER);
                even.max(odd).intoArray(y, to);
            }
            j += LANES;
            if (j >= columns) {
                j = 0;
                row++;
            }
        }
        return rows;
    }

    /**
     * The gradients of one plane, row by row, into dx, which is all zeros there. The last vector of a row begins so far left that it
     * ends with the row; in rows that are shorter than a vector it puts zeros beyond them.
     *
     * @param at the first position of the plane in dy
     * @param rectified whether the gradient goes on through the rectifier that gave x
     * @param end the element of dx behind the last one that may be written
     * @return the number of rows of positions that are done
     */
    static int toLargestOfFour(
            float[] x,
            int in,
            int width,
            float[] dy,
            int at,
            float[] dx,
            int rows,
            int columns,
            boolean rectified,
            int end) {
        // All bits where a position has a gradient whatever its largest element.
        int always = rectified ? 0 : -1;
        VectorMask<Float> unused = VectorMask.fromArray(FLOATS, NO_THEN_YES, LANES - 2 * Math.min(HALF, columns));
        FloatVector zero = FloatVector.zero(FLOATS);
        int last = Math.max(0, columns - HALF);
        int row = 0;
        int j = 0;
        while (row < rows) {
            int i = in + 2 * (row * width + j);
            int of = at + row * columns + j;
            if (i + width + LANES > end || of + LANES > dy.length) {
                return row;
            }
            if (j == last) {
                j = 0;
                row++;
            } else {
                j = Math.min(j + HALF, last);
            }
            FloatVector a = FloatVector.fromArray(FLOATS, x, i);
            FloatVector c = FloatVector.fromArray(FLOATS, x, i + width);
            FloatVector both = a.add(c);
            if (both.compare(VectorOperators.NE, both).anyTrue()) {
                int some = Math.min(HALF, columns);
                Arrays.fill(dx, i, i + 2 * some, 0f);
                Arrays.fill(dx, i + width, i + width + 2 * some, 0f);
                PoolingLoops.toLargestOfFour(x, i, width, dy, of, dx, some);
                if (rectified) {
                    rectify(x, dx, i, 2 * some);
                    rectify(x, dx, i + width, 2 * some);
                }
                continue;
            }
            FloatVector b = a.rearrange(NEIGHBOUR);
            FloatVector d = c.rearrange(NEIGHBOUR);
            FloatVector gradient =
                    FloatVector.fromArray(FLOATS, dy, of).rearrange(TWICE).blend(zero, unused);
            VectorMask<Float> right = b.compare(VectorOperators.GT, a);
            VectorMask<Float> lowerRight = d.compare(VectorOperators.GT, c);
            FloatVector upper = a.blend(b, right);
            FloatVector lower = c.blend(d, lowerRight);
            VectorMask<Float> below = lower.compare(VectorOperators.GT, upper);
            // The sign of what is left of zero says whether the largest is positive: sooner on JDK 17 than a
            // comparison.
            IntVector positive = zero.sub(upper.blend(lower, below))
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
            gradient = gradient.reinterpretAsInts().and(positive.or(always)).reinterpretAsFloats();
            // Of two equal ones the left one is the largest.
            gradient.blend(zero, below)
                    .blend(zero, right.or(a.compare(VectorOperators.EQ, b).and(ODD_LANES)))
                    .intoArray(dx, i);
            zero.blend(gradient, below)
                    .blend(zero, lowerRight.or(c.compare(VectorOperators.EQ, d).and(ODD_LANES)))
                    .intoArray(dx, i + width);
        }
        return rows;
    }

    private static void rectify(float[] x, float[] dx, int from, int length) {
        for (int i = from; i < from + length; i++) {
            dx[i] = Scalar.reluGradient(x[i], dx[i]);
        }
    }
}
