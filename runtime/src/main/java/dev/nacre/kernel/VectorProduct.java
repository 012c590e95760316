package dev.nacre.kernel;

/** The products of the Vector API: sides that do not lie as tiles read them are packed whole, before the only pass. */
final class VectorProduct extends Product {
    /** Rows come in multiples of every tile's height. */
    private static final int UNIT = VectorPacking.HEIGHT;

    /** The packed sides, or null where they are read as they lie. */
    private float[] left;

    private float[] right;
    private float[] edge;

    VectorProduct(AbstractKernels kernels, Scratch scratch) {
        super(kernels, scratch, UNIT);
    }

    @Override
    int groupWidth() {
        return VectorPacking.column(1);
    }

    @Override
    int passes() {
        return 1;
    }

    /** A left side is packed whose rows are not contiguous, and a right side whose columns are. */
    @Override
    void begin(int pass) {
        left = aColumn == 1 ? null : scratch.packedLeft(units() * UNIT * k);
        right = packed != null ? packed.panels : bColumn == 1 ? null : scratch.packed(VectorPacking.length(n, k));
        edge = right == null ? VectorPacking.edge(b, bRow, n, k, scratch) : null;
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
        VectorPacking.right(b, bRow, bColumn, right, n, k, firstPiece, lastPiece);
    }

    @Override
    void block(int row, int rows, int firstColumn, int lastColumn, Scratch own) {
        for (int j = firstColumn; j < lastColumn; j += VectorPacking.panel(n - j)) {
            panel(row, rows, j, own);
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
