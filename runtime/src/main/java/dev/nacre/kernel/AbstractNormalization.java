package dev.nacre.kernel;

/**
 * The normalisations of {@link Kernels}: checks, and what {@link FeaturePass} needs of a provider. What is done to every element
 * is one form for all of them, {@code (x - mean) * scale + shift} with a fused multiply-add.
 */
abstract class AbstractNormalization implements Kernels {
    /** {@code y = fma(x - mean, scale, shift)} for some features of a row, each of one element; offset is that of the row. */
    abstract void normalizeRow(
            float[] x, float[] y, int offset, float[] mean, float[] scale, float[] shift, int from, int to);

    /** The same for some elements of one feature. */
    abstract void normalizePlane(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner);

    /** {@link #normalizePlane}, and the rectifier of that. */
    void rectifyPlane(float[] x, float[] y, int offset, float mean, float scale, float shift, int inner) {
        normalizePlane(x, y, offset, mean, scale, shift, inner);
        shared().forward(y, y, offset, inner, Activation.RELU);
    }

    /** {@code dx = fma(x - mean, slope, fma(dy, scale, shift))} for some elements of one feature. */
    abstract void gradientPlane(
            float[] x,
            float[] dy,
            float[] dx,
            int offset,
            float mean,
            float slope,
            float scale,
            float shift,
            int inner);

    /**
     * Adds {@code whole} elements, a multiple of 16, to 16 partial sums as {@link FeatureSums} says, those of products being the
     * second 16; products and squares by fused multiply-adds.
     */
    abstract void partialSums(
            FeatureSums.Term term, float[] x, float[] dy, float m, int at, int whole, float[] partial);

    /** This, where what both providers share is known. */
    private AbstractKernels shared() {
        return (AbstractKernels) this;
    }

    @Override
    public final void batchNorm(
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            float[] runningMean,
            float[] runningVariance,
            BatchStatistics statistics,
            int rows,
            boolean training,
            Activation f,
            Mask mask) {
        int features = statistics.features;
        int inner = statistics.inner;
        check("x", x, "y", y, rows, features, inner);
        optional("weight", weight, features);
        optional("bias", bias, features);
        Arguments.vector("runningMean", runningMean, features);
        Arguments.vector("runningVariance", runningVariance, features);
        Scratch scratch = Scratch.get();
        float[] shift = bias == null ? scratch.zeros(features) : bias;
        // A mask falls on whole rows, so that it and what is before it are done row by row.
        Activation now = mask.changes() ? Activation.IDENTITY : f;
        statistics.summed = null;
        if (training) {
            if ((double) rows * inner < 2) {
                throw new IllegalArgumentException(
                        "batch normalisation in training needs at least 2 values per feature, but " + rows + " rows of "
                                + inner + " give " + rows * inner
                                + "; use a larger batch, drop the incomplete last batch, or call eval()");
            }
            scratch.features()
                    .batch(shared(), x, y, weight, shift, runningMean, runningVariance, statistics, scratch, rows, now);
        } else {
            float[] scale = scratch.lane(features);
            for (int feature = 0; feature < features; feature++) {
                float inverse = Moments.inverseDeviation(runningVariance[feature], statistics.epsilon);
                scale[feature] = weight == null ? inverse : inverse * weight[feature];
            }
            normalize(x, y, runningMean, scale, shift, rows, features, inner, now);
        }
        if (now != f || mask.changes()) {
            activate(y, y, rows, features * inner, f, mask);
        }
    }

    private void normalize(
            float[] x,
            float[] y,
            float[] mean,
            float[] scale,
            float[] shift,
            int rows,
            int features,
            int inner,
            Activation f) {
        Scratch.get().features().normalize(shared(), x, y, mean, scale, shift, rows, features, inner, f);
    }

    @Override
    public final void batchNormGradient(
            float[] x, float[] dy, float[] dx, float[] weight, BatchStatistics statistics, int rows) {
        int features = statistics.features;
        int inner = statistics.inner;
        check("x", x, "dy", dy, rows, features, inner);
        check("dx", dx, "dy", dy, rows, features, inner);
        optional("weight", weight, features);
        Scratch scratch = Scratch.get();
        scratch.features().gradient(shared(), x, dy, dx, weight, statistics, scratch, rows);
        statistics.summed = dy;
    }

    @Override
    public final void batchNormWeightGradient(
            float[] x, float[] dy, float[] dw, float[] db, BatchStatistics statistics, int rows, boolean add) {
        int features = statistics.features;
        check("x", x, "dy", dy, rows, features, statistics.inner);
        Arguments.vector("dw", dw, features);
        Arguments.vector("db", db, features);
        if (statistics.summed != dy) {
            Scratch scratch = Scratch.get();
            scratch.features().gradient(shared(), x, dy, null, null, statistics, scratch, rows);
        }
        statistics.summed = null;
        for (int f = 0; f < features; f++) {
            float product = (float) (statistics.products[f] * statistics.inverseDeviation[f]);
            float sum = (float) statistics.sums[f];
            dw[f] = add ? dw[f] + product : product;
            db[f] = add ? db[f] + sum : sum;
        }
    }

    @Override
    public final void channelSum(float[] x, float[] s, int samples, int channels, int elements, boolean add) {
        check("x", x, "x", x, samples, channels, elements);
        Arguments.vector("s", s, channels);
        Scratch.get().features().channelSum(shared(), x, s, samples, channels, elements, add);
    }

