package dev.nacre.kernel;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The products of the Vector API, in one pass: sides that do not lie as tiles read them are packed whole before it. Where that
 * would cost too much, the transposed product is computed and put into c at the end.
 */
final class VectorProduct extends Product {
    /** Rows come in multiples of every tile's height. */
    private static final int UNIT = VectorPacking.HEIGHT;

    /** Rows that are multiplied and finished together, while they are in the cache. */
    private static final int BLOCK = 8 * UNIT;

    /** What copying an element into its place costs, in multiply-adds: an estimate, 10 and 20 differ little. */
    private static final int COPY = 15;

    /** Inner dimensions up to which six rows of four vectors are faster, because all rows of them start from one. */
    private static final int SHORT = 64;

    /** Inner dimensions above which a panel of two vectors does not stay in the first cache. */
    private static final int LONG = 256;

    /** Rows from which on a right side is copied though its columns are neighbours. */
    private static final int REUSED = 100;

    /** Rows that are a multiple of this many floats apart fall into the same few lines of the first cache. */
    private static final int ALIAS = 1024;

    /** Added to the distance of such rows in a copy. */
    private static final int SKEW = 16;

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** The widest panel. */
    private int widest;

    /** Where the panels go, and the distance of its rows: c itself unless the product is flipped. */
    private float[] target;

    private int targetRow;

    /** The packed sides, or null where they are read as they lie. */
    private float[] left;

    private float[] right;
    private float[] edge;

    /** Whether each thread packs the right side for itself: a single panel takes longer to come from another one's cache. */
    private boolean apart;

    /** Of all such products of all threads, so that a thread knows whether what it packed is of this one. */
    private long number;

    /** For callers that are to be loaded without this class. */
    static Product of(AbstractKernels kernels, Scratch scratch) {
        return new VectorProduct(kernels, scratch);
    }

    private VectorProduct(AbstractKernels kernels, Scratch scratch) {
        super(kernels, scratch, UNIT, BLOCK);
    }

    /**
     * Whether b is read as it lies and a copied instead. Rows come in tiles, columns in vectors: what is computed in vain counts
     * on both sides, and so does what is copied.
     */
    @Override
    boolean flips() {
        widest = packed != null || k <= SHORT ? VectorPacking.WIDE : VectorPacking.PAIR;
        if (packed != null || aColumn != 1 || bColumn == 1) {
            return false;
        }
        int rows = (m + 3) / 4 * 4;
        long direct = (long) n * k * (rows + COPY);
        long across = (long) padded(m) * n * k + (long) COPY * m * ((long) n + k);
        return across < direct;
    }

    private static int padded(int columns) {
        return (columns + VectorWidth.LANES - 1) / VectorWidth.LANES * VectorWidth.LANES;
    }

    @Override
    boolean prefersColumns() {
        return packed == null && bColumn != 1 && !flipped;
    }

    @Override
    int groupWidth() {
        return widest;
    }

    @Override
    int passes() {
        return 1;
    }

    /** A left side is packed whose rows are not contiguous, and a right side whose columns are or which is read often. */
    @Override
    void begin(int pass) {
        targetRow = flipped ? padded(n) : n;
        target = flipped ? scratch.transposed(m * targetRow) : c;
        left = aColumn == 1 ? null : scratch.packedLeft(units() * UNIT * k);
        boolean copies = packed == null && (bColumn != 1 || worthCopying());
        apart = copies && groups() == 1;
        number = apart ? NUMBERS.incrementAndGet() : 0;
        right = packed != null ? packed.panels : copies && !apart ? scratch.packed(VectorPacking.length(n, k)) : null;
        edge = packed == null && !copies ? VectorPacking.edge(b, bRow, n, k, widest, scratch) : null;
    }

    /** Whether a panel of b as it lies would not stay in the first cache while the rows of a pass by. */
    private boolean worthCopying() {
        return m >= REUSED && (k > LONG || k > SHORT && bRow % ALIAS == 0);
    }

