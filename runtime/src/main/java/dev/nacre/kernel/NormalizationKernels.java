package dev.nacre.kernel;

/**
 * Normalisation by statistics of a batch, of a sample, or of all samples seen. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface NormalizationKernels {
    /**
     * Batch normalisation: {@code y = mask(f((x - mean) / sqrt(variance + epsilon) * weight + bias))} per feature, x and y
     * [rows, features, inner].
     *
     * @param statistics the sizes, the constants and, after a training call, the batch's mean and inverse deviation
     * @param weight [features], or null for ones
     * @param bias [features], or null for zeros
     * @param runningMean [features]; moved in training, used otherwise
     * @param runningVariance [features]; moved (with the unbiased variance) in training, used otherwise
     * @param training whether to use and record the batch's statistics
     */
    void batchNorm(
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
            Mask mask);

    /** The same without dropout. */
    default void batchNorm(
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            float[] runningMean,
            float[] runningVariance,
            BatchStatistics statistics,
            int rows,
            boolean training,
            Activation f) {
        batchNorm(x, y, weight, bias, runningMean, runningVariance, statistics, rows, training, f, Mask.NONE);
    }

    /** The gradient of the norm in training with respect to its input, dy being that of what f reads: x, dy and dx [rows, features, inner]. */
    void batchNormGradient(float[] x, float[] dy, float[] dx, float[] weight, BatchStatistics statistics, int rows);

    /**
     * The gradient of the norm in training with respect to its weight and its bias, [features] each. Right after {@link
     * #batchNormGradient} of the same x and dy it takes the sums that are known from there.
     */
    void batchNormWeightGradient(
            float[] x, float[] dy, float[] dw, float[] db, BatchStatistics statistics, int rows, boolean add);

    /**
     * Merges the rows into running statistics of everything seen so far (Chan et al., 1979): x [rows, features, inner],
     * mean, (biased) variance and count, the number of values seen, [features]. NaN, a missing number, is left out.
     */
    void accumulateStatistics(
            float[] x, float[] mean, float[] variance, float[] count, int rows, int features, int inner);

    /** {@code y = (x - mean) / sqrt(variance + epsilon)} per feature: x and y [rows, features, inner]; NaN stays NaN. */
    void standardize(
            float[] x, float[] y, float[] mean, float[] variance, int rows, int features, int inner, float epsilon);

    /** {@code dx = dy / sqrt(variance + epsilon)} per feature: dy and dx [rows, features, inner]. */
    void standardizeGradient(
            float[] dy, float[] dx, float[] variance, int rows, int features, int inner, float epsilon);

    /** {@code y = f(x * scale + shift)} per feature: x and y [rows, features, inner]; may be one array. A folded norm. */
    void affine(float[] x, float[] y, float[] scale, float[] shift, int rows, int features, int inner, Activation f);

    /**
     * Layer normalisation: {@code y = (x - mean) / sqrt(variance + epsilon) * weight + bias}, mean and biased variance of
     * each row; x and y [rows, columns].
     *
     * @param weight [columns], or null for ones
     * @param bias [columns], or null for zeros; null without a weight
     */
    default void layerNorm(float[] x, float[] y, float[] weight, float[] bias, int rows, int columns, float epsilon) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Arguments.optional("weight", weight, columns);
        Arguments.optional("bias", bias, columns);
        if (weight == null && bias != null) {
            throw new IllegalArgumentException("there is a bias and no weight; give a weight of ones with it");
        }
        RowNorms.layerNorm(x, y, weight, bias, rows, columns, epsilon);
    }

    /**
     * The gradient of {@link #layerNorm} with respect to its input: x, dy and dx [rows, columns].
     *
     * @param weight [columns], or null for ones
     */
    default void layerNormGradient(
            float[] x, float[] dy, float[] dx, float[] weight, int rows, int columns, float epsilon) {
        Arguments.pair("x", x, "dy", dy, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        Arguments.optional("weight", weight, columns);
        RowNorms.layerNormGradient(x, dy, dx, weight, rows, columns, epsilon);
    }

    /**
     * The gradient of {@link #layerNorm} with respect to its weight and its bias, [columns] each: x and dy [rows, columns].
     *
     * @param db null where there is no bias
     */
    default void layerNormWeightGradient(
            float[] x, float[] dy, float[] dw, float[] db, int rows, int columns, float epsilon, boolean add) {
        Arguments.pair("x", x, "dy", dy, rows, columns);
        Arguments.vector("dw", dw, columns);
        Arguments.optional("db", db, columns);
        RowNorms.layerNormWeightGradient(x, dy, dw, db, rows, columns, epsilon, add);
    }

    /**
     * Root mean square normalisation: {@code y = x / sqrt(mean(x^2) + epsilon) * weight} per row; x and y [rows, columns].
     *
     * @param weight [columns], or null for ones
     */
    default void rmsNorm(float[] x, float[] y, float[] weight, int rows, int columns, float epsilon) {
        Arguments.pair("x", x, "y", y, rows, columns);
        Arguments.optional("weight", weight, columns);
        RowNorms.rmsNorm(x, y, weight, rows, columns, epsilon);
    }

    /**
     * The gradient of {@link #rmsNorm} with respect to its input: x, dy and dx [rows, columns].
     *
     * @param weight [columns], or null for ones
     */
    default void rmsNormGradient(
            float[] x, float[] dy, float[] dx, float[] weight, int rows, int columns, float epsilon) {
        Arguments.pair("x", x, "dy", dy, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        Arguments.optional("weight", weight, columns);
        RowNorms.rmsNormGradient(x, dy, dx, weight, rows, columns, epsilon);
    }

    /** The gradient of {@link #rmsNorm} with respect to its weight, [columns]: x and dy [rows, columns]. */
    default void rmsNormWeightGradient(
            float[] x, float[] dy, float[] dw, int rows, int columns, float epsilon, boolean add) {
        Arguments.pair("x", x, "dy", dy, rows, columns);
        Arguments.vector("dw", dw, columns);
        RowNorms.rmsNormWeightGradient(x, dy, dw, rows, columns, epsilon, add);
    }

    /**
     * Group normalisation: {@code y = mask(f((x - mean) / sqrt(variance + epsilon) * weight + bias))}, mean and biased variance of each
     * sample's group of channels side by side; x and y [samples, channels, inner]. With as many groups as channels it is instance
     * normalisation.
     *
     * @param weight [channels], or null for ones
     * @param bias [channels], or null for zeros
     * @param groups a divisor of channels
     */
    void groupNorm(
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
            Mask mask);

    /** The same without dropout. */
    default void groupNorm(
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon,
            Activation f) {
        groupNorm(x, y, weight, bias, samples, channels, inner, groups, epsilon, f, Mask.NONE);
    }

    /**
     * Instance normalisation with running statistics: in training {@code y = mask(f((x - mean) / sqrt(variance + epsilon) * weight + bias))} with
     * the mean and the biased variance of each feature of each row, whose gradients are those of {@link #groupNorm} with a group for each
     * feature; else {@link #batchNorm}.
     *
     * @param runningMean [features]; moved by the mean of the rows' means in training, used otherwise
     * @param runningVariance [features]; moved by the mean of the rows' unbiased variances in training, used otherwise
     */
    void instanceNorm(
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
            Mask mask);

    /** The same without dropout. */
    default void instanceNorm(
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            float[] runningMean,
            float[] runningVariance,
            BatchStatistics statistics,
            int rows,
            boolean training,
            Activation f) {
        instanceNorm(x, y, weight, bias, runningMean, runningVariance, statistics, rows, training, f, Mask.NONE);
    }

    /** The gradient of {@link #groupNorm} with respect to its input: x, dy and dx [samples, channels, inner]. */
    void groupNormGradient(
            float[] x,
            float[] dy,
            float[] dx,
            float[] weight,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon);

    /** The gradient of {@link #groupNorm} with respect to its weight and its bias, [channels] each. */
    void groupNormWeightGradient(
            float[] x,
            float[] dy,
            float[] dw,
            float[] db,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon,
            boolean add);

    /**
     * Local response normalisation: {@code y_c = x_c / (k + alpha / size * sum x_j^2)^beta}, j from {@code c - size / 2} to {@code c
     * + (size - 1) / 2} where there are such channels; x and y [samples, channels, inner].
     */
    default void localResponseNorm(
            float[] x, float[] y, int samples, int channels, int inner, int size, float alpha, float beta, float k) {
        Arguments.pair("x", x, "y", y, samples, Arguments.product(channels, inner));
        Arguments.distinct("x", x, "y", y);
        Scratch.get().localResponse().run(x, null, y, samples, channels, inner, size, alpha, beta, k);
    }

    /** The gradient of {@link #localResponseNorm}: x, dy and dx [samples, channels, inner]. */
    default void localResponseNormGradient(
            float[] x,
            float[] dy,
            float[] dx,
            int samples,
            int channels,
            int inner,
            int size,
            float alpha,
            float beta,
            float k) {
        Arguments.pair("x", x, "dy", dy, samples, Arguments.product(channels, inner));
        Arguments.array("dx", dx, samples, channels * inner);
        Scratch.get().localResponse().run(x, dy, dx, samples, channels, inner, size, alpha, beta, k);
    }
}
