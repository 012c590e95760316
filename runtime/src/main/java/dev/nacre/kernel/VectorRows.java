package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Softmax of one row, in a copy that is padded to whole groups of 16 so that there is no rest to treat. */
final class VectorRows {
    private static final int MAX = 0;
    private static final int SUBTRACT = 1;
    private static final int DIVIDE = 2;
    private static final int SUM = 3;
    private static final int DOT = 4;
    private static final int CENTRE = 5;

    private VectorRows() {}

    static void softmax(float[] x, float[] y, int offset, int columns, Scratch scratch) {
        int padded = columns + 15 & -16;
        float[] row = scratch.row(padded);
        System.arraycopy(x, offset, row, 0, columns);
        Arrays.fill(row, columns, padded, Float.NEGATIVE_INFINITY);
        float max = pass(MAX, row, null, padded, 0f, null);
        pass(SUBTRACT, row, null, padded, max, null);
        VectorElementary.exp(row, 0, row, 0, padded);
        pass(SUM, row, null, padded, 0f, scratch.partial);
        float sum = AbstractKernels.fold(scratch.partial);
        pass(DIVIDE, row, null, padded, sum, null);
        System.arraycopy(row, 0, y, offset, columns);
        scratch.max = max;
        scratch.sum = sum;
    }

    static void softmaxGradient(float[] y, float[] dy, float[] dx, int offset, int columns, Scratch scratch) {
        int padded = columns + 15 & -16;
        float[] row = padded(y, offset, columns, scratch.row(padded), padded);
        float[] gradient = padded(dy, offset, columns, scratch.secondRow(padded), padded);
        pass(DOT, row, gradient, padded, 0f, scratch.partial);
        pass(CENTRE, row, gradient, padded, AbstractKernels.fold(scratch.partial), null);
        System.arraycopy(gradient, 0, dx, offset, columns);
    }

    private static float[] padded(float[] source, int offset, int columns, float[] row, int padded) {
        System.arraycopy(source, offset, row, 0, columns);
        Arrays.fill(row, columns, padded, 0f);
        return row;
    }

    /**
     * One pass over a row, or a row and a gradient: {@code row -= by}, {@code row /= by}, {@code gradient = row (gradient - by)}, or
     * its largest number, which is returned, or 16 partial sums of it or of the products of both. One method for all, so that HotSpot
     * compiles it by itself ({@link VectorElementary}).
     */
    private static float pass(int kind, float[] row, float[] gradient, int length, float by, float[] partial) {
        if (kind == MAX) {
            FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
            for (int i = 0; i < length; i += LANES) {
                FloatVector v = FloatVector.fromArray(FLOATS, row, i);
                largest = largest.blend(v, v.compare(VectorOperators.GT, largest));
            }
            return largest.reduceLanes(VectorOperators.MAX);
        }
        if (kind == SUBTRACT) {
            for (int i = 0; i < length; i += LANES) {
                FloatVector.fromArray(FLOATS, row, i).sub(by).intoArray(row, i);
            }
        } else if (kind == DIVIDE) {
            for (int i = 0; i < length; i += LANES) {
                FloatVector.fromArray(FLOATS, row, i).div(by).intoArray(row, i);
            }
        } else if (kind == CENTRE) {
            for (int i = 0; i < length; i += LANES) {
                FloatVector centred = FloatVector.fromArray(FLOATS, gradient, i).sub(by);
                FloatVector.fromArray(FLOATS, row, i).mul(centred).intoArray(gradient, i);
            }
        } else if (kind == SUM) {
            for (int lane = 0; lane < 16; lane += LANES) {
                FloatVector sum = FloatVector.broadcast(FLOATS, 0f);
                for (int i = lane; i < length; i += 16) {
                    sum = sum.add(FloatVector.fromArray(FLOATS, row, i));
                }
                sum.intoArray(partial, lane);
            }
        } else {
            for (int lane = 0; lane < 16; lane += LANES) {
                FloatVector sum = FloatVector.broadcast(FLOATS, 0f);
                for (int i = lane; i < length; i += 16) {
                    sum = FloatVector.fromArray(FLOATS, row, i).fma(FloatVector.fromArray(FLOATS, gradient, i), sum);
                }
                sum.intoArray(partial, lane);
            }
        }
        return by;
    }
}
