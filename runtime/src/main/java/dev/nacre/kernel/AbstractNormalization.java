package dev.nacre.kernel;

/**
 * The normalisations of {@link Kernels}. Statistics are summed in double, down the rows and, for inner above 1, along
 * each feature's elements; so both providers share them. What is done to every element is one form for all of them,
 * {@code (x - mean) * scale + shift} with a fused multiply-add, and belongs to the provider.
 */
abstract class AbstractNormalization implements Kernels {
    /**
     * {@code y = fma(x - mean, scale, shift)}, one mean, scale and shift per feature; x and y [rows, features, inner].
     */
    abstract void normalize(
            float[] x, float[] y, float[] mean, float[] scale, float[] shift, int rows, int features, int inner);

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
            boolean training) {
        int features = statistics.features;
        int inner = statistics.inner;
        check("x", x, "y", y, rows, features, inner);
        optional("weight", weight, features);
        optional("bias", bias, features);
        Arguments.vector("runningMean", runningMean, features);
        Arguments.vector("runningVariance", runningVariance, features);
        Scratch scratch = Scratch.get();
        float[] scale = scratch.row(features);
        float[] shift = bias;
        float[] mean = runningMean;
        if (shift == null) {
            shift = scratch.zeros(features);
        }
        if (training) {
            Moments.record(x, statistics, runningMean, runningVariance, rows, scratch);
            mean = statistics.mean;
            System.arraycopy(statistics.inverseDeviation, 0, scale, 0, features);
        } else {
            inverseDeviations(runningVariance, scale, features, statistics.epsilon);
        }
        if (weight != null) {
            for (int f = 0; f < features; f++) {
                scale[f] *= weight[f];
            }
        }
        normalize(x, y, mean, scale, shift, rows, features, inner);
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
        double[] sums = scratch.sums(features);
        double[] products = scratch.secondSums(features);
        Moments.gradients(x, dy, statistics, sums, products, rows);
        double n = (double) rows * inner;
        float[] deviations = statistics.inverseDeviation;
        for (int row = 0; row < rows; row++) {
            for (int f = 0; f < features; f++) {
                float deviation = deviations[f];
                float factor = weight == null ? deviation : deviation * weight[f];
                float meanGradient = (float) (sums[f] / n);
                float slope = (float) (products[f] / n) * deviation;
                float mean = statistics.mean[f];
                int at = (row * features + f) * inner;
                for (int i = at; i < at + inner; i++) {
                    dx[i] = (dy[i] - meanGradient - (x[i] - mean) * slope) * factor;
                }
            }
        }
    }

    @Override
    public final void batchNormWeightGradient(
            float[] x, float[] dy, float[] dw, float[] db, BatchStatistics statistics, int rows, boolean add) {
        int features = statistics.features;
        check("x", x, "dy", dy, rows, features, statistics.inner);
        Arguments.vector("dw", dw, features);
        Arguments.vector("db", db, features);
        Scratch scratch = Scratch.get();
        double[] sums = scratch.sums(features);
        double[] products = scratch.secondSums(features);
        Moments.gradients(x, dy, statistics, sums, products, rows);
        for (int f = 0; f < features; f++) {
            dw[f] = add ? dw[f] + (float) products[f] : (float) products[f];
            db[f] = add ? db[f] + (float) sums[f] : (float) sums[f];
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
        float[] scale = scratch.row(features);
        inverseDeviations(variance, scale, features, epsilon);
        normalize(x, y, mean, scale, scratch.zeros(features), rows, features, inner);
    }

    @Override
    public final void standardizeGradient(
            float[] dy, float[] dx, float[] variance, int rows, int features, int inner, float epsilon) {
        check("dy", dy, "dx", dx, rows, features, inner);
        Arguments.vector("variance", variance, features);
        Scratch scratch = Scratch.get();
        float[] scale = scratch.row(features);
        float[] zeros = scratch.zeros(features);
        inverseDeviations(variance, scale, features, epsilon);
        normalize(dy, dx, zeros, scale, zeros, rows, features, inner);
    }

    @Override
    public final void affine(float[] x, float[] y, float[] scale, float[] shift, int rows, int features, int inner) {
        check("x", x, "y", y, rows, features, inner);
        Arguments.vector("scale", scale, features);
        Arguments.vector("shift", shift, features);
        normalize(x, y, Scratch.get().zeros(features), scale, shift, rows, features, inner);
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
