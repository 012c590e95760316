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
    private boolean backward;
    private boolean weights;
    private int samples;
    private int count;
    private int parts;

    WinogradPass(Convolver convolver) {
        this.convolver = convolver;
    }

    /**
     * Transforms the patches of one channel of one sample, {@code Bᵀ d B}.
     *
     * @param to receives the first point of the first tile at {@code at}, that of the tile after it behind it, and the next point
     *     {@link Winograd#patchPoint} further on; whole vectors may be written
     */
    abstract void patches(Winograd sizes, float[] x, int xAt, float[] to, int at, Scratch own);

    /**
     * Transforms the products of one channel of one sample, {@code Aᵀ m A + bias}.
     *
     * @param point the distance of points in m
     * @param end of the sample in y: up to it, what comes behind the channel may be written
     */
    abstract void result(
            Winograd sizes, float[] m, int at, int point, float bias, float[] y, int yAt, int end, Scratch own);

    /**
     * {@code y = ending(conv(x, w) + b)}.
     *
     * @param w [out, in, 3, 3] or, for a way backward, [in, out, 3, 3] to be turned around
     */
    final void run(
            Winograd sizes,
            boolean backward,
            float[] x,
            float[] w,
            float[] b,
            float[] y,
            int samples,
            Ending ending,
            Scratch scratch) {
        this.sizes = sizes;
        this.backward = backward;
        this.x = x;
        this.w = w;
        this.b = b;
        this.y = y;
        this.samples = samples;
        this.ending = ending;
        points = scratch.packedLeft(Winograd.POINTS * sizes.weightPoint());
        long work = (long) samples * sizes.in * sizes.out * sizes.tiles() * Winograd.POINTS;
        int threads = work < SMALL ? 1 : Workers.shared().threads();
        weights = true;
        divide(sizes.out, threads);
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
                weights(output);
            }
        } else {
            Scratch own = Scratch.get();
            for (int block = from; block < to; block++) {
                int first = block * sizes.samples;
                tiles(first, Math.min(sizes.samples, samples - first), own);
            }
        }
    }

    /** {@code G g Gᵀ} for all kernels of an output, in double precision because they are few. */
    private void weights(int output) {
        Winograd s = sizes;
        int step = backward ? -1 : 1;
        for (int channel = 0; channel < s.in; channel++) {
            int at = (backward ? channel * s.out + output : output * s.in + channel) * 9 + (backward ? 8 : 0);
            int to = output * s.in + channel;
            int row = Winograd.SIDE * s.weightPoint();
            double top0 = w[at];
            double top1 = w[at + step];
            double top2 = w[at + 2 * step];
            double middle0 = w[at + 3 * step];
            double middle1 = w[at + 4 * step];
            double middle2 = w[at + 5 * step];
            double bottom0 = w[at + 6 * step];
            double bottom1 = w[at + 7 * step];
            double bottom2 = w[at + 8 * step];
            double outer0 = (top0 + bottom0) / 2;
            double outer1 = (top1 + bottom1) / 2;
            double outer2 = (top2 + bottom2) / 2;
            weightRow(top0, top1, top2, to);
            weightRow(outer0 + middle0 / 2, outer1 + middle1 / 2, outer2 + middle2 / 2, to + row);
            weightRow(outer0 - middle0 / 2, outer1 - middle1 / 2, outer2 - middle2 / 2, to + 2 * row);
            weightRow(bottom0, bottom1, bottom2, to + 3 * row);
        }
    }

    private void weightRow(double left, double middle, double right, int to) {
        int point = sizes.weightPoint();
        double outer = (left + right) / 2;
        points[to] = (float) left;
        points[to + point] = (float) (outer + middle / 2);
        points[to + 2 * point] = (float) (outer - middle / 2);
        points[to + 3 * point] = (float) right;
    }

    private void tiles(int first, int together, Scratch own) {
        Winograd s = sizes;
        int patchPoint = s.patchPoint();
        float[] patches = own.planes(Winograd.POINTS * patchPoint + Planes.SLACK);
        int image = s.height * s.width;
        for (int channel = 0; channel < s.in; channel++) {
            for (int i = 0; i < together; i++) {
                int from = ((first + i) * s.in + channel) * image;
                patches(s, x, from, patches, s.taps[channel] + i * s.tiles(), own);
            }
        }
        int columns = together * s.tiles();
        int distance = convolver.padded(columns);
        int point = s.out * distance + 16;
        float[] products = own.results(Winograd.POINTS * point + Planes.SLACK);
        for (int p = 0; p < Winograd.POINTS; p++) {
            convolver.multiply(
                    points,
                    p * s.weightPoint(),
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
        for (int i = 0; i < together; i++) {
            int sample = first + i;
            int end = (sample + 1) * s.out * s.rows * s.columns;
            for (int output = 0; output < s.out; output++) {
                int from = output * distance + i * s.tiles();
                int to = (sample * s.out + output) * s.rows * s.columns;
                result(s, products, from, point, b == null ? 0f : b[output], y, to, end, own);
            }
            ending.apply(convolver.kernels, y, sample, 1, s.out * s.rows * s.columns);
        }
    }
}
