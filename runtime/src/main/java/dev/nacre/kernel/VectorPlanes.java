package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** Normalisation of the planes of a feature, a vector at a time. */
final class VectorPlanes {
    private VectorPlanes() {}

    /** One row of {@link AbstractNormalization#normalizeRow}; four vectors at once make it too large to be inlined, as {@link #each}. */
    static void normalizeRow(
            float[] x, float[] y, int offset, float[] mean, float[] scale, float[] shift, int from, int to) {
        int f = from;
        for (; f + 4 * LANES <= to; f += 4 * LANES) {
            FloatVector.fromArray(FLOATS, x, offset + f)
                    .sub(FloatVector.fromArray(FLOATS, mean, f))
                    .fma(FloatVector.fromArray(FLOATS, scale, f), FloatVector.fromArray(FLOATS, shift, f))
                    .intoArray(y, offset + f);
            FloatVector.fromArray(FLOATS, x, offset + f + LANES)
                    .sub(FloatVector.fromArray(FLOATS, mean, f + LANES))
                    .fma(
                            FloatVector.fromArray(FLOATS, scale, f + LANES),
                            FloatVector.fromArray(FLOATS, shift, f + LANES))
                    .intoArray(y, offset + f + LANES);
            FloatVector.fromArray(FLOATS, x, offset + f + 2 * LANES)
                    .sub(FloatVector.fromArray(FLOATS, mean, f + 2 * LANES))
                    .fma(
                            FloatVector.fromArray(FLOATS, scale, f + 2 * LANES),
                            FloatVector.fromArray(FLOATS, shift, f + 2 * LANES))
                    .intoArray(y, offset + f + 2 * LANES);
            FloatVector.fromArray(FLOATS, x, offset + f + 3 * LANES)
                    .sub(FloatVector.fromArray(FLOATS, mean, f + 3 * LANES))
                    .fma(
                            FloatVector.fromArray(FLOATS, scale, f + 3 * LANES),
                            FloatVector.fromArray(FLOATS, shift, f + 3 * LANES))
                    .intoArray(y, offset + f + 3 * LANES);
        }
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

    /**
     * The gradient of a plane, or, where no gradient comes in, what it becomes, rectified or not. One method for three loops, so
     * that HotSpot compiles it by itself ({@link VectorElementary}).
     *
     * @param dy null for what it becomes
     */
    static void each(
            boolean rectified,
            float[] x,
            float[] dy,
            float[] to,
            int offset,
            float mean,
            float slope,
            float scale,
            float shift,
            int inner) {
        FloatVector factor = FloatVector.broadcast(FLOATS, scale);
        FloatVector summand = FloatVector.broadcast(FLOATS, shift);
        int end = offset + inner;
        int whole = offset + (inner & -LANES);
        int i = offset;
        // Not "<": most planes are small, and what HotSpot does for long loops takes longer than the few rounds
        // themselves.
        if (dy != null) {
            FloatVector steep = FloatVector.broadcast(FLOATS, slope);
            for (; i != whole; i += LANES) {
                FloatVector g = FloatVector.fromArray(FLOATS, dy, i).fma(factor, summand);
                FloatVector.fromArray(FLOATS, x, i).sub(mean).fma(steep, g).intoArray(to, i);
            }
            for (; i < end; i++) {
                to[i] = Math.fma(x[i] - mean, slope, Math.fma(dy[i], scale, shift));
            }
        } else if (rectified) {
            for (; i != whole; i += LANES) {
                FloatVector v = FloatVector.fromArray(FLOATS, x, i).sub(mean).fma(factor, summand);
                v.blend(0f, v.compare(VectorOperators.LE, 0f)).intoArray(to, i);
            }
            for (; i < end; i++) {
                to[i] = Elementary.relu(Math.fma(x[i] - mean, scale, shift));
            }
        } else {
            for (; i != whole; i += LANES) {
                FloatVector.fromArray(FLOATS, x, i)
                        .sub(mean)
                        .fma(factor, summand)
                        .intoArray(to, i);
            }
            for (; i < end; i++) {
                to[i] = Math.fma(x[i] - mean, scale, shift);
            }
        }
    }

    /** Differences, or their squares; one method for both, as {@link #each}. */
    static void sums(boolean squares, float[] x, float m, int at, int whole, float[] partial) {
        FloatVector centre = FloatVector.broadcast(FLOATS, m);
        if (squares) {
            for (int lane = 0; lane < 16; lane += LANES) {
                FloatVector s0 = FloatVector.fromArray(FLOATS, partial, lane);
                FloatVector s1 = FloatVector.zero(FLOATS);
                FloatVector s2 = s1;
                FloatVector s3 = s1;
                int i = at + lane;
                int end = at + whole;
                for (; i + 48 < end; i += 64) {
                    FloatVector d0 = FloatVector.fromArray(FLOATS, x, i).sub(centre);
                    FloatVector d1 = FloatVector.fromArray(FLOATS, x, i + 16).sub(centre);
                    FloatVector d2 = FloatVector.fromArray(FLOATS, x, i + 32).sub(centre);
                    FloatVector d3 = FloatVector.fromArray(FLOATS, x, i + 48).sub(centre);
                    s0 = d0.fma(d0, s0);
                    s1 = d1.fma(d1, s1);
                    s2 = d2.fma(d2, s2);
                    s3 = d3.fma(d3, s3);
                }
                for (; i < end; i += 16) {
                    FloatVector d = FloatVector.fromArray(FLOATS, x, i).sub(centre);
                    s0 = d.fma(d, s0);
                }
                s0.add(s2).add(s1.add(s3)).intoArray(partial, lane);
            }
            return;
        }
        for (int lane = 0; lane < 16; lane += LANES) {
            FloatVector s0 = FloatVector.fromArray(FLOATS, partial, lane);
            FloatVector s1 = FloatVector.zero(FLOATS);
            FloatVector s2 = s1;
            FloatVector s3 = s1;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                s0 = s0.add(FloatVector.fromArray(FLOATS, x, i).sub(centre));
                s1 = s1.add(FloatVector.fromArray(FLOATS, x, i + 16).sub(centre));
                s2 = s2.add(FloatVector.fromArray(FLOATS, x, i + 32).sub(centre));
                s3 = s3.add(FloatVector.fromArray(FLOATS, x, i + 48).sub(centre));
            }
            for (; i < end; i += 16) {
                s0 = s0.add(FloatVector.fromArray(FLOATS, x, i).sub(centre));
            }
            s0.add(s2).add(s1.add(s3)).intoArray(partial, lane);
        }
    }

    static void products(float[] x, float[] dy, float m, int at, int whole, float[] partial) {
        FloatVector centre = FloatVector.broadcast(FLOATS, m);
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
                p0 = FloatVector.fromArray(FLOATS, x, i).sub(centre).fma(g0, p0);
                p1 = FloatVector.fromArray(FLOATS, x, i + 16).sub(centre).fma(g1, p1);
                p2 = FloatVector.fromArray(FLOATS, x, i + 32).sub(centre).fma(g2, p2);
                p3 = FloatVector.fromArray(FLOATS, x, i + 48).sub(centre).fma(g3, p3);
            }
            for (; i < end; i += 16) {
                FloatVector g = FloatVector.fromArray(FLOATS, dy, i);
                s0 = s0.add(g);
                p0 = FloatVector.fromArray(FLOATS, x, i).sub(centre).fma(g, p0);
            }
            p0.add(p2).add(p1.add(p3)).intoArray(partial, lane + 16);
            s0.add(s2).add(s1.add(s3)).intoArray(partial, lane);
        }
    }
}