    @Override
    public final void groupNorm(
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon,
            Activation f,
            Mask mask) {
        check("x", x, "y", y, samples, channels, inner);
        optional("weight", weight, channels);
        optional("bias", bias, channels);
        divides(groups, channels);
        Activation now = mask.changes() ? Activation.IDENTITY : f;
        Scratch.get().groups().forward(shared(), x, y, weight, bias, samples, channels, inner, groups, epsilon, now);
        if (now != f || mask.changes()) {
            activate(y, y, samples, channels * inner, f, mask);
        }
    }

    @Override
    public final void instanceNorm(
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            float[] runningMean,
            float[] runningVariance,
            BatchStatistics statistics,
            int rows,
            boolean training,
            Activation f,
            Mask mask) {
        int features = statistics.features;
        int inner = statistics.inner;
        if (!training) {
            batchNorm(x, y, weight, bias, runningMean, runningVariance, statistics, rows, false, f, mask);
            return;
        }
        check("x", x, "y", y, rows, features, inner);
        optional("weight", weight, features);
        optional("bias", bias, features);
        Arguments.vector("runningMean", runningMean, features);
        Arguments.vector("runningVariance", runningVariance, features);
        if (rows < 1 || inner < 2) {
            throw new IllegalArgumentException(
                    "instance normalisation with running statistics needs at least 1 row with 2 values per feature, but there are "
                            + rows + " rows of " + inner);
        }
        Activation now = mask.changes() ? Activation.IDENTITY : f;
        Scratch.get()
                .groups()
                .instances(shared(), x, y, weight, bias, runningMean, runningVariance, statistics, rows, now);
        if (now != f || mask.changes()) {
            activate(y, y, rows, features * inner, f, mask);
        }
    }

    @Override
    public final void groupNormGradient(
            float[] x,
            float[] dy,
            float[] dx,
            float[] weight,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon) {
        check("x", x, "dy", dy, samples, channels, inner);
        check("dx", dx, "dy", dy, samples, channels, inner);
        optional("weight", weight, channels);
        divides(groups, channels);
        Scratch.get().groups().gradient(shared(), x, dy, dx, weight, samples, channels, inner, groups, epsilon);
    }

    @Override
    public final void groupNormWeightGradient(
            float[] x,
            float[] dy,
            float[] dw,
            float[] db,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon,
            boolean add) {
        check("x", x, "dy", dy, samples, channels, inner);
        Arguments.vector("dw", dw, channels);
        Arguments.vector("db", db, channels);
        divides(groups, channels);
        Scratch scratch = Scratch.get();
        double[] weights = scratch.sums(channels);
        double[] biases = scratch.secondSums(channels);
        scratch.groups().weightGradient(shared(), x, dy, weights, biases, samples, channels, inner, groups, epsilon);
        for (int c = 0; c < channels; c++) {
            dw[c] = (float) (add ? dw[c] + weights[c] : weights[c]);
            db[c] = (float) (add ? db[c] + biases[c] : biases[c]);
        }
    }

    private static void divides(int groups, int channels) {
        if (groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(
                    groups + " groups do not divide " + channels + " channels; use a divisor of " + channels);
        }
    }

    @Override
    public final void accumulateStatistics(
            float[] x, float[] mean, float[] variance, float[] count, int rows, int features, int inner) {
        check("x", x, "x", x, rows, features, inner);
        Arguments.vector("mean", mean, features);
        Arguments.vector("variance", variance, features);
        Arguments.vector("count", count, features);
        RunningMoments.merge(x, mean, variance, count, rows, features, inner);
    }

    @Override
    public final void standardize(
            float[] x, float[] y, float[] mean, float[] variance, int rows, int features, int inner, float epsilon) {
        check("x", x, "y", y, rows, features, inner);
        Arguments.vector("mean", mean, features);
        Arguments.vector("variance", variance, features);
        Scratch scratch = Scratch.get();
        float[] scale = scratch.lane(features);
        inverseDeviations(variance, scale, features, epsilon);
        normalize(x, y, mean, scale, scratch.zeros(features), rows, features, inner, Activation.IDENTITY);
    }

    @Override
    public final void standardizeGradient(
            float[] dy, float[] dx, float[] variance, int rows, int features, int inner, float epsilon) {
        check("dy", dy, "dx", dx, rows, features, inner);
        Arguments.vector("variance", variance, features);
        Scratch scratch = Scratch.get();
        float[] scale = scratch.lane(features);
        float[] zeros = scratch.zeros(features);
        inverseDeviations(variance, scale, features, epsilon);
        normalize(dy, dx, zeros, scale, zeros, rows, features, inner, Activation.IDENTITY);
    }

    @Override
    public final void affine(
            float[] x, float[] y, float[] scale, float[] shift, int rows, int features, int inner, Activation f) {
        check("x", x, "y", y, rows, features, inner);
        Arguments.vector("scale", scale, features);
        Arguments.vector("shift", shift, features);
        normalize(x, y, Scratch.get().zeros(features), scale, shift, rows, features, inner, f);
    }

    private static void inverseDeviations(float[] variance, float[] result, int features, float epsilon) {
        for (int f = 0; f < features; f++) {
            result[f] = Moments.inverseDeviation(variance[f], epsilon);
        }
    }

    private static void check(String aName, float[] a, String bName, float[] b, int rows, int features, int inner) {
        Arguments.sizes(rows, features);
        Arguments.sizes(rows, inner);
        Arguments.array(aName, a, rows, Math.multiplyExact(features, inner));
        Arguments.array(bName, b, rows, features * inner);
    }

    private static void optional(String name, float[] array, int features) {
        if (array != null) {
            Arguments.vector(name, array, features);
        }
    }
}