    @Override
    int leftPieces() {
        return left == null ? 0 : units();
    }

    @Override
    int rightPieces() {
        return right == null || packed != null ? 0 : groups();
    }

    @Override
    void packLeft(int firstPiece, int lastPiece) {
        VectorPacking.left(a, aColumn, left, m, k, firstPiece, lastPiece);
    }

    @Override
    void packRight(int firstPiece, int lastPiece) {
        packTo(right, firstPiece, lastPiece);
    }

    private void packTo(float[] panels, int firstPiece, int lastPiece) {
        VectorPacking.right(b, bRow, bColumn, panels, n, k, widest, firstPiece, lastPiece);
    }

    @Override
    void block(int row, int rows, int firstColumn, int lastColumn, Scratch own) {
        boolean aliased = left == null && aRow % ALIAS == 0 && lastColumn - firstColumn > widest;
        float[] skewed = aliased ? skewed(row, rows, own) : null;
        if (flipped && start != null) {
            startRows(row, rows, firstColumn, lastColumn);
        }
        for (int j = firstColumn; j < lastColumn; j += VectorPacking.panel(n - j, widest)) {
            panel(row, rows, j, skewed, apart ? ownPanel(own) : right, own);
        }
        if (flipped) {
            int from = row * targetRow + firstColumn;
            int to = firstColumn * m + row;
            VectorPacking.across(target, from, targetRow, c, to, m, rows, lastColumn - firstColumn);
        }
    }

    private float[] ownPanel(Scratch own) {
        float[] panel = own.packed(VectorPacking.length(n, k));
        if (own.startsPacking(number)) {
            packTo(panel, 0, 1);
        }
        return panel;
    }

    private float[] skewed(int i, int rows, Scratch own) {
        float[] copy = own.secondRow(BLOCK * (k + SKEW));
        for (int row = 0; row < rows; row++) {
            System.arraycopy(a, (i + row) * aRow, copy, row * (k + SKEW), k);
        }
        return copy;
    }

    /** The bias belongs to the rows of the flipped product. */
    private void startRows(int i, int rows, int firstColumn, int lastColumn) {
        for (int row = i; row < i + rows; row++) {
            int at = row * targetRow;
            Arrays.fill(target, at + firstColumn, at + Math.min(targetRow, padded(lastColumn)), start[row]);
        }
    }

    private void panel(int i, int rows, int j, float[] skewed, float[] panels, Scratch own) {
        int width = VectorPacking.panel(n - j, widest);
        boolean inside = j + width <= targetRow;
        float[] begun = flipped && start != null ? target : start;
        float[] from = skewed != null ? skewed : left == null ? a : left;
        int fromAt = skewed != null ? 0 : left == null ? i * aRow : i * k;
        int fromRow = skewed != null ? k + SKEW : left == null ? aRow : 1;
        int fromColumn = left == null ? aColumn : UNIT;
        int fromUnit = left == null ? UNIT * fromRow : UNIT * k;
        float[] to = panels != null ? panels : inside ? b : edge;
        int toAt = panels != null ? j * k : inside ? j : 0;
        int toRow = panels == null && inside ? bRow : width;
        if (inside) {
            VectorPanels.panel(
                    from,
                    fromAt,
                    fromRow,
                    fromColumn,
                    fromUnit,
                    to,
                    toAt,
                    toRow,
                    begun,
                    j,
                    target,
                    i * targetRow + j,
                    targetRow,
                    rows,
                    width,
                    k,
                    own);
        } else {
            VectorPanels.edgePanel(
                    from,
                    fromAt,
                    fromRow,
                    fromColumn,
                    fromUnit,
                    to,
                    toAt,
                    start,
                    j,
                    c,
                    i * n + j,
                    n,
                    rows,
                    width,
                    k,
                    own);
        }
    }
}
