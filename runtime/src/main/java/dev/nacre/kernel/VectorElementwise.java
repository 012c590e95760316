package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** One loop of vectors per function, and the elements that do not fill a vector one by one. */
final class VectorElementwise {
    /** A power of two, so a multiple of every vector length. */
    private static final int STRIP = 512;

    private VectorElementwise() {}

    static void relu(float[] x, float[] y, int offset, int length) {
        int end = offset + length;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            VectorElementary.relu(VectorWidth.load(x, i)).intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Elementary.relu(x[i]);
        }
    }

    static void sigmoid(float[] x, float[] y, int offset, int length) {
        int end = offset + length;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            VectorElementary.sigmoid(VectorWidth.load(x, i)).intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Elementary.sigmoid(x[i]);
        }
    }

    static void tanh(float[] x, float[] y, int offset, int length) {
        int vectors = length - length % LANES;
        float[] exponentials = Scratch.get().secondRow(STRIP);
        for (int i = 0; i < vectors; i += STRIP) {
            int strip = Math.min(STRIP, vectors - i);
            // Two loops, because both in one are more than HotSpot inlines on JDK 17.
            exponentials(x, offset + i, exponentials, strip);
            tanh(x, y, offset + i, exponentials, strip);
        }
        for (int i = offset + vectors; i < offset + length; i++) {
            y[i] = Elementary.tanh(x[i]);
        }
    }

    private static void exponentials(float[] x, int offset, float[] exponentials, int length) {
        for (int i = 0; i < length; i += LANES) {
            VectorElementary.expOfTwice(VectorWidth.load(x, offset + i)).intoArray(exponentials, i);
        }
    }

    private static void tanh(float[] x, float[] y, int offset, float[] exponentials, int length) {
        for (int i = 0; i < length; i += LANES) {
            FloatVector exponential = VectorWidth.load(exponentials, i);
            VectorElementary.tanh(VectorWidth.load(x, offset + i), exponential).intoArray(y, offset + i);
        }
    }

    static void reluGradient(float[] y, float[] dy, float[] dx, int length, float scale) {
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector slope = VectorWidth.load(dy, i).mul(scale);
            VectorWidth.all(0f)
                    .blend(slope, VectorWidth.load(y, i).compare(VectorOperators.GT, 0f))
                    .intoArray(dx, i);
        }
        for (; i < length; i++) {
            dx[i] = Scalar.reluGradient(y[i], dy[i] * scale);
        }
    }

    static void sigmoidGradient(float[] y, float[] dy, float[] dx, int length, float scale) {
        FloatVector one = VectorWidth.all(1f);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector s = VectorWidth.load(y, i).div(scale);
            VectorWidth.load(dy, i).mul(s.mul(one.sub(s))).intoArray(dx, i);
        }
        for (; i < length; i++) {
            dx[i] = Scalar.sigmoidGradient(y[i] / scale, dy[i]);
        }
    }

    static void tanhGradient(float[] y, float[] dy, float[] dx, int length, float scale) {
        FloatVector one = VectorWidth.all(1f);
        int i = 0;
        for (; i + LANES <= length; i += LANES) {
            FloatVector s = VectorWidth.load(y, i).div(scale);
            VectorWidth.load(dy, i).mul(s.neg().fma(s, one)).intoArray(dx, i);
        }
        for (; i < length; i++) {
            dx[i] = Scalar.tanhGradient(y[i] / scale, dy[i]);
        }
    }

    static void addRows(float[] x, float[] s, int rows, int columns) {
        int j = 0;
        for (; j + 4 * LANES <= columns; j += 4 * LANES) {
            addFour(x, s, rows, columns, j);
        }
        for (; j + LANES <= columns; j += LANES) {
            FloatVector sum = VectorWidth.load(s, j);
            for (int i = 0, at = j; i < rows; i++, at += columns) {
                sum = sum.add(VectorWidth.load(x, at));
            }
            sum.intoArray(s, j);
        }
        for (; j < columns; j++) {
            float sum = s[j];
            for (int i = 0, at = j; i < rows; i++, at += columns) {
                sum += x[at];
            }
            s[j] = sum;
        }
    }

    private static void addFour(float[] x, float[] s, int rows, int columns, int j) {
        FloatVector s0 = VectorWidth.load(s, j);
        FloatVector s1 = VectorWidth.load(s, j + LANES);
        FloatVector s2 = VectorWidth.load(s, j + 2 * LANES);
        FloatVector s3 = VectorWidth.load(s, j + 3 * LANES);
        for (int i = 0, at = j; i < rows; i++, at += columns) {
            s0 = s0.add(VectorWidth.load(x, at));
            s1 = s1.add(VectorWidth.load(x, at + LANES));
            s2 = s2.add(VectorWidth.load(x, at + 2 * LANES));
            s3 = s3.add(VectorWidth.load(x, at + 3 * LANES));
        }
        s0.intoArray(s, j);
        s1.intoArray(s, j + LANES);
        s2.intoArray(s, j + 2 * LANES);
        s3.intoArray(s, j + 3 * LANES);
    }

    /** One row of {@link NormalizationKernels#normalize} where every element is a feature. */
    static void normalizeRow(
            float[] x, float[] y, int offset, float[] mean, float[] scale, float[] shift, int features) {
        int f = 0;
        for (; f + LANES <= features; f += LANES) {
            VectorWidth.load(x, offset + f)
                    .sub(VectorWidth.load(mean, f))
                    .fma(VectorWidth.load(scale, f), VectorWidth.load(shift, f))
                    .intoArray(y, offset + f);
        }
        for (; f < features; f++) {
            y[offset + f] = Math.fma(x[offset + f] - mean[f], scale[f], shift[f]);
        }
    }

    /** The elements of one feature. */
    static void normalizeFeature(
            float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        FloatVector factor = VectorWidth.all(scale);
        FloatVector summand = VectorWidth.all(shift);
        int end = offset + inner;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            VectorWidth.load(x, i).sub(mean).fma(factor, summand).intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Math.fma(x[i] - mean, scale, shift);
        }
    }
}
