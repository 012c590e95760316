package dev.nacre.kernel;

/**
 * One product of matrices at a time, in parts that several threads can take: first what has to be packed, then blocks of
 * the result, then what the product ends with. An object of its own for each calling thread, so that a call allocates
 * nothing. A provider says what it packs and how it computes a block; parts divide outputs, never a sum.
 */
abstract class Product implements Workers.Work {
    /** Multiply-adds below which handing over parts costs more than it brings. */
    private static final long SMALL = 1 << 18;

    /** Parts for each thread: more than one, because threads of a shared machine do not run evenly. */
    private static final int PARTS = 3;

    final AbstractKernels kernels;
    final Scratch scratch;

    float[] a;
    int aRow;
    int aColumn;
    float[] b;
    int bRow;
    int bColumn;
    float[] start;
    float[] c;
    int m;
    int n;
    int k;

    /** A right side that was packed before, or null. */
    PackedWeights packed;

    private final int unit;
    private final int blockRows;
    private Phase phase = Phase.MULTIPLY;
    private Ending ending;

    /** Whether a and b have changed places: c is then still [n, m], and a bias belongs to its rows here. */
    boolean flipped;

    /** Whether a block is finished by who computes it: it has whole rows, and nothing is added to it any more. */
    private boolean finishing;

    /** Of the present phase. */
    private int parts;

    private int rowParts;
    private int columnParts;

    /**
     * @param unit the rows that stay together
     * @param blockRows the rows that are multiplied and finished together, while they are in the cache: a multiple of unit
     */
    Product(AbstractKernels kernels, Scratch scratch, int unit, int blockRows) {
        this.kernels = kernels;
        this.scratch = scratch;
        this.unit = unit;
        this.blockRows = blockRows;
    }

    private enum Phase {
        PACK_LEFT,
        PACK_RIGHT,
        MULTIPLY,
        FINISH
    }

    /** The columns that stay together. */
    abstract int groupWidth();

    /** Whether to compute the transposed product of what was just given; not for a side packed before. */
    boolean flips() {
        return false;
    }

    /** Passes over the inner dimension, each of which packs and multiplies; at least 1. */
    abstract int passes();

    /** Prepares a pass on the caller's thread. */
    abstract void begin(int pass);

    /** Pieces that the left side is packed in, 0 where it is read as it lies. */
    abstract int leftPieces();

    /** Pieces that the right side is packed in, 0 where it is read as it lies or was packed before. */
    abstract int rightPieces();

    abstract void packLeft(int firstPiece, int lastPiece);

    abstract void packRight(int firstPiece, int lastPiece);

    /**
     * This pass over some rows and columns of c.
     *
     * @param row the first, in a whole unit
     * @param own the working memory of the thread that computes it
     */
    abstract void block(int row, int rows, int firstColumn, int lastColumn, Scratch own);

    /** As {@link AbstractKernels#product}. */
    final void run(
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
            Ending ending) {
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
        this.ending = ending;
        this.packed = null;
        run();
    }

    /** As {@link AbstractKernels#product(float[], PackedWeights, float[], float[], int, Ending)}. */
    final void run(float[] x, PackedWeights w, float[] b, float[] y, int rows, Ending ending) {
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
        this.ending = ending;
        this.packed = w;
        run();
    }

    private void run() {
        if (m == 0 || n == 0) {
            return;
        }
        flipped = flips();
        if (flipped) {
            flip();
        }
        Workers workers = Workers.shared();
        int threads = (long) m * n * k < SMALL ? 1 : workers.threads();
        int wanted = threads == 1 ? 1 : threads * PARTS;
        divide(wanted, threads);
        int passes = passes();
        for (int pass = 0; pass < passes; pass++) {
            begin(pass);
            run(workers, Phase.PACK_LEFT, Math.min(wanted, leftPieces()));
            run(workers, Phase.PACK_RIGHT, Math.min(wanted, rightPieces()));
            finishing = pass == passes - 1 && columnParts == 1 && !flipped;
            run(workers, Phase.MULTIPLY, rowParts * columnParts);
        }
        if ((flipped || columnParts > 1) && ending.active()) {
            run(workers, Phase.FINISH, Math.min(wanted, flipped ? n : m));
        }
    }

    /** Computes {@code cᵀ = bᵀ aᵀ}: the same chains. */
    private void flip() {
        float[] oldA = a;
        int oldRow = aRow;
        int oldColumn = aColumn;
        int oldM = m;
        a = b;
        aRow = bColumn;
        aColumn = bRow;
        b = oldA;
        bRow = oldColumn;
        bColumn = oldRow;
        m = n;
        n = oldM;
    }

    /**
     * Whether each thread had better compute columns of its own, whose right side it packs itself: what another one's
     * cache holds takes longer to come than the end of the product by itself.
     */
    boolean prefersColumns() {
        return false;
    }

    /** Whole rows where there are enough of them, else columns as well. */
    private void divide(int wanted, int threads) {
        if (threads > 1 && prefersColumns() && groups() >= 2 * threads && units() >= PARTS) {
            rowParts = PARTS;
            columnParts = threads;
            return;
        }
        rowParts = Math.min(units(), wanted);
        columnParts = rowParts == wanted ? 1 : Math.min(groups(), (wanted + rowParts - 1) / rowParts);
    }

    final int units() {
        return (m + unit - 1) / unit;
    }

    final int groups() {
        return (n + groupWidth() - 1) / groupWidth();
    }

    private void run(Workers workers, Phase phase, int parts) {
        if (parts > 0) {
            this.phase = phase;
            this.parts = parts;
            workers.run(this, parts);
        }
    }

    @Override
    public final void run(int part) {
        switch (phase) {
            case PACK_LEFT -> packLeft(from(part, parts, leftPieces()), from(part + 1, parts, leftPieces()));
            case PACK_RIGHT -> packRight(from(part, parts, rightPieces()), from(part + 1, parts, rightPieces()));
            case MULTIPLY -> multiply(part % rowParts, part / rowParts);
            case FINISH -> {
                int rows = flipped ? n : m;
                int row = from(part, parts, rows);
                ending.apply(kernels, c, row, from(part + 1, parts, rows) - row, flipped ? m : n);
            }
        }
    }

    /** Where a part begins, and the one before it ends. */
    private static int from(int part, int parts, int whole) {
        return (int) ((long) part * whole / parts);
    }

    private void multiply(int rowPart, int columnPart) {
        int end = Math.min(m, from(rowPart + 1, rowParts, units()) * unit);
        int firstColumn = from(columnPart, columnParts, groups()) * groupWidth();
        int lastColumn = Math.min(n, from(columnPart + 1, columnParts, groups()) * groupWidth());
        Scratch own = Scratch.get();
        for (int i = from(rowPart, rowParts, units()) * unit; i < end; i += blockRows) {
            int rows = Math.min(blockRows, end - i);
            block(i, rows, firstColumn, lastColumn, own);
            if (finishing) {
                ending.apply(kernels, c, i, rows, n);
            }
        }
    }
}
