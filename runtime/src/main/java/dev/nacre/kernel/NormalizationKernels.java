package dev.nacre.kernel;

/**
 * Normalisation by statistics of a batch, of a sample, or of all samples seen. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface NormalizationKernels {
    /**
     * Batch normalisation: {@code y = (x - mean) / sqrt(variance + epsilon) * weight + bias} per feature, x and y
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
            boolean training);

    /** The gradient of {@link #batchNorm} in training with respect to its input: x, dy and dx [rows, features, inner]. */
    void batchNormGradient(float[] x, float[] dy, float[] dx, float[] weight, BatchStatistics statistics, int rows);

    /** The gradient of {@link #batchNorm} in training with respect to its weight and its bias, [features] each. */
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

    /** {@code y = x * scale + shift} per feature: x and y [rows, features, inner]; may be one array. A folded norm. */
    void affine(float[] x, float[] y, float[] scale, float[] shift, int rows, int features, int inner);

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
}
