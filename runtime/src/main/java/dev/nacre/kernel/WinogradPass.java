package dev.nacre.kernel;

/**
 * Convolutions by {@link Winograd}, for one calling thread: weights are transformed first, then samples, some together, are divided
 * among threads. Every element of a result comes from one order of operations, whatever is computed beside it. A provider says
 * how patches are transformed.
 */
abstract class WinogradPass implements Workers.Work {
    /** Multiply-adds below which handing over parts costs more than it brings. */
    private static final long SMALL = 1 << 18;

    /** Parts for each thread, as in {@link Convolver}. */
    private static final int PARTS = 3;

    private final Convolver convolver;

    private Winograd sizes;
    private Ending ending;
    private float[] x;
    private float[] w;
    private float[] b;
    private float[] y;
    private float[] points;
    private boolean weights;
    private int samples;
    private int count;
    private int parts;

    WinogradPass(Convolver convolver) {
        this.convolver = convolver;
    }

    /**
     * Transforms the patches of some rows of squares of one channel of one sample, {@code Bᵀ d B}.
     *
     * @param to receives the first point of the first tile at {@code at}, that of the tile after it behind it, and the next point
     *     {@link Winograd#patchPoint} further on; whole vectors may be written
     */
    abstract void patches(Winograd sizes, float[] x, int xAt, int firstRow, int rows, float[] to, int at, Scratch own);

    /**
     * Transforms the products of some rows of squares of one channel of one sample, {@code Aᵀ m A + bias}.
     *
     * @param point the distance of points in m
     * @param yAt of the channel
     * @param end up to where what comes behind the rows may be written in y
     */
    abstract void result(
            Winograd sizes,
            float[] m,
            int at,
            int point,
            float bias,
            int firstRow,
            int rows,
            float[] y,
            int yAt,
            int end,
            Scratch own);

    /**
     * {@code y = ending(conv(x, w) + b)}.
     *
     * @param transformed the weights by {@link Winograd#transform}, or null: w is transformed
     */
    final void run(
            Winograd sizes,
            float[] x,
            float[] w,
            float[] transformed,
            float[] b,
            float[] y,
            int samples,
            Ending ending,
            Scratch scratch) {
        this.sizes = sizes;
        this.x = x;
        this.w = w;
        this.b = b;
        this.y = y;
        this.samples = samples;
        this.ending = ending;
        long work = (long) samples * sizes.in * sizes.out * sizes.places(1, sizes.down) * Winograd.POINTS;
        int threads = work < SMALL ? 1 : Workers.shared().threads();
        points = transformed;
        if (points == null) {
            points = scratch.packedLeft(sizes.weights(Winograd.POINTS));
            weights = true;
            divide(sizes.out, threads);
        }
        weights = false;
        divide((samples + sizes.samples - 1) / sizes.samples, threads);
    }

    private void divide(int count, int threads) {
        this.count = count;
        parts = threads == 1 ? 1 : Math.min(count, threads * PARTS);
        Workers.shared().run(this, parts);
    }

    @Override
    public final void run(int part) {
        int from = (int) ((long) part * count / parts);
        int to = (int) ((long) (part + 1) * count / parts);
        if (weights) {
            for (int output = from; output < to; output++) {
                sizes.transform(w, output, points);
            }
            return;
        }
        Scratch own = Scratch.get();
        for (int block = from; block < to; block++) {
            int first = block * sizes.samples;
            int together = Math.min(sizes.samples, samples - first);
            for (int row = 0; row < sizes.down; row += sizes.band) {
                band(first, together, row, Math.min(sizes.band, sizes.down - row), own);
            }
            int length = sizes.out * sizes.rows * sizes.columns;
            for (int sample = first; sample < first + together; sample++) {
                ending.apply(convolver.kernels, y, sample, 1, length);
            }
        }
    }

    private void band(int first, int together, int row, int rows, Scratch own) {
        Winograd s = sizes;
        int patchPoint = s.patchPoint();
        int places = s.places(1, rows);
        float[] patches = own.planes(Winograd.POINTS * patchPoint + Planes.SLACK);
        for (int channel = 0; channel < s.in; channel++) {
            for (int i = 0; i < together; i++) {
                int from = ((first + i) * s.in + channel) * s.height * s.width;
                patches(s, x, from, row, rows, patches, s.taps[channel] + i * places, own);
            }
        }
        int columns = together * places;
        int distance = convolver.padded(columns);
        int point = s.productPoint(distance);
        float[] products = own.results(Winograd.POINTS * point + Planes.SLACK);
        for (int p = 0; p < Winograd.POINTS; p++) {
            convolver.multiply(
                    points,
                    s.weights(p),
                    patches,
                    p * patchPoint,
                    s.taps,
                    null,
                    0,
                    products,
                    p * point,
                    s.out,
                    columns,
                    own);
        }
        boolean whole = rows == s.down;
        int length = s.rows * s.columns;
        for (int i = 0; i < together; i++) {
            for (int output = 0; output < s.out; output++) {
                int from = output * distance + i * places;
                int to = ((first + i) * s.out + output) * length;
                // The first rows of the next channel are there already where this is not the only band.
                int end = whole ? (first + i + 1) * s.out * length : to + length;
                result(s, products, from, point, b == null ? 0f : b[output], row, rows, y, to, end, own);
            }
        }
    }
}
