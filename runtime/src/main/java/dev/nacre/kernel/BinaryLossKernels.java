package dev.nacre.kernel;

/**
 * Losses between two possibilities, element by element: x, target and gradients are [rows, columns], where a row is a sample. A
 * mean is over all elements. The conventions of {@link Kernels} hold; sampleWeights are what each sample's loss is multiplied
 * with, [rows], or null for ones; positiveWeights are what the positive side of column c weighs,
 * {@code positiveWeights[c % length]}, or null for ones.
 */
public interface BinaryLossKernels {
    /**
     * Binary cross entropy of logits: {@code w target log(1 + exp(-x)) + (1 - target) log(1 + exp(x))}, which cannot overflow.
     */
    default float binaryCrossEntropy(
            float[] x,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            int rows,
            int columns,
            Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return BinaryLosses.crossEntropy(x, target, positiveWeights, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #binaryCrossEntropy} times weight: {@code (1 - target) sigmoid(x) - w target sigmoid(-x)}.
     */
    default void binaryCrossEntropyGradient(
            float[] x,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        BinaryLosses.crossEntropyGradient(
                x, target, positiveWeights, sampleWeights, dx, rows, columns, reduction, weight);
    }

    /**
     * Binary cross entropy of probabilities: {@code -w target log(x) - (1 - target) log(1 - x)}, logarithms at least -100.
     */
    default float binaryCrossEntropyOfProbabilities(
            float[] x,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            int rows,
            int columns,
            Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return BinaryLosses.crossEntropyOfProbabilities(
                x, target, positiveWeights, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #binaryCrossEntropyOfProbabilities} times weight; it divides by no less than 1e-12.
     */
    default void binaryCrossEntropyOfProbabilitiesGradient(
            float[] x,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        BinaryLosses.crossEntropyOfProbabilitiesGradient(
                x, target, positiveWeights, sampleWeights, dx, rows, columns, reduction, weight);
    }

    /**
     * {@code log(1 + exp(-target x))}, for targets 1 and -1.
     */
    default float softMargin(
            float[] x, float[] target, float[] sampleWeights, int rows, int columns, Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return ElementLosses.loss(BinaryLosses::softMargin, 0, x, target, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #softMargin} times weight.
     */
    default void softMarginGradient(
            float[] x,
            float[] target,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        ElementLosses.gradient(
                BinaryLosses::softMarginDerivative, 0, x, target, sampleWeights, dx, rows, columns, reduction, weight);
    }
}
