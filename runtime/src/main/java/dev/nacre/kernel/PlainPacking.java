package dev.nacre.kernel;

import java.util.Arrays;

/** Copies of a right-hand side in row arrays. */
final class PlainPacking {
    /** Loops run over whole multiples of it: one that was seen to end early would be compiled without vectors. */
    static final int LEAST_WIDTH = 64;

    /** Columns of the copy that are written together, so that the lines of eight rows stay in the first cache. */
    private static final int STRIP = 256;

    private PlainPacking() {}

    /** @return the columns that a loop over this many runs over */
    static int padded(int columns) {
        return columns + LEAST_WIDTH - 1 & -LEAST_WIDTH;
    }

    /** Copies some rows whose elements are neighbours, padded with zeros. */
    static void copy(float[] b, int at, int bRow, float[][] rows, int firstRow, int count, int width) {
        for (int i = 0; i < count; i++) {
            float[] row = rows[firstRow + i];
            System.arraycopy(b, at + i * bRow, row, 0, width);
            Arrays.fill(row, width, padded(width), 0f);
        }
    }

    /** The same where the elements of each column are neighbours: {@code rows[firstRow + i][j] = b[at + i + j * bColumn]}. */
    static void transpose(float[] b, int at, int bColumn, float[][] rows, int firstRow, int count, int width) {
        for (int j = 0; j < width; j += STRIP) {
            int end = Math.min(width, j + STRIP);
            int i = 0;
            for (; i + 8 <= count; i += 8) {
                eightRows(b, at + i, bColumn, rows, firstRow + i, j, end);
            }
            for (; i < count; i++) {
                oneRow(b, at + i, bColumn, rows[firstRow + i], j, end);
            }
        }
        for (int i = 0; i < count; i++) {
            Arrays.fill(rows[firstRow + i], width, padded(width), 0f);
        }
    }

    private static void eightRows(float[] b, int at, int bColumn, float[][] rows, int row, int first, int end) {
        float[] r0 = rows[row];
        float[] r1 = rows[row + 1];
        float[] r2 = rows[row + 2];
        float[] r3 = rows[row + 3];
        float[] r4 = rows[row + 4];
        float[] r5 = rows[row + 5];
        float[] r6 = rows[row + 6];
        float[] r7 = rows[row + 7];
        int from = at + first * bColumn;
        for (int j = first; j < end; j++) {
            r0[j] = b[from];
            r1[j] = b[from + 1];
            r2[j] = b[from + 2];
            r3[j] = b[from + 3];
            r4[j] = b[from + 4];
            r5[j] = b[from + 5];
            r6[j] = b[from + 6];
            r7[j] = b[from + 7];
            from += bColumn;
        }
    }

    private static void oneRow(float[] b, int at, int bColumn, float[] row, int first, int end) {
        for (int j = first; j < end; j++) {
            row[j] = b[at + j * bColumn];
        }
    }
}
