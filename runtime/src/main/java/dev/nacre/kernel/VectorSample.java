package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A dense layer on one sample. It is bound by reading the weights, so the weights of inputs that are zero are not read: in
 * images half of them are, behind a ReLU as many. Every output is the same chain of fused multiply-adds as in
 * {@link VectorTiles}, less the links that add zero.
 */
final class VectorSample {
    /** So many inputs at a time are transposed: the rows of a panel that are written stay in the cache. */
    private static final int STRIP = 32;

    private VectorSample() {}

    /**
     * The panels of {@link VectorPacking}, without vectors: this runs once, and vector code that is not compiled yet takes
     * many times as long.
     */
    static float[] panels(float[] w, int in, int out) {
        float[] panels = new float[VectorPacking.length(out, in)];
        for (int j = 0, width; j < out; j += width) {
            width = VectorPacking.panel(out - j);
            for (int i = 0; i < in; i += STRIP) {
                transpose(
                        w,
                        j * in + i,
                        in,
                        panels,
                        j * in + i * width,
                        width,
                        Math.min(STRIP, in - i),
                        Math.min(width, out - j));
            }
        }
        return panels;
    }

    private static void transpose(
            float[] w, int from, int in, float[] panels, int to, int width, int rows, int columns) {
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < rows; i++) {
                panels[to + i * width + c] = w[from + c * in + i];
            }
        }
    }

    /** Outputs {@code from}, with which a panel begins, to {@code to - 1}, with which one ends. */
    static void dense(Sample s, int from, int to, Scratch own) {
        int columns = to - from;
        int padded = (columns + LANES - 1) / LANES * LANES;
        boolean edge = padded > columns;
        float[] sums = edge ? own.edgeOutput(padded) : s.y;
        int sumsAt = edge ? 0 : s.yAt + from;
        if (s.b == null) {
            Arrays.fill(sums, sumsAt, sumsAt + padded, 0f);
        } else {
            System.arraycopy(s.b, from, sums, sumsAt, columns);
            Arrays.fill(sums, sumsAt + columns, sumsAt + padded, 0f);
        }
        for (int j = from; j < to; ) {
            int width = VectorPacking.panel(s.w.out - j);
            panel(s.x, s.xAt, s.indices, s.count, s.w.panels, j * s.w.in, width, sums, sumsAt + j - from);
            j += width;
        }
        if (edge) {
            System.arraycopy(sums, 0, s.y, s.yAt + from, columns);
        }
    }

    /** One method for panels of all widths, so that HotSpot compiles it by itself ({@link VectorElementary}). */
    private static void panel(
            float[] x, int xAt, int[] indices, int count, float[] w, int wAt, int width, float[] y, int yAt) {
        FloatVector y0 = FloatVector.fromArray(FLOATS, y, yAt);
        if (width == LANES) {
            for (int k = 0; k < count; k++) {
                int i = indices[k];
                y0 = FloatVector.broadcast(FLOATS, x[xAt + i])
                        .fma(FloatVector.fromArray(FLOATS, w, wAt + i * LANES), y0);
            }
            y0.intoArray(y, yAt);
            return;
        }
        FloatVector y1 = FloatVector.fromArray(FLOATS, y, yAt + LANES);
        if (width == 2 * LANES) {
            for (int k = 0; k < count; k++) {
                int i = indices[k];
                int at = wAt + i * (2 * LANES);
                FloatVector v = FloatVector.broadcast(FLOATS, x[xAt + i]);
                y0 = v.fma(FloatVector.fromArray(FLOATS, w, at), y0);
                y1 = v.fma(FloatVector.fromArray(FLOATS, w, at + LANES), y1);
            }
            y0.intoArray(y, yAt);
            y1.intoArray(y, yAt + LANES);
            return;
        }
        FloatVector y2 = FloatVector.fromArray(FLOATS, y, yAt + 2 * LANES);
        FloatVector y3 = FloatVector.fromArray(FLOATS, y, yAt + 3 * LANES);
        for (int k = 0; k < count; k++) {
            int i = indices[k];
            int at = wAt + i * (4 * LANES);
            FloatVector v = FloatVector.broadcast(FLOATS, x[xAt + i]);
            y0 = v.fma(FloatVector.fromArray(FLOATS, w, at), y0);
            y1 = v.fma(FloatVector.fromArray(FLOATS, w, at + LANES), y1);
            y2 = v.fma(FloatVector.fromArray(FLOATS, w, at + 2 * LANES), y2);
            y3 = v.fma(FloatVector.fromArray(FLOATS, w, at + 3 * LANES), y3);
        }
        y0.intoArray(y, yAt);
        y1.intoArray(y, yAt + LANES);
        y2.intoArray(y, yAt + 2 * LANES);
        y3.intoArray(y, yAt + 3 * LANES);
    }
}
