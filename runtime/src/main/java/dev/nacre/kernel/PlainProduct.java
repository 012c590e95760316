package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Products without the Vector API. HotSpot vectorises a loop by itself only where all arrays in it share one index
 * expression, so b is copied into row arrays of its own, and rows of c are moved through such arrays too;
 * {@link PlainTiles} does the loops. Some depth of b is copied at a time, which bounds the memory and fits the cache.
 */
final class PlainProduct extends Product {
    /** Rows that are multiplied and finished together, while they are in the cache: a multiple of every tile's height. */
    private static final int BLOCK = 48;

    /** Columns of one row array. The loops over it have scalar ends, which long loops make up for. */
    private static final int WIDTH = 1024;

    /** Row arrays of one pass: 1 MB. */
    private static final int ROWS = 256;

    /** The least depth of a pass, for the widest products: below it, moving c costs more than the products. */
    private static final int LEAST_DEPTH = 16;

    private final boolean deep;
    private float[][] right;
    private int depth;
    private int depthOfPass;
    private int first;

    /** For callers that are to be loaded without this class. */
    static Product of(AbstractKernels kernels, Scratch scratch) {
        return new PlainProduct(kernels, scratch, PlainTiles.DEEP);
    }

    /** @param deep as in {@link PlainTiles}: the bits are the same */
    PlainProduct(AbstractKernels kernels, Scratch scratch, boolean deep) {
        super(kernels, scratch, PlainTiles.HEIGHT, BLOCK);
        this.deep = deep;
    }

    @Override
    int passes() {
        if (packed != null) {
            depth = k;
            return 1;
        }
        int most = Math.max(LEAST_DEPTH, ROWS / groups());
        int passes = Math.max(1, (k + most - 1) / most);
        // Equal ones, in whole tiles.
        depth = ((k + passes - 1) / passes + PlainTiles.DEPTH - 1) / PlainTiles.DEPTH * PlainTiles.DEPTH;
        return depth == 0 ? 1 : (k + depth - 1) / depth;
    }

    /** Loops run along columns of c: along its rows' index where that is longer by far. */
    @Override
    boolean flips() {
        return packed == null && 2 * n <= m;
    }

    /** Loops begin with a row array, so columns are divided where these are; packed weights have one for all columns. */
    @Override
    int groupWidth() {
        return packed != null ? n : WIDTH;
    }

    @Override
    void begin(int pass) {
        first = pass * depth;
        depthOfPass = Math.min(depth, k - first);
        right = packed != null ? packed.rows : scratch.rows(groups() * depthOfPass, Scratch.aligned(WIDTH));
    }

    @Override
    int leftPieces() {
        return 0;
    }

    /** Eight rows each: whole cache lines are read from columns. */
    @Override
    int rightPieces() {
        return packed != null ? 0 : (depthOfPass + 7) / 8;
    }

    @Override
    void packLeft(int firstPiece, int lastPiece) {
        throw new IllegalStateException("the left side is read as it lies");
    }

    @Override
    void packRight(int firstPiece, int lastPiece) {
        int row = firstPiece * 8;
        int count = Math.min(depthOfPass, lastPiece * 8) - row;
        for (int panel = 0; panel * WIDTH < n; panel++) {
            int width = Math.min(WIDTH, n - panel * WIDTH);
            int at = (first + row) * bRow + panel * WIDTH * bColumn;
            int to = panel * depthOfPass + row;
            if (bColumn == 1) {
                PlainPacking.copy(b, at, bRow, right, to, count, width);
            } else {
                PlainPacking.transpose(b, at, bColumn, right, to, count, width);
            }
        }
    }

    @Override
    void block(int row, int rows, int firstColumn, int lastColumn, Scratch own) {
        for (int j = firstColumn; j < lastColumn; j += groupWidth()) {
            panel(row, rows, j, Math.min(groupWidth(), lastColumn - j), j / groupWidth() * depthOfPass, own);
        }
    }

    /**
     * @param column the first, with which the row arrays begin
     * @param rightRow the first of them
     */
    private void panel(int row, int rows, int column, int width, int rightRow, Scratch own) {
        int padded = PlainPacking.padded(width);
        float[][] sums = own.sumRows(PlainTiles.HEIGHT, Math.max(WIDTH, padded));
        for (int i = 0; i < rows; i += PlainTiles.HEIGHT) {
            int height = Math.min(PlainTiles.HEIGHT, rows - i);
            for (int r = 0; r < height; r++) {
                load(row + i + r, column, sums[r], width);
                Arrays.fill(sums[r], width, padded, 0f);
            }
            int at = (row + i) * aRow + first * aColumn;
            PlainTiles.multiply(a, at, aRow, aColumn, height, right, rightRow, depthOfPass, sums, padded, deep);
            for (int r = 0; r < height; r++) {
                store(row + i + r, column, sums[r], width);
            }
        }
    }

    private void load(int row, int column, float[] sums, int width) {
        if (first > 0 || start == c) {
            if (flipped) {
                for (int j = 0; j < width; j++) {
                    sums[j] = c[(column + j) * m + row];
                }
            } else {
                System.arraycopy(c, row * n + column, sums, 0, width);
            }
        } else if (start == null) {
            Arrays.fill(sums, 0, width, 0f);
        } else if (flipped) {
            Arrays.fill(sums, 0, width, start[row]);
        } else {
            System.arraycopy(start, column, sums, 0, width);
        }
    }

    private void store(int row, int column, float[] sums, int width) {
        if (flipped) {
            for (int j = 0; j < width; j++) {
                c[(column + j) * m + row] = sums[j];
            }
        } else {
            System.arraycopy(sums, 0, c, row * n + column, width);
        }
    }
}
