package dev.nacre.kernel;

import java.util.Arrays;

/** Softmax of one row, one value after the other. */
final class PlainRows {
    private PlainRows() {}

    static void softmax(float[] x, float[] y, int offset, int columns, Scratch scratch) {
        if (columns == 2 || columns == 3) {
            few(x, y, offset, columns == 3, scratch);
            return;
        }
        float max = Float.NEGATIVE_INFINITY;
        for (int i = offset; i < offset + columns; i++) {
            max = x[i] > max ? x[i] : max;
        }
        float[] partial = scratch.partial;
        Arrays.fill(partial, 0f);
        for (int i = 0; i < columns; i++) {
            float e = Elementary.exp(x[offset + i] - max);
            y[offset + i] = e;
            partial[i & 15] += e;
        }
        float sum = AbstractKernels.fold(partial);
        for (int i = offset; i < offset + columns; i++) {
            y[i] /= sum;
        }
        scratch.max = max;
        scratch.sum = sum;
    }

    /**
     * The cross entropy of a single row of two or three, and its softmax: with the bits of the two one after the other, without
     * memory of the thread in between.
     */
    static float crossEntropy(float[] x, int label, float[] y, boolean three) {
        float x0 = x[0];
        float x1 = x[1];
        float x2 = three ? x[2] : Float.NEGATIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        max = x0 > max ? x0 : max;
        max = x1 > max ? x1 : max;
        max = x2 > max ? x2 : max;
        float e0 = Elementary.exp(x0 - max);
        float e1 = Elementary.exp(x1 - max);
        float e2 = three ? Elementary.exp(x2 - max) : 0f;
        float logit = x[label];
        float sum = e0 + e2 + e1;
        y[0] = e0 / sum;
        y[1] = e1 / sum;
        if (three) {
            y[2] = e2 / sum;
        }
        return (float) (DoubleElementary.log(sum) + ((double) max - logit));
    }

    /** The same for two or three columns, with the same order of additions, of which zeros are left out. */
    private static void few(float[] x, float[] y, int at, boolean three, Scratch scratch) {
        float max = Float.NEGATIVE_INFINITY;
        max = x[at] > max ? x[at] : max;
        max = x[at + 1] > max ? x[at + 1] : max;
        max = three && x[at + 2] > max ? x[at + 2] : max;
        float e0 = Elementary.exp(x[at] - max);
        float e1 = Elementary.exp(x[at + 1] - max);
        float e2 = three ? Elementary.exp(x[at + 2] - max) : 0f;
        float sum = e0 + e2 + e1;
        y[at] = e0 / sum;
        y[at + 1] = e1 / sum;
        if (three) {
            y[at + 2] = e2 / sum;
        }
        scratch.max = max;
        scratch.sum = sum;
    }

    static void softmaxGradient(float[] y, float[] dy, float[] dx, int offset, int columns, Scratch scratch) {
        float[] partial = scratch.partial;
        Arrays.fill(partial, 0f);
        for (int i = 0; i < columns; i++) {
            partial[i & 15] = Math.fma(y[offset + i], dy[offset + i], partial[i & 15]);
        }
        for (int i = columns; (i & 15) != 0; i++) {
            // A sum of -0 becomes +0, as it does where vectors are padded with zeros.
            partial[i & 15] += 0f;
        }
        float dot = AbstractKernels.fold(partial);
        for (int i = offset; i < offset + columns; i++) {
            dx[i] = y[i] * (dy[i] - dot);
        }
    }
}
