package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Products without the Vector API. HotSpot vectorises a loop by itself only where all arrays in it share one index
 * expression, so a block of b is copied into row arrays of its own, and every row of c is moved through one too; six
 * rows of b are then added to a row of c in one pass, in order. With seven, JDK 17 finds the loop too large to
 * vectorise.
 */
final class PlainProduct {
    private static final int DEPTH = 60;
    private static final int WIDTH = 512;

    /** Loops run over whole multiples of it: one that was seen to end early would be compiled without vectors. */
    private static final int LEAST_WIDTH = 64;

    private PlainProduct() {}

    /** As {@link AbstractKernels#product}, without the end. */
    static void multiply(
            float[] a,
            int aRow,
            int aColumn,
            float[] b,
            int bRow,
            int bColumn,
            float[] start,
            float[] c,
            int m,
            int n,
            int k) {
        Scratch scratch = Scratch.get();
        float[][] block = scratch.rows(DEPTH, WIDTH);
        float[] sums = scratch.row(WIDTH);
        for (int j = 0; j < n; j += WIDTH) {
            int width = Math.min(WIDTH, n - j);
            int padded = width + LEAST_WIDTH - 1 & -LEAST_WIDTH;
            Arrays.fill(sums, width, padded, 0f);
            int i = 0;
            do {
                int depth = Math.min(DEPTH, k - i);
                copy(b, i * bRow + j * bColumn, bRow, bColumn, block, depth, width, padded);
                for (int row = 0; row < m; row++) {
                    int at = row * n + j;
                    if (i > 0 || start == c) {
                        System.arraycopy(c, at, sums, 0, width);
                    } else if (start != null) {
                        System.arraycopy(start, j, sums, 0, width);
                    } else {
                        Arrays.fill(sums, 0, width, 0f);
                    }
                    addProducts(a, row * aRow + i * aColumn, aColumn, block, 0, depth, sums, padded);
                    System.arraycopy(sums, 0, c, at, width);
                }
                i += DEPTH;
            } while (i < k);
        }
    }

    /** {@code y = start + x wᵀ} with weights that lie in row arrays already. */
    static void multiply(float[] x, PackedWeights w, float[] start, float[] y, int rows) {
        int padded = w.out + LEAST_WIDTH - 1 & -LEAST_WIDTH;
        float[] sums = Scratch.get().row(padded);
        Arrays.fill(sums, w.out, padded, 0f);
        for (int i = 0; i < w.in; i += DEPTH) {
            int depth = Math.min(DEPTH, w.in - i);
            for (int row = 0; row < rows; row++) {
                int at = row * w.out;
                if (i > 0) {
                    System.arraycopy(y, at, sums, 0, w.out);
                } else if (start != null) {
                    System.arraycopy(start, 0, sums, 0, w.out);
                } else {
                    Arrays.fill(sums, 0, w.out, 0f);
                }
                addProducts(x, row * w.in + i, 1, w.rows, i, depth, sums, padded);
                System.arraycopy(sums, 0, y, at, w.out);
            }
        }
    }

    private static void copy(
            float[] b, int at, int bRow, int bColumn, float[][] block, int depth, int width, int padded) {
        for (int i = 0; i < depth; i++) {
            Arrays.fill(block[i], width, padded, 0f);
        }
        if (bColumn == 1) {
            for (int i = 0; i < depth; i++) {
                System.arraycopy(b, at + i * bRow, block[i], 0, width);
            }
            return;
        }
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < depth; i++) {
                block[i][j] = b[at + i * bRow + j * bColumn];
            }
        }
    }

    /** Adds the products of depth elements of a, aColumn apart, with the rows of the block from {@code first} on. */
    private static void addProducts(
            float[] a, int at, int aColumn, float[][] block, int first, int depth, float[] sums, int width) {
        int i = 0;
        for (; i + 6 <= depth; i += 6) {
            addSix(a, at + i * aColumn, aColumn, block, first + i, sums, width);
        }
        for (; i < depth; i++) {
            addOne(a[at + i * aColumn], block[first + i], sums, width);
        }
    }

    private static void addSix(float[] a, int at, int aColumn, float[][] block, int i, float[] sums, int width) {
        float a0 = a[at];
        float a1 = a[at + aColumn];
        float a2 = a[at + 2 * aColumn];
        float a3 = a[at + 3 * aColumn];
        float a4 = a[at + 4 * aColumn];
        float a5 = a[at + 5 * aColumn];
        float[] b0 = block[i];
        float[] b1 = block[i + 1];
        float[] b2 = block[i + 2];
        float[] b3 = block[i + 3];
        float[] b4 = block[i + 4];
        float[] b5 = block[i + 5];
        for (int j = 0; j < width; j++) {
            float sum = Math.fma(a0, b0[j], sums[j]);
            sum = Math.fma(a1, b1[j], sum);
            sum = Math.fma(a2, b2[j], sum);
            sum = Math.fma(a3, b3[j], sum);
            sum = Math.fma(a4, b4[j], sum);
            sums[j] = Math.fma(a5, b5[j], sum);
        }
    }

    private static void addOne(float a0, float[] b0, float[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(a0, b0[j], sums[j]);
        }
    }
}
