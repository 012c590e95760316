package dev.nacre.kernel;

/**
 * Losses and their gradients. The conventions of {@link Kernels} hold. What every provider computes alike is a default
 * method; a provider may have a faster one of the same bits.
 */
public interface LossKernels {
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
}
