package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Normalisation of the planes of a feature, a vector at a time. */
final class VectorPlanes {
    private VectorPlanes() {}

    /** One row of {@link AbstractNormalization#normalizeRow}. */
    static void normalizeRow(
            float[] x, float[] y, int offset, float[] mean, float[] scale, float[] shift, int from, int to) {
        int f = from;
        for (; f + LANES <= to; f += LANES) {
            FloatVector.fromArray(FLOATS, x, offset + f)
                    .sub(FloatVector.fromArray(FLOATS, mean, f))
                    .fma(FloatVector.fromArray(FLOATS, scale, f), FloatVector.fromArray(FLOATS, shift, f))
                    .intoArray(y, offset + f);
        }
        for (; f < to; f++) {
            y[offset + f] = Math.fma(x[offset + f] - mean[f], scale[f], shift[f]);
        }
    }

    static void normalize(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        FloatVector factor = FloatVector.broadcast(FLOATS, scale);
        FloatVector summand = FloatVector.broadcast(FLOATS, shift);
        int end = offset + inner;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            FloatVector.fromArray(FLOATS, x, i).sub(mean).fma(factor, summand).intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Math.fma(x[i] - mean, scale, shift);
        }
    }

    static void rectify(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        FloatVector factor = FloatVector.broadcast(FLOATS, scale);
        FloatVector summand = FloatVector.broadcast(FLOATS, shift);
        int end = offset + inner;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            FloatVector v = FloatVector.fromArray(FLOATS, x, i).sub(mean).fma(factor, summand);
            v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(y, i);
        }
        for (; i < end; i++) {
            y[i] = Elementary.relu(Math.fma(x[i] - mean, scale, shift));
        }
    }

    static void gradient(
            float[] x,
            float[] dy,
            float[] dx,
            int offset,
            float mean,
            float slope,
            float scale,
            float shift,
            int inner) {
        FloatVector steep = FloatVector.broadcast(FLOATS, slope);
        FloatVector factor = FloatVector.broadcast(FLOATS, scale);
        FloatVector summand = FloatVector.broadcast(FLOATS, shift);
        int end = offset + inner;
        int i = offset;
        for (; i + LANES <= end; i += LANES) {
            FloatVector g = FloatVector.fromArray(FLOATS, dy, i).fma(factor, summand);
            FloatVector.fromArray(FLOATS, x, i).sub(mean).fma(steep, g).intoArray(dx, i);
        }
        for (; i < end; i++) {
            dx[i] = Math.fma(x[i] - mean, slope, Math.fma(dy[i], scale, shift));
        }
    }

    static void differences(float[] x, float m, int at, int whole, float[] partial) {
        for (int lane = 0; lane < 16; lane += LANES) {
            FloatVector s0 = FloatVector.fromArray(FLOATS, partial, lane);
            FloatVector s1 = FloatVector.zero(FLOATS);
            FloatVector s2 = s1;
            FloatVector s3 = s1;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                s0 = s0.add(FloatVector.fromArray(FLOATS, x, i).sub(m));
                s1 = s1.add(FloatVector.fromArray(FLOATS, x, i + 16).sub(m));
                s2 = s2.add(FloatVector.fromArray(FLOATS, x, i + 32).sub(m));
                s3 = s3.add(FloatVector.fromArray(FLOATS, x, i + 48).sub(m));
            }
            for (; i < end; i += 16) {
                s0 = s0.add(FloatVector.fromArray(FLOATS, x, i).sub(m));
            }
            s0.add(s2).add(s1.add(s3)).intoArray(partial, lane);
        }
    }

    static void squares(float[] x, float m, int at, int whole, float[] partial) {
        for (int lane = 0; lane < 16; lane += LANES) {
            FloatVector s0 = FloatVector.fromArray(FLOATS, partial, lane);
            FloatVector s1 = FloatVector.zero(FLOATS);
            FloatVector s2 = s1;
            FloatVector s3 = s1;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                FloatVector d0 = FloatVector.fromArray(FLOATS, x, i).sub(m);
                FloatVector d1 = FloatVector.fromArray(FLOATS, x, i + 16).sub(m);
                FloatVector d2 = FloatVector.fromArray(FLOATS, x, i + 32).sub(m);
                FloatVector d3 = FloatVector.fromArray(FLOATS, x, i + 48).sub(m);
                s0 = d0.fma(d0, s0);
                s1 = d1.fma(d1, s1);
                s2 = d2.fma(d2, s2);
                s3 = d3.fma(d3, s3);
            }
            for (; i < end; i += 16) {
                FloatVector d = FloatVector.fromArray(FLOATS, x, i).sub(m);
                s0 = d.fma(d, s0);
            }
            s0.add(s2).add(s1.add(s3)).intoArray(partial, lane);
        }
    }

    static void products(float[] x, float[] dy, float m, int at, int whole, float[] partial) {
        for (int lane = 0; lane < 16; lane += LANES) {
            FloatVector p0 = FloatVector.fromArray(FLOATS, partial, lane + 16);
            FloatVector s0 = FloatVector.fromArray(FLOATS, partial, lane);
            FloatVector p1 = FloatVector.zero(FLOATS);
            FloatVector s1 = p1;
            FloatVector p2 = p1;
            FloatVector s2 = p1;
            FloatVector p3 = p1;
            FloatVector s3 = p1;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                FloatVector g0 = FloatVector.fromArray(FLOATS, dy, i);
                FloatVector g1 = FloatVector.fromArray(FLOATS, dy, i + 16);
                FloatVector g2 = FloatVector.fromArray(FLOATS, dy, i + 32);
                FloatVector g3 = FloatVector.fromArray(FLOATS, dy, i + 48);
                s0 = s0.add(g0);
                s1 = s1.add(g1);
                s2 = s2.add(g2);
                s3 = s3.add(g3);
                p0 = FloatVector.fromArray(FLOATS, x, i).sub(m).fma(g0, p0);
                p1 = FloatVector.fromArray(FLOATS, x, i + 16).sub(m).fma(g1, p1);
                p2 = FloatVector.fromArray(FLOATS, x, i + 32).sub(m).fma(g2, p2);
                p3 = FloatVector.fromArray(FLOATS, x, i + 48).sub(m).fma(g3, p3);
            }
            for (; i < end; i += 16) {
                FloatVector g = FloatVector.fromArray(FLOATS, dy, i);
                s0 = s0.add(g);
                p0 = FloatVector.fromArray(FLOATS, x, i).sub(m).fma(g, p0);
            }
            p0.add(p2).add(p1.add(p3)).intoArray(partial, lane + 16);
            s0.add(s2).add(s1.add(s3)).intoArray(partial, lane);
        }
    }
}
