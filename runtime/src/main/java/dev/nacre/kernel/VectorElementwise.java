package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** One loop of vectors per function, and the elements that do not fill a vector one by one. */
final class VectorElementwise {
    /** Elements whose exponentials are made at once; a multiple of every vector length. */
    private static final int STRIP = 512;

    /** As many bytes as floats; null where no vector of bytes is that short. */
    private static final VectorSpecies<Byte> BYTES =
            LANES == 16 ? ByteVector.SPECIES_128 : LANES == 8 ? ByteVector.SPECIES_64 : null;

    private VectorElementwise() {}

    /** As {@link EncodingKernels#unit}. */
    static void unit(byte[] x, int xAt, float[] y, int yAt, int length) {
        int i = 0;
        for (; BYTES != null && i + LANES <= length; i += LANES) {
            IntVector signed =
                    (IntVector) ByteVector.fromArray(BYTES, x, xAt + i).convertShape(VectorOperators.B2I, INTS, 0);
            FloatVector whole = (FloatVector) signed.and(0xFF).convertShape(VectorOperators.I2F, FLOATS, 0);
            whole.div(255f).intoArray(y, yAt + i);
        }
        Columns.unit(x, xAt + i, y, yAt + i, length - i);
    }

    /** The sigmoid, or the hyperbolic tangent. */
    static void saturate(float[] x, float[] y, int offset, int length, boolean tanh) {
        int vectors = length - length % LANES;
        float[] exponentials = Scratch.get().secondRow(STRIP);
        for (int i = 0; i < vectors; i += STRIP) {
            int strip = Math.min(STRIP, vectors - i);
            VectorElementary.expOfMagnitude(x, offset + i, exponentials, 0, strip, tanh ? 2f : -1f);
            VectorElementary.saturate(x, exponentials, y, offset + i, strip, tanh);
        }
        for (int i = offset + vectors; i < offset + length; i++) {
            y[i] = tanh ? Elementary.tanh(x[i]) : Elementary.sigmoid(x[i]);
        }
    }

    /**
     * What few operations make: the gradient of a function that has the values y, or, where there is no gradient, the rectifier
     * of y. One method for four loops, so that HotSpot compiles it by itself ({@link VectorElementary}).
     *
     * @param dy null for the rectifier
     */
    static void simple(Activation.Kind kind, float[] y, float[] dy, float[] dx, int offset, int length, float scale) {
        int end = offset + length;
        int i = offset;
        if (dy == null) {
            for (; i + LANES <= end; i += LANES) {
                FloatVector v = FloatVector.fromArray(FLOATS, y, i);
                v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(dx, i);
            }
            for (; i < end; i++) {
                dx[i] = Elementary.relu(y[i]);
            }
        } else if (kind == Activation.Kind.RELU) {
            for (; i + LANES <= end; i += LANES) {
                FloatVector slope = FloatVector.fromArray(FLOATS, dy, i).mul(scale);
                FloatVector.broadcast(FLOATS, 0f)
                        .blend(slope, FloatVector.fromArray(FLOATS, y, i).compare(VectorOperators.GT, 0f))
                        .intoArray(dx, i);
            }
            for (; i < end; i++) {
                dx[i] = Scalar.reluGradient(y[i], dy[i] * scale);
            }
        } else if (kind == Activation.Kind.SIGMOID) {
            FloatVector one = FloatVector.broadcast(FLOATS, 1f);
            for (; i + LANES <= end; i += LANES) {
                FloatVector s = FloatVector.fromArray(FLOATS, y, i).div(scale);
                FloatVector.fromArray(FLOATS, dy, i).mul(s.mul(one.sub(s))).intoArray(dx, i);
            }
            for (; i < end; i++) {
                dx[i] = Scalar.sigmoidGradient(y[i] / scale, dy[i]);
            }
        } else {
            FloatVector one = FloatVector.broadcast(FLOATS, 1f);
            for (; i + LANES <= end; i += LANES) {
                FloatVector s = FloatVector.fromArray(FLOATS, y, i).div(scale);
                FloatVector.fromArray(FLOATS, dy, i).mul(s.neg().fma(s, one)).intoArray(dx, i);
            }
            for (; i < end; i++) {
                dx[i] = Scalar.tanhGradient(y[i] / scale, dy[i]);
            }
        }
    }

    /** As {@link AbstractKernels#addRows}. */
    static void addRows(float[] x, float[] s, int rows, int columns, int from, int to) {
        int j = from;
        for (; j + 4 * LANES <= to; j += 4 * LANES) {
            FloatVector s0 = FloatVector.fromArray(FLOATS, s, j);
            FloatVector s1 = FloatVector.fromArray(FLOATS, s, j + LANES);
            FloatVector s2 = FloatVector.fromArray(FLOATS, s, j + 2 * LANES);
            FloatVector s3 = FloatVector.fromArray(FLOATS, s, j + 3 * LANES);
            for (int i = 0, at = j; i < rows; i++, at += columns) {
                s0 = s0.add(FloatVector.fromArray(FLOATS, x, at));
                s1 = s1.add(FloatVector.fromArray(FLOATS, x, at + LANES));
                s2 = s2.add(FloatVector.fromArray(FLOATS, x, at + 2 * LANES));
                s3 = s3.add(FloatVector.fromArray(FLOATS, x, at + 3 * LANES));
            }
            s0.intoArray(s, j);
            s1.intoArray(s, j + LANES);
            s2.intoArray(s, j + 2 * LANES);
            s3.intoArray(s, j + 3 * LANES);
        }
        for (; j + LANES <= to; j += LANES) {
            FloatVector sum = FloatVector.fromArray(FLOATS, s, j);
            for (int i = 0, at = j; i < rows; i++, at += columns) {
                sum = sum.add(FloatVector.fromArray(FLOATS, x, at));
            }
            sum.intoArray(s, j);
        }
        for (; j < to; j++) {
            float sum = s[j];
            for (int i = 0, at = j; i < rows; i++, at += columns) {
                sum += x[at];
            }
            s[j] = sum;
        }
    }
}
