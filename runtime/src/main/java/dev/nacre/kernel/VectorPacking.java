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

    /** Panels that are filled row by row together: a row of one is only a line or two of the cache, in a page of its own. */
    private static final int TOGETHER = 8;

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
                int panels = columns < width ? 1 : Math.min(TOGETHER, (end - j) / width);
                rows(b, j, bRow, packed, j * k, k, columns, width, panels);
                j += panels * width;
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

    /** Copies neighbouring columns row by row into some panels: whole ones, or a single one completed with zeros. */
    private static void rows(
            float[] b, int from, int bRow, float[] packed, int to, int k, int columns, int width, int panels) {
        if (columns < width) {
            for (int i = 0; i < k; i++) {
                System.arraycopy(b, from + i * bRow, packed, to + i * width, columns);
                Arrays.fill(packed, to + i * width + columns, to + (i + 1) * width, 0f);
            }
            return;
        }
        for (int i = 0; i < k; i++) {
            int at = from + i * bRow;
            int panel = to + i * width;
            for (int p = 0; p < panels; p++, panel += width * k) {
                for (int j = 0; j < width; j += LANES, at += LANES) {
                    FloatVector.fromArray(FLOATS, b, at).intoArray(packed, panel + j);
                }
            }
        }
    }

    /**
     * Packs some units of rows of a [m, k], a unit's columns one after the other: element (i, j) of the unit that starts in row
     * u lies at {@code u * k + j * HEIGHT + i}. The rows of a are neighbours, its columns aColumn apart. One method, so that HotSpot
     * compiles it by itself ({@link VectorElementary}).
     */
    static void left(float[] a, int aColumn, float[] packed, int m, int k, int firstUnit, int lastUnit) {
        int wholeUnits = k == 0 ? 0 : Math.min(lastUnit, m / HEIGHT);
        int next = HEIGHT * k;
        // Vectors overlap by what the next one overwrites; the last ones would reach into the next unit, which may be
        // done.
        int columns = LANES > HEIGHT ? k - 1 : k;
        int unit = firstUnit;
        // What is read of a column for one unit begins and ends within a line of the cache; for four they are whole
        // lines.
        for (; LANES == 16 && unit + 4 <= wholeUnits; unit += 4) {
            int from = unit * HEIGHT;
            int to = from * k;
            for (int j = 0; j < columns; j++, from += aColumn, to += HEIGHT) {
                FloatVector.fromArray(FLOATS, a, from).intoArray(packed, to);
                FloatVector.fromArray(FLOATS, a, from + HEIGHT).intoArray(packed, to + next);
                FloatVector.fromArray(FLOATS, a, from + 2 * HEIGHT).intoArray(packed, to + 2 * next);
                FloatVector.fromArray(FLOATS, a, from + 3 * HEIGHT).intoArray(packed, to + 3 * next);
            }
            for (int i = 0; i < 4; i++) {
                column(a, from + i * HEIGHT, packed, to + i * next, HEIGHT);
            }
        }
        for (; unit < wholeUnits; unit++) {
            int from = unit * HEIGHT;
            int to = from * k;
            for (int j = 0; j < columns; j++, from += aColumn, to += HEIGHT) {
                FloatVector.fromArray(FLOATS, a, from).intoArray(packed, to);
                if (LANES < HEIGHT) {
                    FloatVector.fromArray(FLOATS, a, from + 4).intoArray(packed, to + 4);
                }
                if (LANES == 4) {
                    FloatVector.fromArray(FLOATS, a, from + 8).intoArray(packed, to + 8);
                }
            }
            if (columns < k) {
                column(a, from, packed, to, HEIGHT);
            }
        }
        int row = unit * HEIGHT;
        for (int j = 0; unit < lastUnit && j < k; j++) {
            column(a, row + j * aColumn, packed, row * k + j * HEIGHT, m - row);
        }
    }

    private static void column(float[] a, int from, float[] packed, int to, int rows) {
        for (int i = 0; i < rows; i++) {
            packed[to + i] = a[from + i];
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
