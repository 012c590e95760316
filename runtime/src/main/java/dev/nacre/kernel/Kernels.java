package dev.nacre.kernel;

/**
 * The arithmetic that generated networks call. Arrays are dense and row-major; {@code rows} counts the batch (times the
 * leading axes of a sample, where a layer works on the last axis); arrays may be longer than what a call uses.
 *
 * <p>Every sum has one order, whatever the provider, the vector width or the number of threads: products add up along the
 * inner dimension one fused multiply-add after the other, column sums run down the rows. So both providers give the same
 * bits.
 */
public interface Kernels {
    /** @return the fastest provider that this Java virtual machine can run */
    static Kernels get() {
        return KernelProvider.fastest();
    }

    /** {@code y = mask(f(x wᵀ + b))}: x [rows, in], w [out, in], b [out] or null, y [rows, out]. */
    void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f, Mask mask);

    /** {@link #dense(float[], float[], float[], float[], int, int, int, Activation, Mask) dense} that drops nothing. */
    default void dense(float[] x, float[] w, float[] b, float[] y, int rows, int in, int out, Activation f) {
        dense(x, w, b, y, rows, in, out, f, Mask.NONE);
    }

    /** {@code dx = dy w}: dy [rows, out], w [out, in], dx [rows, in]. */
    void denseInputGradient(float[] dy, float[] w, float[] dx, int rows, int in, int out);

    /** {@code dw = dyᵀ x}, or {@code dw += dyᵀ x}: dy [rows, out], x [rows, in], dw [out, in]. */
    void denseWeightGradient(float[] dy, float[] x, float[] dw, int rows, int in, int out, boolean add);

    /** {@code s_j = sum_i x_ij}, or {@code s_j += sum_i x_ij}: x [rows, columns], s [columns]. The gradient of a bias. */
    void columnSum(float[] x, float[] s, int rows, int columns, boolean add);

    /** {@code y = mask(f(x))}: x and y [rows, columns]; x and y may be one array. */
    void activate(float[] x, float[] y, int rows, int columns, Activation f, Mask mask);

    /** {@code y = f(x)}: x and y [rows, columns]; x and y may be one array. */
    default void activate(float[] x, float[] y, int rows, int columns, Activation f) {
        activate(x, y, rows, columns, f, Mask.NONE);
    }

    /** The gradient of {@code y = f(x)} from y alone: all [rows, columns]; dy and dx may be one array. */
    default void activateGradient(float[] y, float[] dy, float[] dx, int rows, int columns, Activation f) {
        activateGradient(y, dy, dx, rows, columns, f, Mask.NONE);
    }

    /**
     * The gradient of {@link #activate(float[], float[], int, int, Activation, Mask) activate}, and of what {@code dense} ends with, from the output y alone: all
     * [rows, columns]; dy and dx may be one array.
     */
    void activateGradient(float[] y, float[] dy, float[] dx, int rows, int columns, Activation f, Mask mask);

    /** {@code y_i = exp(x_i - max x) / sum_j exp(x_j - max x)} per row: x and y [rows, columns]; may be one array. */
    void softmax(float[] x, float[] y, int rows, int columns);

    /** {@code dx_i = y_i (dy_i - sum_j dy_j y_j)} per row, y the softmax: all [rows, columns]. */
    void softmaxGradient(float[] y, float[] dy, float[] dx, int rows, int columns);

    /**
     * The mean over the rows of {@code log sum_j exp(x_j) - x_label}: x [rows, classes], labels [rows] in 0 to classes - 1.
     *
     * @param probabilities receives the softmax of x, [rows, classes], for the gradient
     */
    float crossEntropy(float[] x, int[] labels, float[] probabilities, int rows, int classes);

    /** {@code dx = weight / rows * (probabilities - onehot(labels))}: [rows, classes]. */
    void crossEntropyGradient(float[] probabilities, int[] labels, float[] dx, int rows, int classes, float weight);

    /** The mean over all elements of {@code (x - target)^2}: x and target [rows, columns]. */
    float squaredError(float[] x, float[] target, int rows, int columns);

    /** {@code dx = weight * 2 / (rows * columns) * (x - target)}: all [rows, columns]. */
    void squaredErrorGradient(float[] x, float[] target, float[] dx, int rows, int columns, float weight);

    /** {@code y = a + b}: all [rows, columns]; any two may be one array. */
    void add(float[] a, float[] b, float[] y, int rows, int columns);

    /** {@code y = a * b}, element by element: all [rows, columns]; any two may be one array. */
    void multiply(float[] a, float[] b, float[] y, int rows, int columns);

    /** {@code y_i,offset..offset+columns = x_i,0..columns} per row: x [rows, columns], y [rows, yColumns]. Part of a concat. */
    void scatterColumns(float[] x, float[] y, int rows, int columns, int yColumns, int offset);

    /** {@code x_i,0..columns = y_i,offset..offset+columns} per row: y [rows, yColumns], x [rows, columns]. */
    void gatherColumns(float[] y, float[] x, int rows, int columns, int yColumns, int offset);

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
     * mean and (biased) variance [features], count [1] the number of values seen per feature.
     */
    void accumulateStatistics(
            float[] x, float[] mean, float[] variance, float[] count, int rows, int features, int inner);

    /** {@code y = (x - mean) / sqrt(variance + epsilon)} per feature: x and y [rows, features, inner]. */
    void standardize(
            float[] x, float[] y, float[] mean, float[] variance, int rows, int features, int inner, float epsilon);

    /** {@code dx = dy / sqrt(variance + epsilon)} per feature: dy and dx [rows, features, inner]. */
    void standardizeGradient(
            float[] dy, float[] dx, float[] variance, int rows, int features, int inner, float epsilon);

    /** {@code y = x * scale + shift} per feature: x and y [rows, features, inner]; may be one array. A folded norm. */
    void affine(float[] x, float[] y, float[] scale, float[] shift, int rows, int features, int inner);
}
