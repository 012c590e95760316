package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.LANES;

import java.util.Arrays;

/** Some rows times one panel of columns, cut into tiles. */
final class VectorPanels {
    /** The inner elements of one pass; the next pass goes on from what is stored, so the chain stays one chain. */
    private static final int DEPTH = 1024;

    private VectorPanels() {}

    /**
     * {@code c = start + a b} for a panel that lies whole inside c.
     *
     * @param aAt the first element of the block of a
     * @param aUnit the distance of its units of {@link VectorPacking#HEIGHT} rows
     * @param bAt the first element of the panel of b, bRow the distance of its rows
     * @param start a bias, c itself, or null for zeros
     * @param j the column of the bias that belongs to the first of the panel
     * @param cAt the first element of the block of c, cRow the distance of its rows
     */
    static void panel(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int aUnit,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int j,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int width,
            int k,
            Scratch scratch) {
        float[] from = start == null ? scratch.zeros(width) : start;
        int fromAt = start == null ? 0 : start == c ? cAt : j;
        int fromRow = start == c ? cRow : 0;
        tiles(a, aAt, aRow, aColumn, aUnit, b, bAt, bRow, from, fromAt, fromRow, c, cAt, cRow, rows, width, k);
    }

    /** The same for the last panel, which is wider than what is left of c: by way of a padded copy. */
    static void edgePanel(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int aUnit,
            float[] b,
            int bAt,
            float[] start,
            int j,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int width,
            int k,
            Scratch scratch) {
        int columns = cRow - j;
        float[] padded = scratch.edgeOutput((rows + 1) * width);
        int startAt = rows * width;
        int startRow = 0;
        if (start == null) {
            Arrays.fill(padded, startAt, startAt + width, 0f);
        } else if (start == c) {
            startAt = 0;
            startRow = width;
            for (int i = 0; i < rows; i++) {
                System.arraycopy(c, cAt + i * cRow, padded, i * width, columns);
            }
        } else {
            System.arraycopy(start, j, padded, startAt, columns);
        }
        if (j == 0 && start != c && k <= DEPTH) {
            // What a row writes behind its end, the next one overwrites; the last ones go by way of the copy.
            int units = Math.max(0, rows - (width + columns - 1) / columns) / VectorPacking.HEIGHT;
            int whole = units * VectorPacking.HEIGHT;
            tiles(a, aAt, aRow, aColumn, aUnit, b, bAt, width, padded, startAt, 0, c, cAt, cRow, whole, width, k);
            aAt += units * aUnit;
            cAt += whole * cRow;
            rows -= whole;
        }
        tiles(a, aAt, aRow, aColumn, aUnit, b, bAt, width, padded, startAt, startRow, padded, 0, width, rows, width, k);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(padded, i * width, c, cAt + i * cRow, columns);
        }
    }

    private static void tiles(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int aUnit,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int width,
            int k) {
        int i = 0;
        do {
            int depth = Math.min(DEPTH, k - i);
            pass(
                    a,
                    aAt + i * aColumn,
                    aRow,
                    aColumn,
                    aUnit,
                    b,
                    bAt + i * bRow,
                    bRow,
                    start,
                    startAt,
                    startRow,
                    c,
                    cAt,
                    cRow,
                    rows,
                    width,
                    depth);
            start = c;
            startAt = cAt;
            startRow = cRow;
            i += DEPTH;
        } while (i < k);
    }

    private static void pass(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int aUnit,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int width,
            int depth) {
        if (width == LANES) {
            narrow(a, aAt, aRow, aColumn, aUnit, b, bAt, bRow, start, startAt, startRow, c, cAt, cRow, rows, depth);
        } else if (width == 4 * LANES && startRow == 0) {
            for (int r = 0; r < rows; r += 6) {
                int last = Math.min(6, rows - r) - 1;
                int aTile = aAt + tile(r, aRow, aUnit);
                VectorTiles.sixByFour(
                        a, aTile, aRow, aColumn, b, bAt, bRow, start, startAt, c, cAt + r * cRow, cRow, last, depth);
            }
        } else {
            for (int j = 0; j < width; j += 2 * LANES) {
                pair(
                        a,
                        aAt,
                        aRow,
                        aColumn,
                        aUnit,
                        b,
                        bAt + j,
                        bRow,
                        start,
                        startAt + j,
                        startRow,
                        c,
                        cAt + j,
                        cRow,
                        rows,
                        depth);
            }
        }
    }

    private static int tile(int row, int aRow, int aUnit) {
        return row / VectorPacking.HEIGHT * aUnit + row % VectorPacking.HEIGHT * aRow;
    }

    /** Columns of one vector. */
    private static void narrow(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int aUnit,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int depth) {
        for (int r = 0; r < rows; r += 12) {
            int last = Math.min(12, rows - r) - 1;
            int aTile = aAt + tile(r, aRow, aUnit);
            int startTile = startAt + r * startRow;
            int cTile = cAt + r * cRow;
            TallVectorTiles.twelveByOne(
                    a, aTile, aRow, aColumn, b, bAt, bRow, start, startTile, startRow, c, cTile, cRow, last, depth);
        }
    }

    /** Columns of two vectors. */
    private static void pair(
            float[] a,
            int aAt,
            int aRow,
            int aColumn,
            int aUnit,
            float[] b,
            int bAt,
            int bRow,
            float[] start,
            int startAt,
            int startRow,
            float[] c,
            int cAt,
            int cRow,
            int rows,
            int depth) {
        int height = VectorPacking.FEW_REGISTERS ? 6 : 12;
        for (int r = 0; r < rows; r += height) {
            int last = Math.min(height, rows - r) - 1;
            int aTile = aAt + tile(r, aRow, aUnit);
            int s = startAt + r * startRow;
            int t = cAt + r * cRow;
            if (VectorPacking.FEW_REGISTERS || last < 6) {
                VectorTiles.sixByTwo(
                        a, aTile, aRow, aColumn, b, bAt, bRow, start, s, startRow, c, t, cRow, last, depth);
            } else if (last < 8) {
                TallVectorTiles.eightByTwo(
                        a, aTile, aRow, aColumn, b, bAt, bRow, start, s, startRow, c, t, cRow, last, depth);
            } else {
                TallVectorTiles.twelveByTwo(
                        a, aTile, aRow, aColumn, b, bAt, bRow, start, s, startRow, c, t, cRow, last, depth);
            }
        }
    }
}
