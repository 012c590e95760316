package dev.nacre.kernel;

/** Partial sums over a plane: lane by lane or, where that would be short, in the order of elements. */
final class PlainPlanes {
    private PlainPlanes() {}

    static void differences(float[] x, float m, int at, int whole, float[] partial) {
        if (whole < 64) {
            for (int i = at; i < at + whole; i += 16) {
                for (int lane = 0; lane < 16; lane++) {
                    partial[lane] += x[i + lane] - m;
                }
            }
            return;
        }
        for (int lane = 0; lane < 16; lane++) {
            float s0 = partial[lane];
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                s0 += x[i] - m;
                s1 += x[i + 16] - m;
                s2 += x[i + 32] - m;
                s3 += x[i + 48] - m;
            }
            for (; i < end; i += 16) {
                s0 += x[i] - m;
            }
            partial[lane] = s0 + s2 + (s1 + s3);
        }
    }

    static void squares(float[] x, float m, int at, int whole, float[] partial) {
        if (whole < 64) {
            for (int i = at; i < at + whole; i += 16) {
                for (int lane = 0; lane < 16; lane++) {
                    float d = x[i + lane] - m;
                    partial[lane] = Math.fma(d, d, partial[lane]);
                }
            }
            return;
        }
        for (int lane = 0; lane < 16; lane++) {
            float s0 = partial[lane];
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                float d0 = x[i] - m;
                float d1 = x[i + 16] - m;
                float d2 = x[i + 32] - m;
                float d3 = x[i + 48] - m;
                s0 = Math.fma(d0, d0, s0);
                s1 = Math.fma(d1, d1, s1);
                s2 = Math.fma(d2, d2, s2);
                s3 = Math.fma(d3, d3, s3);
            }
            for (; i < end; i += 16) {
                s0 = Math.fma(x[i] - m, x[i] - m, s0);
            }
            partial[lane] = s0 + s2 + (s1 + s3);
        }
    }

    static void products(float[] x, float[] dy, float m, int at, int whole, float[] partial) {
        differences(dy, 0, at, whole, partial);
        if (whole < 64) {
            for (int i = at; i < at + whole; i += 16) {
                for (int lane = 0; lane < 16; lane++) {
                    partial[lane + 16] = Math.fma(x[i + lane] - m, dy[i + lane], partial[lane + 16]);
                }
            }
            return;
        }
        for (int lane = 0; lane < 16; lane++) {
            float s0 = partial[lane + 16];
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            int i = at + lane;
            int end = at + whole;
            for (; i + 48 < end; i += 64) {
                s0 = Math.fma(x[i] - m, dy[i], s0);
                s1 = Math.fma(x[i + 16] - m, dy[i + 16], s1);
                s2 = Math.fma(x[i + 32] - m, dy[i + 32], s2);
                s3 = Math.fma(x[i + 48] - m, dy[i + 48], s3);
            }
            for (; i < end; i += 16) {
                s0 = Math.fma(x[i] - m, dy[i], s0);
            }
            partial[lane + 16] = s0 + s2 + (s1 + s3);
        }
    }
}
