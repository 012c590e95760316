package dev.nacre.kernel;

import java.util.Arrays;

/**
 * A dense layer on one sample without the Vector API: the weights of one input after the other, in the form that HotSpot
 * turns into vector code. Inputs that are zero are passed over, as in {@link VectorSample}.
 */
final class PlainSample {
    private PlainSample() {}

    /** @return the weights of each input side by side, padded with zeros */
    static float[][] rows(float[] w, int in, int out) {
        float[][] rows = new float[in][Scratch.aligned(PlainPacking.padded(out))];
        PlainPacking.transpose(w, 0, in, rows, 0, in, out);
        return rows;
    }

    static void dense(Sample s, int from, int to, Scratch own) {
        int end = PlainPacking.padded(to);
        float[] sums = own.row(end);
        if (s.b == null) {
            Arrays.fill(sums, from, end, 0f);
        } else {
            System.arraycopy(s.b, from, sums, from, to - from);
            Arrays.fill(sums, to, end, 0f);
        }
        float[][] rows = s.w.rows;
        float[] x = s.x;
        int k = 0;
        for (; k + 4 <= s.count; k += 4) {
            int i0 = s.indices[k];
            int i1 = s.indices[k + 1];
            int i2 = s.indices[k + 2];
            int i3 = s.indices[k + 3];
            addFour(
                    x[s.xAt + i0],
                    rows[i0],
                    x[s.xAt + i1],
                    rows[i1],
                    x[s.xAt + i2],
                    rows[i2],
                    x[s.xAt + i3],
                    rows[i3],
                    sums,
                    from,
                    end);
        }
        for (; k < s.count; k++) {
            int i = s.indices[k];
            addOne(x[s.xAt + i], rows[i], sums, from, end);
        }
        System.arraycopy(sums, from, s.y, s.yAt + from, to - from);
    }

    private static void addFour(
            float x0,
            float[] w0,
            float x1,
            float[] w1,
            float x2,
            float[] w2,
            float x3,
            float[] w3,
            float[] sums,
            int from,
            int end) {
        for (int j = from; j < end; j++) {
            float sum = Math.fma(x0, w0[j], sums[j]);
            sum = Math.fma(x1, w1[j], sum);
            sum = Math.fma(x2, w2[j], sum);
            sums[j] = Math.fma(x3, w3[j], sum);
        }
    }

    private static void addOne(float x, float[] w, float[] sums, int from, int end) {
        for (int j = from; j < end; j++) {
            sums[j] = Math.fma(x, w[j], sums[j]);
        }
    }
}
