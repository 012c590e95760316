package dev.nacre.kernel;

/**
 * One normalisation by features, divided among threads: by features where a sum is made, by rows where none is. What belongs to
 * a feature is gone through again while it is in the cache: its sums, then its elements. An object of its own for each calling
 * thread, so that a call allocates nothing.
 */
final class FeaturePass implements Threads.Work {
    /** Elements below which handing over parts costs about what it brings. */
    static final int LEAST = 1 << 13;

    /** Planes below this are gone through row by row, with sums in double: their partial sums would mostly be overhead. */
    static final int PLANE = 16;

    private Kind kind = Kind.NORMALIZE;
    private AbstractKernels kernels;
    private BatchStatistics statistics;
    private float[] x;
    private float[] dy;
    private float[] y;
    private float[] mean;
    private float[] scale;
    private float[] shift;
    private float[] slope;
    private float[] weight;
    private float[] runningMean;
    private float[] runningVariance;
    private double[] sums;
    private double[] products;
    private Activation f;
    private boolean add;
    private int rows;
    private int features;
    private int inner;

    private enum Kind {
        NORMALIZE,
        BATCH,
        SUMS,
        GRADIENT,
        CHANNEL_SUM
    }

    private FeaturePass on(
            Kind kind, AbstractKernels kernels, float[] x, float[] y, int rows, int features, int inner) {
        this.kind = kind;
        this.kernels = kernels;
        this.x = x;
        this.y = y;
        this.rows = rows;
        this.features = features;
        this.inner = inner;
        return this;
    }

    /** {@code y = f(fma(x - mean, scale, shift))}. */
    void normalize(
            AbstractKernels kernels,
            float[] x,
            float[] y,
            float[] mean,
            float[] scale,
            float[] shift,
            int rows,
            int features,
            int inner,
            Activation f) {
        this.mean = mean;
        this.scale = scale;
        this.shift = shift;
        this.f = f;
        on(Kind.NORMALIZE, kernels, x, y, rows, features, inner);
        Threads.divide(this, rows, Math.max(1, LEAST / Math.max(1, features * inner)));
    }

    /** A training batch, with room for the scale of each feature. */
    void batch(
            AbstractKernels kernels,
            float[] x,
            float[] y,
            float[] weight,
            float[] shift,
            float[] runningMean,
            float[] runningVariance,
            BatchStatistics statistics,
            Scratch scratch,
            int rows,
            Activation f) {
        this.statistics = statistics;
        this.weight = weight;
        this.mean = statistics.mean;
        this.scale = scratch.lane(statistics.features);
        this.shift = shift;
        this.runningMean = runningMean;
        this.runningVariance = runningVariance;
        this.sums = scratch.sums(statistics.features);
        this.products = scratch.secondSums(statistics.features);
        this.f = f;
        on(Kind.BATCH, kernels, x, y, rows, statistics.features, statistics.inner)
                .byFeatures();
    }

    /** {@code sum dy} and {@code sum dy (x - mean)} into the statistics, and from them dx if it is not null. */
    void gradient(
            AbstractKernels kernels,
            float[] x,
            float[] dy,
            float[] dx,
            float[] weight,
            BatchStatistics statistics,
            Scratch scratch,
            int rows) {
        this.dy = dy;
        this.statistics = statistics;
        this.weight = weight;
        this.mean = statistics.mean;
        this.sums = statistics.sums;
        this.products = statistics.products;
        this.scale = scratch.lane(statistics.features);
        this.shift = scratch.secondLane(statistics.features);
        this.slope = scratch.row(statistics.features);
        on(dx == null ? Kind.SUMS : Kind.GRADIENT, kernels, x, dx, rows, statistics.features, statistics.inner)
                .byFeatures();
    }

    void channelSum(AbstractKernels kernels, float[] x, float[] s, int rows, int channels, int inner, boolean add) {
        this.add = add;
        this.sums = Scratch.get().sums(channels);
        on(Kind.CHANNEL_SUM, kernels, x, s, rows, channels, inner).byFeatures();
    }

    private void byFeatures() {
        int least = LEAST / Math.max(1, rows * inner);
        // Features side by side share cache lines.
        Threads.divide(this, features, Math.max(inner < PLANE ? 64 / inner : 1, least));
    }

    @Override
    public void run(int from, int to) {
        switch (kind) {
            case NORMALIZE -> normalizeRows(from, to, 0, features);
            case BATCH -> batch(from, to);
            case SUMS, GRADIENT -> gradient(from, to);
            case CHANNEL_SUM -> channelSums(from, to);
        }
    }

