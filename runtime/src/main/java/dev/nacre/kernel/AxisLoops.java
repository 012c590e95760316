package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of {@link AxisKernels}. */
final class AxisLoops {
    /** The side of the blocks that a matrix is transposed in: reads and writes of one stay in the cache. */
    private static final int BLOCK = 32;

    private AxisLoops() {}

    static void swap(float[] x, float[] y, int rows, int first, int second, int inner) {
        int matrix = first * second * inner;
        for (int row = 0; row < rows; row++) {
            if (inner == 1) {
                transpose(x, y, row * matrix, first, second);
            } else {
                swapRuns(x, y, row * matrix, first, second, inner);
            }
        }
    }

    private static void transpose(float[] x, float[] y, int at, int first, int second) {
        for (int i0 = 0; i0 < first; i0 += BLOCK) {
            int i1 = Math.min(first, i0 + BLOCK);
            for (int j0 = 0; j0 < second; j0 += BLOCK) {
                int j1 = Math.min(second, j0 + BLOCK);
                for (int j = j0; j < j1; j++) {
                    for (int i = i0; i < i1; i++) {
                        y[at + j * first + i] = x[at + i * second + j];
                    }
                }
            }
        }
    }

    private static void swapRuns(float[] x, float[] y, int at, int first, int second, int inner) {
        for (int j = 0; j < second; j++) {
            for (int i = 0; i < first; i++) {
                System.arraycopy(x, at + (i * second + j) * inner, y, at + (j * first + i) * inner, inner);
            }
        }
    }

    static void slice(float[] x, float[] y, int rows, int size, int inner, int from, int step, int count) {
        for (int row = 0; row < rows; row++) {
            int in = (row * size + from) * inner;
            int out = row * count * inner;
            if (step == 1) {
                System.arraycopy(x, in, y, out, count * inner);
            } else {
                for (int i = 0; i < count; i++) {
                    System.arraycopy(x, in + i * step * inner, y, out + i * inner, inner);
                }
            }
        }
    }

    static void sliceGradient(float[] dy, float[] dx, int rows, int size, int inner, int from, int step, int count) {
        Arrays.fill(dx, 0, rows * size * inner, 0f);
        for (int row = 0; row < rows; row++) {
            int in = row * count * inner;
            int out = (row * size + from) * inner;
            if (step == 1) {
                System.arraycopy(dy, in, dx, out, count * inner);
            } else {
                for (int i = 0; i < count; i++) {
                    System.arraycopy(dy, in + i * inner, dx, out + i * step * inner, inner);
                }
            }
        }
    }
}
