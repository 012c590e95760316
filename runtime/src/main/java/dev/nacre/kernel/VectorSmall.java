package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The products of networks that are otherwise written out weight by weight, one sample after the other, where the side along
 * which vectors lie is a multiple of 16. Whole vectors of the one width only: on JDK 17 a second width anywhere in the program
 * turns vectors into objects everywhere, because HotSpot then finds two classes at the same call.
 */
final class VectorSmall {
    private VectorSmall() {}

    /** {@code y = f(x t + b)}, f ReLU or nothing: t [in, out]. */
    static void dense(float[] x, float[] t, float[] b, float[] y, int rows, int in, int out, boolean relu) {
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < out; j += LANES) {
                outputs(x, row * in, t, j, b, y, row * out + j, in, out, relu);
            }
        }
    }

    private static void outputs(
            float[] x, int xAt, float[] t, int at, float[] b, float[] y, int yAt, int in, int out, boolean relu) {
        FloatVector sum = FloatVector.fromArray(FLOATS, b, at);
        for (int i = 0; i < in; i++) {
            sum = FloatVector.broadcast(FLOATS, x[xAt + i]).fma(FloatVector.fromArray(FLOATS, t, at + i * out), sum);
        }
        if (relu) {
            sum.blend(0f, sum.compare(VectorOperators.LE, 0f)).intoArray(y, yAt);
        } else {
            sum.intoArray(y, yAt);
        }
    }

    /** {@code dx = dy w}: w [out, in]. */
    static void inputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out) {
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < in; i += LANES) {
                inputs(dy, row * out, w, i, dx, row * in + i, in, out);
            }
        }
    }

    private static void inputs(float[] dy, int dyAt, float[] w, int at, float[] dx, int dxAt, int in, int out) {
        FloatVector sum = FloatVector.zero(FLOATS);
        for (int j = 0; j < out; j++) {
            sum = FloatVector.broadcast(FLOATS, dy[dyAt + j]).fma(FloatVector.fromArray(FLOATS, w, at + j * in), sum);
        }
        sum.intoArray(dx, dxAt);
    }

    /** {@code dw = dyᵀ x}, or {@code dw += dyᵀ x}. */
    static void weightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add) {
        int row = 0;
        if (!add) {
            outer(dy, x, dw, in, out);
            row = 1;
        }
        for (; row < rows; row++) {
            addOuter(dy, row * out, x, row * in, dw, in, out);
        }
    }

    private static void outer(float[] dy, float[] x, float[] dw, int in, int out) {
        FloatVector zero = FloatVector.zero(FLOATS);
        for (int j = 0; j < out; j++) {
            FloatVector v = FloatVector.broadcast(FLOATS, dy[j]);
            for (int i = 0; i < in; i += LANES) {
                v.fma(FloatVector.fromArray(FLOATS, x, i), zero).intoArray(dw, j * in + i);
            }
        }
    }

    private static void addOuter(float[] dy, int dyAt, float[] x, int xAt, float[] dw, int in, int out) {
        for (int j = 0; j < out; j++) {
            FloatVector v = FloatVector.broadcast(FLOATS, dy[dyAt + j]);
            for (int i = 0; i < in; i += LANES) {
                v.fma(FloatVector.fromArray(FLOATS, x, xAt + i), FloatVector.fromArray(FLOATS, dw, j * in + i))
                        .intoArray(dw, j * in + i);
            }
        }
    }

    /** {@code db = column sums of dy}, or {@code db +=} them. */
    static void biasGradient(float[] dy, float[] db, int rows, int out, boolean add) {
        for (int j = 0; j < out; j += LANES) {
            FloatVector sum = add ? FloatVector.fromArray(FLOATS, db, j) : FloatVector.zero(FLOATS);
            for (int row = 0; row < rows; row++) {
                sum = sum.add(FloatVector.fromArray(FLOATS, dy, row * out + j));
            }
            sum.intoArray(db, j);
        }
    }

    /** {@code value -= rate * (gradient + decay * value)}, no operation fused. */
    static void descend(float[] value, float[] gradient, int from, int to, float rate, float decay) {
        int whole = from + (to - from & -LANES);
        int i = from;
        // Not "<": what HotSpot does for long loops takes longer here than the few rounds themselves.
        while (i != whole) {
            FloatVector v = FloatVector.fromArray(FLOATS, value, i);
            FloatVector slope = FloatVector.fromArray(FLOATS, gradient, i).add(v.mul(decay));
            v.sub(slope.mul(rate)).intoArray(value, i);
            i += LANES;
        }
        while (i < to) {
            value[i] -= rate * (gradient[i] + decay * value[i]);
            i++;
        }
    }
}