    private void channelSums(int from, int to) {
        if (inner < PLANE) {
            Moments.sums(x, sums, rows, features, inner, from, to);
        }
        for (int c = from; c < to; c++) {
            float sum = (float) (inner < PLANE ? sums[c] : total(FeatureSums.Term.DIFFERENCE, x, x, 0, c));
            y[c] = add ? y[c] + sum : sum;
        }
    }

    private double total(FeatureSums.Term term, float[] of, float[] with, float m, int feature) {
        return Scratch.get().featureSums.of(kernels, term, of, with, m, feature * inner, features * inner, rows, inner);
    }

    private void batch(int from, int to) {
        double n = (double) rows * inner;
        if (inner < PLANE) {
            Moments.of(x, sums, products, rows, features, inner, from, to);
            for (int feature = from; feature < to; feature++) {
                record(feature, sums[feature], products[feature] / n);
            }
            normalizeRows(0, rows, from, to);
            return;
        }
        for (int feature = from; feature < to; feature++) {
            // A number of the feature, so that a constant one has no rounding at all.
            float near = x[feature * inner];
            double exact = near + total(FeatureSums.Term.DIFFERENCE, x, x, near, feature) / n;
            float rounded = (float) exact;
            double squares = total(FeatureSums.Term.SQUARE, x, x, rounded, feature) / n;
            record(feature, exact, Math.max(0, squares - (exact - rounded) * (exact - rounded)));
            for (int row = 0; row < rows; row++) {
                normalizePlane(row, feature);
            }
        }
    }

    private void record(int feature, double exactMean, double variance) {
        double n = (double) rows * inner;
        float inverse = Moments.inverseDeviation(variance, statistics.epsilon);
        float momentum = statistics.momentum;
        mean[feature] = (float) exactMean;
        statistics.inverseDeviation[feature] = inverse;
        scale[feature] = weight == null ? inverse : inverse * weight[feature];
        runningMean[feature] = (1f - momentum) * runningMean[feature] + momentum * (float) exactMean;
        runningVariance[feature] =
                (1f - momentum) * runningVariance[feature] + momentum * (float) (variance * (n / (n - 1)));
    }

    private void normalizeRows(int fromRow, int toRow, int from, int to) {
        for (int row = fromRow; row < toRow; row++) {
            if (inner == 1) {
                kernels.normalizeRow(x, y, row * features, mean, scale, shift, from, to);
                finish(row * features + from, to - from);
                continue;
            }
            for (int feature = from; feature < to; feature++) {
                normalizePlane(row, feature);
            }
        }
    }

    private void normalizePlane(int row, int feature) {
        int at = (row * features + feature) * inner;
        if (f == Activation.RELU) {
            kernels.rectifyPlane(x, y, at, mean[feature], scale[feature], shift[feature], inner);
            return;
        }
        kernels.normalizePlane(x, y, at, mean[feature], scale[feature], shift[feature], inner);
        finish(at, inner);
    }

    private void finish(int at, int length) {
        if (f != Activation.IDENTITY) {
            kernels.forward(y, y, at, length, f);
        }
    }

    private void gradient(int from, int to) {
        boolean small = inner < PLANE;
        if (small) {
            Moments.gradients(x, dy, mean, sums, products, rows, features, inner, from, to);
        }
        for (int feature = from; feature < to; feature++) {
            if (!small) {
                sums[feature] = total(FeatureSums.Term.PRODUCT, x, dy, mean[feature], feature);
                products[feature] = Scratch.get().featureSums.products();
            }
            if (kind == Kind.SUMS) {
                continue;
            }
            slopes(feature);
            for (int row = 0; !small && row < rows; row++) {
                gradientPlane((row * features + feature) * inner, feature);
            }
        }
        if (small && kind == Kind.GRADIENT) {
            for (int row = 0; row < rows; row++) {
                if (inner == 1) {
                    gradientRow(row * features, from, to);
                    continue;
                }
                for (int feature = from; feature < to; feature++) {
                    gradientPlane((row * features + feature) * inner, feature);
                }
            }
        }
    }

    /** {@code dx = dy scale + shift + (x - mean) slope}. */
    private void slopes(int feature) {
        double n = (double) rows * inner;
        float inverse = statistics.inverseDeviation[feature];
        float factor = weight == null ? inverse : inverse * weight[feature];
        scale[feature] = factor;
        shift[feature] = (float) (-sums[feature] / n * factor);
        slope[feature] = (float) (-products[feature] / n * inverse * inverse * factor);
    }

    private void gradientRow(int at, int from, int to) {
        for (int j = from; j < to; j++) {
            y[at + j] = Math.fma(x[at + j] - mean[j], slope[j], Math.fma(dy[at + j], scale[j], shift[j]));
        }
    }

    private void gradientPlane(int at, int feature) {
        kernels.gradientPlane(x, dy, y, at, mean[feature], slope[feature], scale[feature], shift[feature], inner);
    }
}
