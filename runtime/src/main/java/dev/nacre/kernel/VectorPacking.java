package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;

/**
 * Copies of a right-hand side in panels: groups of columns as wide as one tile, row after row without gaps, the last
 * one padded with zeros to whole vectors.
 */
final class VectorPacking {
    /** Four vectors where there are 32 registers; AVX2 has 16, which hold six rows of two. */
    private static final int WIDEST = (LANES == 8 ? 2 : 4) * LANES;

    /** The rows of a left-hand side that are packed together: a multiple of every tile's height. */
    static final int HEIGHT = 12;

    /** Rows that are transposed together, so that the lines they are written to stay in the first cache. */
    private static final int STRIP = 32;

    private VectorPacking() {}

    /** @return the width of the panel for the first of this many columns: 4, 2 or 1 vectors */
    static int panel(int columns) {
        if (columns > WIDEST - LANES) {
            return WIDEST;
        }
        return columns > LANES ? 2 * LANES : LANES;
    }

    /** @return the number of groups of columns, each a widest panel but for what is left at the end */
    static int groups(int columns) {
        return (columns + WIDEST - 1) / WIDEST;
    }

    /** @return the first column of a group */
    static int column(int group) {
        return group * WIDEST;
    }

    /** @return the elements of all panels */
    static int length(int n, int k) {
        return (n + LANES - 1) / LANES * LANES * k;
    }

    /** Packs some groups of columns of b [k, n]; the panel of column j starts at {@code j * k}. */
    static void right(float[] b, int bRow, int bColumn, float[] packed, int n, int k, int firstGroup, int lastGroup) {
        int end = Math.min(n, column(lastGroup));
        float[] between = Scratch.get().row(VectorTranspose.SIZE * VectorTranspose.SIZE);
        for (int j = column(firstGroup); j < end; ) {
            int width = panel(n - j);
            int columns = Math.min(width, n - j);
            int blocks = LANES == VectorTranspose.SIZE && bRow == 1 ? columns / VectorTranspose.SIZE : 0;
            int wholeRows = blocks == 0 ? 0 : k / VectorTranspose.SIZE * VectorTranspose.SIZE;
            int wholeColumns = wholeRows == 0 ? 0 : blocks * VectorTranspose.SIZE;
            int from = j * bColumn;
            int to = j * k;
            for (int i = 0; i < wholeRows; i += VectorTranspose.SIZE) {
                for (int c = 0; c < wholeColumns; c += VectorTranspose.SIZE) {
                    VectorTranspose.block(
                            b, from + i + c * bColumn, bColumn, packed, to + i * width + c, width, between);
                }
            }
            for (int i = 0; i < k; i += STRIP) {
                int rows = Math.min(STRIP, k - i);
                int first = i < wholeRows ? wholeColumns : 0;
                // A strip is two blocks high, and the last one may be half done.
                int done = i < wholeRows ? Math.min(rows, wholeRows - i) : 0;
                transpose(
                        b,
                        from + i * bRow + first * bColumn,
                        bRow,
                        bColumn,
                        packed,
                        to + i * width + first,
                        done,
                        columns - first,
                        width);
                transpose(
                        b,
                        from + (i + done) * bRow,
                        bRow,
                        bColumn,
                        packed,
                        to + (i + done) * width,
                        rows - done,
                        columns,
                        width);
                pad(packed, to + i * width, rows, columns, width);
            }
            j += width;
        }
    }

    /**
     * Packs some units of rows of a [m, k], a unit's columns one after the other: element (i, j) of the unit that starts in row
     * u lies at {@code u * k + j * HEIGHT + i}. The rows of a are neighbours, its columns aColumn apart.
     */
    static void left(float[] a, int aColumn, float[] packed, int m, int k, int firstUnit, int lastUnit) {
        for (int unit = firstUnit; unit < lastUnit; unit++) {
            int row = unit * HEIGHT;
            int rows = Math.min(HEIGHT, m - row);
            for (int j = 0, at = row * k; j < k; j++, at += HEIGHT) {
                for (int i = 0; i < rows; i++) {
                    packed[at + i] = a[row + i + j * aColumn];
                }
            }
        }
    }

    private static void transpose(
            float[] b, int from, int bRow, int bColumn, float[] packed, int to, int rows, int columns, int width) {
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                packed[to + i * width + j] = b[from + i * bRow + j * bColumn];
            }
        }
    }

    private static void pad(float[] packed, int at, int rows, int columns, int width) {
        for (int i = 0; i < rows && columns < width; i++) {
            Arrays.fill(packed, at + i * width + columns, at + (i + 1) * width, 0f);
        }
    }

    /** @return the last panel of b [k, n], whose columns are neighbours, or null where n is made of whole panels */
    static float[] edge(float[] b, int bRow, int n, int k, Scratch scratch) {
        int j = 0;
        while (j + panel(n - j) <= n && j < n) {
            j += panel(n - j);
        }
        if (j == n) {
            return null;
        }
        int width = panel(n - j);
        float[] edge = scratch.edge(width * k);
        for (int i = 0; i < k; i++) {
            System.arraycopy(b, i * bRow + j, edge, i * width, n - j);
            Arrays.fill(edge, i * width + n - j, (i + 1) * width, 0f);
        }
        return edge;
    }
}
