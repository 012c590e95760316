package dev.nacre.kernel;

import java.util.Arrays;

/** The loops of the embeddings of {@link EncodingKernels}. */
final class Embeddings {
    private Embeddings() {}

    static void check(float[] x, float[] table, int rows, int count, int size) {
        Arguments.sizes(rows, count);
        Arguments.array("x", x, rows, 1);
        Arguments.array("the table", table, count, size);
        for (int i = 0; i < rows; i++) {
            int index = (int) x[i];
            if (index != x[i] || index < 0 || index >= count) {
                throw new IllegalArgumentException("index " + x[i] + " of sample " + i + " is not one of the " + count
                        + " rows of the embedding; indices are whole numbers from 0 to " + (count - 1));
            }
        }
    }

    static void gather(float[] x, float[] w, float[] y, int rows, int size) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(w, (int) x[row] * size, y, row * size, size);
        }
    }

    static void scatter(float[] x, float[] dy, float[] dw, int rows, int count, int size, boolean add) {
        double[] sums = Scratch.get().sums(Math.multiplyExact(count, size));
        Arrays.fill(sums, 0, count * size, 0);
        for (int row = 0; row < rows; row++) {
            int at = (int) x[row] * size;
            for (int i = 0; i < size; i++) {
                sums[at + i] += dy[row * size + i];
            }
        }
        for (int i = 0; i < count * size; i++) {
            dw[i] = add ? dw[i] + (float) sums[i] : (float) sums[i];
        }
    }
}
