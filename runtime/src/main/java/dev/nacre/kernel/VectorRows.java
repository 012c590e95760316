package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Softmax of one row, in a copy that is padded to whole groups of 16 so that there is no rest to treat. */
final class VectorRows {
    private VectorRows() {}

    static void softmax(float[] x, float[] y, int offset, int columns, Scratch scratch) {
        int padded = columns + 15 & -16;
        float[] row = scratch.row(padded);
        System.arraycopy(x, offset, row, 0, columns);
        Arrays.fill(row, columns, padded, Float.NEGATIVE_INFINITY);
        float max = max(row, padded);
        subtract(row, padded, max);
        VectorElementary.exp(row, 0, row, 0, padded);
        float sum = sum(row, padded, scratch.partial);
        divide(row, padded, sum);
        System.arraycopy(row, 0, y, offset, columns);
        scratch.max = max;
        scratch.sum = sum;
    }

    private static float max(float[] row, int length) {
        FloatVector largest = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < length; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, row, i);
            largest = largest.blend(v, v.compare(VectorOperators.GT, largest));
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    private static void subtract(float[] row, int length, float max) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector.fromArray(FLOATS, row, i).sub(max).intoArray(row, i);
        }
    }

    private static void divide(float[] row, int length, float sum) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector.fromArray(FLOATS, row, i).div(sum).intoArray(row, i);
        }
    }

    private static float sum(float[] row, int length, float[] partial) {
        for (int lane = 0; lane < 16; lane += LANES) {
            FloatVector sum = FloatVector.broadcast(FLOATS, 0f);
            for (int i = lane; i < length; i += 16) {
                sum = sum.add(FloatVector.fromArray(FLOATS, row, i));
            }
            sum.intoArray(partial, lane);
        }
        return AbstractKernels.fold(partial);
    }

    static void softmaxGradient(float[] y, float[] dy, float[] dx, int offset, int columns, Scratch scratch) {
        int padded = columns + 15 & -16;
        float[] row = padded(y, offset, columns, scratch.row(padded), padded);
        float[] gradient = padded(dy, offset, columns, scratch.secondRow(padded), padded);
        float dot = dot(row, gradient, padded, scratch.partial);
        for (int i = 0; i < padded; i += LANES) {
            FloatVector centred = FloatVector.fromArray(FLOATS, gradient, i).sub(dot);
            FloatVector.fromArray(FLOATS, row, i).mul(centred).intoArray(gradient, i);
        }
        System.arraycopy(gradient, 0, dx, offset, columns);
    }

    private static float[] padded(float[] source, int offset, int columns, float[] row, int padded) {
        System.arraycopy(source, offset, row, 0, columns);
        Arrays.fill(row, columns, padded, 0f);
        return row;
    }

    private static float dot(float[] a, float[] b, int length, float[] partial) {
        for (int lane = 0; lane < 16; lane += LANES) {
            FloatVector sum = FloatVector.broadcast(FLOATS, 0f);
            for (int i = lane; i < length; i += 16) {
                sum = FloatVector.fromArray(FLOATS, a, i).fma(FloatVector.fromArray(FLOATS, b, i), sum);
            }
            sum.intoArray(partial, lane);
        }
        return AbstractKernels.fold(partial);
    }
}
