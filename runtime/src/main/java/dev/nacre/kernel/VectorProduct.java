package dev.nacre.kernel;

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

    /** Rows that are finished together, while they are in the cache. */
    private static final int BLOCK = 4 * UNIT;

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
        divide(threads);
        pack(workers, threads);
        run(workers, Phase.MULTIPLY, rowParts * columnParts);
        if (columnParts > 1 && ends()) {
            run(workers, Phase.FINISH, Math.min(threads, m));
        }
    }

    private boolean ends() {
        return f != Activation.IDENTITY || mask.changes();
    }

    /** Whole rows where there are enough of them, else columns as well. */
    private void divide(int threads) {
        int wanted = threads == 1 ? 1 : threads * PARTS;
        rowParts = Math.min(units(), wanted);
        columnParts = rowParts == wanted ? 1 : Math.min(VectorPacking.groups(n), (wanted + rowParts - 1) / rowParts);
    }

    private int units() {
        return (m + UNIT - 1) / UNIT;
    }

    /** Packs a left side whose rows are not contiguous and a right side whose columns are. */
    private void pack(Workers workers, int threads) {
        left = aColumn == 1 ? null : scratch.packedLeft(units() * UNIT * k);
        right = packed != null ? packed : bColumn == 1 ? null : scratch.packed(VectorPacking.length(n, k));
        edge = right == null ? VectorPacking.edge(b, bRow, n, k, scratch) : null;
        if (left != null) {
            run(workers, Phase.PACK_LEFT, Math.min(threads, units()));
        }
        if (right != null && packed == null) {
            run(workers, Phase.PACK_RIGHT, threads == 1 ? 1 : VectorPacking.groups(n));
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
                int groups = VectorPacking.groups(n);
                VectorPacking.right(
                        b, bRow, bColumn, right, n, k, from(part, parts, groups), from(part + 1, parts, groups));
            }
            case MULTIPLY -> multiply(part / columnParts, part % columnParts);
            case FINISH -> {
                int row = from(part, parts, m);
                kernels.finish(c, row, from(part + 1, parts, m) - row, n, f, mask);
            }
        }
    }

    /** Where a part begins, and the one before it ends. */
    private static int from(int part, int parts, int whole) {
        return (int) ((long) part * whole / parts);
    }

    private void multiply(int rowPart, int columnPart) {
        int end = Math.min(m, from(rowPart + 1, rowParts, units()) * UNIT);
        int firstColumn = VectorPacking.column(from(columnPart, columnParts, VectorPacking.groups(n)));
        int lastColumn = Math.min(n, VectorPacking.column(from(columnPart + 1, columnParts, VectorPacking.groups(n))));
        Scratch own = Scratch.get();
        for (int i = from(rowPart, rowParts, units()) * UNIT; i < end; i += BLOCK) {
            int rows = Math.min(BLOCK, end - i);
            for (int j = firstColumn; j < lastColumn; j += VectorPacking.panel(n - j)) {
                panel(i, rows, j, own);
            }
            if (columnParts == 1) {
                kernels.finish(c, i, rows, n, f, mask);
            }
        }
    }

    private void panel(int i, int rows, int j, Scratch own) {
        int width = VectorPacking.panel(n - j);
        boolean inside = j + width <= n;
        float[] from = left == null ? a : left;
        int fromAt = left == null ? i * aRow : i * k;
        int fromRow = left == null ? aRow : 1;
        int fromColumn = left == null ? aColumn : UNIT;
        int fromUnit = left == null ? UNIT * aRow : UNIT * k;
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
                    start,
                    j,
                    c,
                    i * n + j,
                    n,
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
