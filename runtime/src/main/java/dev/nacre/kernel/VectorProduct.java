package dev.nacre.kernel;

import java.util.Arrays;

/**
 * One product of matrices at a time, in parts that several threads can take: first what has to be packed, then blocks of
 * the result, then what the product ends with. An object of its own for each calling thread, so that a call allocates nothing.
 */
final class VectorProduct implements Workers.Work {
    /** Rows come in multiples of every tile's height. */
    private static final int UNIT = VectorPacking.HEIGHT;

    /** Multiply-adds below which handing over parts costs more than it brings. */
    private static final long SMALL = 1 << 18;

    /** Parts for each thread: more than one, because threads of a shared machine do not run evenly. */
    private static final int PARTS = 3;

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

    private final AbstractKernels kernels;
    private final Scratch scratch;

    private Phase phase = Phase.MULTIPLY;
    private float[] a;
    private int aRow;
    private int aColumn;
    private float[] b;
    private int bRow;
    private int bColumn;
    private float[] start;
    private float[] c;
    private int m;
    private int n;
    private int k;
    private Activation f;
    private Mask mask;

    /** A right side that was packed before, or null. */
    private float[] packed;

    /** The widest panel. */
    private int widest;

    /** Whether the transposed product is computed, b' a', and put into c at the end. */
    private boolean transposed;

    /** Where the panels go, and the distance of its rows: c itself unless the product is transposed. */
    private float[] target;

    private int targetRow;

    /** The packed sides, or null where they are read as they lie. */
    private float[] left;

    private float[] right;
    private float[] edge;

    /** Of the present phase. */
    private int parts;

    private int rowParts;
    private int columnParts;

    VectorProduct(AbstractKernels kernels, Scratch scratch) {
        this.kernels = kernels;
        this.scratch = scratch;
    }

    private enum Phase {
        PACK_LEFT,
        PACK_RIGHT,
        MULTIPLY,
        FINISH
    }

    /** As {@link AbstractKernels#product}. */
    void run(
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
            int k,
            Activation f,
            Mask mask) {
        this.a = a;
        this.aRow = aRow;
        this.aColumn = aColumn;
        this.b = b;
        this.bRow = bRow;
        this.bColumn = bColumn;
        this.start = start;
        this.c = c;
        this.m = m;
        this.n = n;
        this.k = k;
        this.f = f;
        this.mask = mask;
        this.packed = null;
        run();
    }

    /** As {@link AbstractKernels#product(float[], PackedWeights, float[], float[], int, Activation)}. */
    void run(float[] x, PackedWeights w, float[] b, float[] y, int rows, Activation f) {
        this.a = x;
        this.aRow = w.in;
        this.aColumn = 1;
        this.b = null;
        this.bRow = 1;
        this.bColumn = w.in;
        this.start = b;
        this.c = y;
        this.m = rows;
        this.n = w.out;
        this.k = w.in;
        this.f = f;
        this.mask = Mask.NONE;
        this.packed = w.panels;
        run();
    }

    private void run() {
        Workers workers = Workers.shared();
        int threads = (long) m * n * k < SMALL ? 1 : workers.threads();
        widest = packed != null || k <= SHORT ? VectorPacking.WIDE : VectorPacking.PAIR;
        target = c;
        targetRow = n;
        transposed = packed == null && aColumn == 1 && bColumn != 1 && cheaperTransposed();
        if (transposed) {
            transpose();
        }
        divide(threads);
        pack(workers, threads);
        run(workers, Phase.MULTIPLY, rowParts * columnParts);
        if ((columnParts > 1 || transposed) && ends()) {
            run(workers, Phase.FINISH, Math.min(threads, transposed ? n : m));
        }
    }

    private boolean ends() {
        return f != Activation.IDENTITY || mask.active();
    }

    /**
     * Whether b is read as it lies and a copied instead. Rows come in tiles, columns in vectors: what is computed in vain counts
     * on both sides, and so does what is copied.
     */
    private boolean cheaperTransposed() {
        int rows = (m + 3) / 4 * 4;
        long direct = (long) n * k * (rows + COPY);
        long across = (long) padded(m) * n * k + (long) COPY * m * ((long) n + k);
        return across < direct;
    }

    private static int padded(int columns) {
        return (columns + VectorWidth.LANES - 1) / VectorWidth.LANES * VectorWidth.LANES;
    }

    private void transpose() {
        float[] x = a;
        int xRow = aRow;
        int rows = m;
        a = b;
        aRow = bColumn;
        b = x;
        bColumn = xRow;
        m = n;
        n = rows;
        targetRow = padded(n);
        target = scratch.transposed(m * targetRow);
    }

    /** Whole rows where there are enough of them, else columns as well. */
    private void divide(int threads) {
        int wanted = threads == 1 ? 1 : threads * PARTS;
        rowParts = Math.min(units(), wanted);
        columnParts = rowParts == wanted ? 1 : Math.min(groups(), (wanted + rowParts - 1) / rowParts);
    }

