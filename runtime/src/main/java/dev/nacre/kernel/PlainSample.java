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

    static void dense(float[] x, int xAt, PackedWeights w, float[] b, float[] y, int yAt, Scratch scratch) {
        int padded = PlainPacking.padded(w.out);
        float[] sums = scratch.row(padded);
        if (b == null) {
            Arrays.fill(sums, 0, padded, 0f);
        } else {
            System.arraycopy(b, 0, sums, 0, w.out);
            Arrays.fill(sums, w.out, padded, 0f);
        }
        int[] indices = scratch.firstWords(w.in + 1);
        int count = w.nonZero(x, xAt, indices);
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            int i0 = indices[k];
            int i1 = indices[k + 1];
            int i2 = indices[k + 2];
            int i3 = indices[k + 3];
            addFour(
                    x[xAt + i0],
                    w.rows[i0],
                    x[xAt + i1],
                    w.rows[i1],
                    x[xAt + i2],
                    w.rows[i2],
                    x[xAt + i3],
                    w.rows[i3],
                    sums,
                    padded);
        }
        for (; k < count; k++) {
            addOne(x[xAt + indices[k]], w.rows[indices[k]], sums, padded);
        }
        System.arraycopy(sums, 0, y, yAt, w.out);
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
            int length) {
        for (int j = 0; j < length; j++) {
            float sum = Math.fma(x0, w0[j], sums[j]);
            sum = Math.fma(x1, w1[j], sum);
            sum = Math.fma(x2, w2[j], sum);
            sums[j] = Math.fma(x3, w3[j], sum);
        }
    }

    private static void addOne(float x, float[] w, float[] sums, int length) {
        for (int j = 0; j < length; j++) {
            sums[j] = Math.fma(x, w[j], sums[j]);
        }
    }
}
