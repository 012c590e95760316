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
        int height = width == LANES ? 12 : 6;
        for (int r = 0; r < rows; r += height) {
            int last = Math.min(height, rows - r) - 1;
            int aTile = aAt + r / VectorPacking.HEIGHT * aUnit + r % VectorPacking.HEIGHT * aRow;
            int startTile = startAt + r * startRow;
            int cTile = cAt + r * cRow;
            if (width == LANES) {
                VectorTiles.twelveByOne(
                        a, aTile, aRow, aColumn, b, bAt, bRow, start, startTile, startRow, c, cTile, cRow, last, depth);
            } else if (width == 4 * LANES && startRow == 0) {
                VectorTiles.sixByFour(
                        a, aTile, aRow, aColumn, b, bAt, bRow, start, startTile, c, cTile, cRow, last, depth);
            } else {
                for (int j = 0; j < width; j += 2 * LANES) {
                    VectorTiles.sixByTwo(
                            a,
                            aTile,
                            aRow,
                            aColumn,
                            b,
                            bAt + j,
                            bRow,
                            start,
                            startTile + j,
                            startRow,
                            c,
                            cTile + j,
                            cRow,
                            last,
                            depth);
                }
            }
        }
    }
}