    private int units() {
        return (m + UNIT - 1) / UNIT;
    }

    private int groups() {
        return VectorPacking.groups(n, widest);
    }

    /** Whether a panel of b as it lies would not stay in the first cache while the rows of a pass by. */
    private boolean worthCopying() {
        return m >= REUSED && (k > LONG || k > SHORT && bRow % ALIAS == 0);
    }

    /** Packs a left side whose rows are not contiguous and a right side whose columns are, or which is read often. */
    private void pack(Workers workers, int threads) {
        left = aColumn == 1 ? null : scratch.packedLeft(units() * UNIT * k);
        right = packed != null
                ? packed
                : bColumn == 1 && !worthCopying() ? null : scratch.packed(VectorPacking.length(n, k));
        edge = right == null ? VectorPacking.edge(b, bRow, n, k, widest, scratch) : null;
        if (left != null) {
            run(workers, Phase.PACK_LEFT, Math.min(threads, units()));
        }
        if (right != null && packed == null) {
            run(workers, Phase.PACK_RIGHT, threads == 1 ? 1 : groups());
        }
    }

    private void run(Workers workers, Phase phase, int parts) {
        this.phase = phase;
        this.parts = parts;
        workers.run(this, parts);
    }

    @Override
    public void run(int part) {
        switch (phase) {
            case PACK_LEFT ->
                VectorPacking.left(a, aColumn, left, m, k, from(part, parts, units()), from(part + 1, parts, units()));
            case PACK_RIGHT -> {
                int first = from(part, parts, groups());
                VectorPacking.right(b, bRow, bColumn, right, n, k, widest, first, from(part + 1, parts, groups()));
            }
            case MULTIPLY -> multiply(part / columnParts, part % columnParts);
            case FINISH -> {
                int rows = transposed ? n : m;
                int row = from(part, parts, rows);
                kernels.finish(c, row, from(part + 1, parts, rows) - row, transposed ? m : n, f, mask);
            }
        }
    }

    /** Where a part begins, and the one before it ends. */
    private static int from(int part, int parts, int whole) {
        return (int) ((long) part * whole / parts);
    }

    private void multiply(int rowPart, int columnPart) {
        int end = Math.min(m, from(rowPart + 1, rowParts, units()) * UNIT);
        int firstColumn = from(columnPart, columnParts, groups()) * widest;
        int lastColumn = Math.min(n, from(columnPart + 1, columnParts, groups()) * widest);
        Scratch own = Scratch.get();
        for (int i = from(rowPart, rowParts, units()) * UNIT; i < end; i += BLOCK) {
            int rows = Math.min(BLOCK, end - i);
            boolean aliased = left == null && aRow % ALIAS == 0 && lastColumn - firstColumn > widest;
            float[] skewed = aliased ? skewed(i, rows, own) : null;
            if (transposed && start != null) {
                begin(i, rows, firstColumn, lastColumn);
            }
            for (int j = firstColumn; j < lastColumn; j += VectorPacking.panel(n - j, widest)) {
                panel(i, rows, j, skewed, own);
            }
            if (transposed) {
                int from = i * targetRow + firstColumn;
                int to = firstColumn * m + i;
                VectorPacking.across(target, from, targetRow, c, to, m, rows, lastColumn - firstColumn);
            } else if (columnParts == 1) {
                kernels.finish(c, i, rows, n, f, mask);
            }
        }
    }

    private float[] skewed(int i, int rows, Scratch own) {
        float[] copy = own.secondRow(BLOCK * (k + SKEW));
        for (int row = 0; row < rows; row++) {
            System.arraycopy(a, (i + row) * aRow, copy, row * (k + SKEW), k);
        }
        return copy;
    }

    /** The bias belongs to the rows of the transposed product. */
    private void begin(int i, int rows, int firstColumn, int lastColumn) {
        for (int row = i; row < i + rows; row++) {
            int at = row * targetRow;
            Arrays.fill(target, at + firstColumn, at + Math.min(targetRow, padded(lastColumn)), start[row]);
        }
    }

    private void panel(int i, int rows, int j, float[] skewed, Scratch own) {
        int width = VectorPacking.panel(n - j, widest);
        boolean inside = j + width <= targetRow;
        float[] begun = transposed && start != null ? target : start;
        float[] from = skewed != null ? skewed : left == null ? a : left;
        int fromAt = skewed != null ? 0 : left == null ? i * aRow : i * k;
        int fromRow = skewed != null ? k + SKEW : left == null ? aRow : 1;
        int fromColumn = left == null ? aColumn : UNIT;
        int fromUnit = left == null ? UNIT * fromRow : UNIT * k;
        float[] to = right != null ? right : inside ? b : edge;
        int toAt = right != null ? j * k : inside ? j : 0;
        int toRow = right == null && inside ? bRow : width;
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
