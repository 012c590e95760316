package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Copies of a right-hand side in panels: groups of columns as wide as one tile, row after row without gaps, the last
 * one padded with zeros to whole vectors.
 */
final class VectorPacking {
    /** AVX2 has 16, which hold six rows of two vectors; the others have 32. */
    static final boolean FEW_REGISTERS = LANES == 8;

    /** The panels of weights that stay packed: wide, because a single sample reads them as well. */
    static final int WIDE = (FEW_REGISTERS ? 2 : 4) * LANES;

    /** The panels of one product: two vectors, of which twelve rows are as fast as six of four and read b half as often. */
    static final int PAIR = 2 * LANES;

    /** The rows of a left-hand side that are packed together: a multiple of every tile's height. */
    static final int HEIGHT = 12;

    /** Rows that are transposed together, so that the lines they are written to stay in the first cache. */
    private static final int STRIP = 32;

    private VectorPacking() {}

    /** @return the width of the wide panel for the first of this many columns: 4, 2 or 1 vectors */
    static int panel(int columns) {
        return panel(columns, WIDE);
    }

    /** @return the width of the panel for the first of this many columns, at most widest */
    static int panel(int columns, int widest) {
        if (columns > widest - LANES) {
            return widest;
        }
        return columns > LANES ? PAIR : LANES;
    }

    /** @return the number of groups of columns, each a widest panel but for what is left at the end */
    static int groups(int columns, int widest) {
        return (columns + widest - 1) / widest;
    }

    /** @return the elements of all panels */
    static int length(int n, int k) {
        return (n + LANES - 1) / LANES * LANES * k;
    }

    /** Packs some groups of columns of b [k, n]; the panel of column j starts at {@code j * k}. */
    static void right(
            float[] b, int bRow, int bColumn, float[] packed, int n, int k, int widest, int firstGroup, int lastGroup) {
        int end = Math.min(n, lastGroup * widest);
        float[] between = Scratch.get().row(VectorTranspose.SIZE * VectorTranspose.SIZE);
        for (int j = firstGroup * widest; j < end; ) {
            int width = panel(n - j, widest);
            int columns = Math.min(width, n - j);
            if (bColumn == 1) {
                rows(b, j, bRow, packed, j * k, k, columns, width);
                j += width;
                continue;
            }
            if (columns < width) {
                Arrays.fill(packed, j * k, (j + width) * k, 0f);
            }
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
            }
            j += width;
        }
    }

    /** Copies neighbouring columns row by row, completed with zeros. */
    private static void rows(float[] b, int from, int bRow, float[] packed, int to, int k, int columns, int width) {
        if (columns < width) {
            for (int i = 0; i < k; i++) {
                System.arraycopy(b, from + i * bRow, packed, to + i * width, columns);
                Arrays.fill(packed, to + i * width + columns, to + (i + 1) * width, 0f);
            }
            return;
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < width; j += LANES) {
                FloatVector.fromArray(FLOATS, b, from + i * bRow + j).intoArray(packed, to + i * width + j);
            }
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
            // Vectors that overlap by what the next one overwrites; they must not reach into the next unit, which may
            // be done.
            int j = 0;
            int at = row * k;
            if (LANES == 16 && rows == HEIGHT) {
                int whole = row + LANES <= m ? k - 1 : k - 2;
                // Two at a time also make the method too large to be inlined, as in VectorElementary.
                for (; j + 1 < whole; j += 2, at += 2 * HEIGHT) {
                    FloatVector.fromArray(FLOATS, a, row + j * aColumn).intoArray(packed, at);
                    FloatVector.fromArray(FLOATS, a, row + (j + 1) * aColumn).intoArray(packed, at + HEIGHT);
                }
                for (; j < whole; j++, at += HEIGHT) {
                    FloatVector.fromArray(FLOATS, a, row + j * aColumn).intoArray(packed, at);
                }
            } else if (LANES < 16 && rows == HEIGHT) {
                for (; j < k; j++, at += HEIGHT) {
                    FloatVector.fromArray(FLOATS, a, row + j * aColumn).intoArray(packed, at);
                    FloatVector.fromArray(FLOATS, a, row + j * aColumn + 4).intoArray(packed, at + 4);
                    if (LANES == 4) {
                        FloatVector.fromArray(FLOATS, a, row + j * aColumn + 8).intoArray(packed, at + 8);
                    }
                }
            }
            for (; j < k; j++, at += HEIGHT) {
                for (int i = 0; i < rows; i++) {
                    packed[at + i] = a[row + i + j * aColumn];
                }
            }
        }
    }

    /** Writes element (i, j) of from to (j, i) of to. */
    static void across(float[] from, int at, int row, float[] to, int toAt, int toRow, int rows, int columns) {
        int size = VectorTranspose.SIZE;
        int wholeRows = LANES == size ? rows / size * size : 0;
        int wholeColumns = wholeRows == 0 ? 0 : columns / size * size;
        float[] between = Scratch.get().row(size * size);
        for (int i = 0; i < wholeRows; i += size) {
            for (int j = 0; j < wholeColumns; j += size) {
                VectorTranspose.block(from, at + i * row + j, row, to, toAt + j * toRow + i, toRow, between);
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = i < wholeRows ? wholeColumns : 0; j < columns; j++) {
                to[toAt + j * toRow + i] = from[at + i * row + j];
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

    /** @return the last panel of b [k, n], whose columns are neighbours, or null where n is made of whole panels */
    static float[] edge(float[] b, int bRow, int n, int k, int widest, Scratch scratch) {
        int j = 0;
        while (j < n && j + panel(n - j, widest) <= n) {
            j += panel(n - j, widest);
        }
        if (j == n) {
            return null;
        }
        int width = panel(n - j, widest);
        float[] edge = scratch.edge(width * k);
        for (int i = 0; i < k; i++) {
            System.arraycopy(b, i * bRow + j, edge, i * width, n - j);
            Arrays.fill(edge, i * width + n - j, (i + 1) * width, 0f);
        }
        return edge;
    }
}
