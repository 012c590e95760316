package dev.nacre.kernel;

/**
 * Losses against class indices, one for each position of a sample: x is [rows, positions, classes] and labels are
 * [rows, positions]. The mean of these losses is over the labels that count, each as much as its class weighs; where none
 * counts, loss and gradient are 0. The conventions of {@link Kernels} hold.
 */
public interface ClassLossKernels {
    /** The label that {@link #crossEntropy} takes for "counts nothing", as PyTorch does. */
    int IGNORED = -100;

    /**
     * The mean over the rows of {@code log sum_j exp(x_j) - x_label}: x [rows, classes], labels [rows] in 0 to classes - 1, or
     * {@link #IGNORED}.
     *
     * @param probabilities receives the softmax of x, [rows, classes], for the gradient
     */
    float crossEntropy(float[] x, int[] labels, float[] probabilities, int rows, int classes);

    /** {@code dx = weight / (labels that count) * (probabilities - onehot(labels))}: [rows, classes]; 0 for ignored labels. */
    void crossEntropyGradient(float[] probabilities, int[] labels, float[] dx, int rows, int classes, float weight);

    /** {@code y = softmax(x)} along each row: x and y [rows, columns], which may be one array. */
    void softmax(float[] x, float[] y, int rows, int columns);

    /**
     * Cross entropy with all its options: per label {@code (1 - s) w_label l_label + s / classes sum_c w_c l_c}, where
     * {@code l_c = log sum_j exp(x_j) - x_c}.
     *
     * @param classWeights [classes], or null for ones
     * @param sampleWeights what each sample's loss is multiplied with, [rows], or null for ones
     * @param probabilities receives the softmax of x, for the gradient
     * @param smoothing s, from 0 to 1
     * @param ignored the label that counts nothing
     */
    default float weightedCrossEntropy(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] probabilities,
            int rows,
            int positions,
            int classes,
            float smoothing,
            int ignored,
            Reduction reduction) {
        Arguments.someElements("the cross entropy", rows, positions * classes);
        Arguments.pair("x", x, "probabilities", probabilities, rows, positions * classes);
        Arguments.classLoss(labels, classWeights, sampleWeights, rows, positions, classes, ignored);
        softmax(x, probabilities, rows * positions, classes);
        return ClassLosses.crossEntropy(
                x,
                labels,
                classWeights,
                sampleWeights,
                probabilities,
                rows,
                positions,
                classes,
                smoothing,
                ignored,
                reduction);
    }

    /**
     * The gradient of {@link #weightedCrossEntropy} times weight: dx [rows, positions, classes].
     */
    default void weightedCrossEntropyGradient(
            float[] probabilities,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            float smoothing,
            int ignored,
            Reduction reduction,
            float weight) {
        Arguments.pair("probabilities", probabilities, "dx", dx, rows, positions * classes);
        Arguments.classLoss(labels, classWeights, sampleWeights, rows, positions, classes, ignored);
        ClassLosses.crossEntropyGradient(
                probabilities,
                labels,
                classWeights,
                sampleWeights,
                dx,
                rows,
                positions,
                classes,
                smoothing,
                ignored,
                reduction,
                weight);
    }

    /**
     * Cross entropy against probabilities: {@code sum_c w_c t_c (log sum_j exp(x_j) - x_c)} per position, where
     * {@code t = (1 - s) target + s / classes}; x and target [rows, positions, classes]. The mean is over all positions.
     *
     * @param classWeights [classes], or null for ones
     * @param sampleWeights what each sample's loss is multiplied with, [rows], or null for ones
     * @param probabilities receives the softmax of x, for the gradient
     * @param smoothing s, from 0 to 1
     */
    default float softCrossEntropy(
            float[] x,
            float[] target,
            float[] classWeights,
            float[] sampleWeights,
            float[] probabilities,
            int rows,
            int positions,
            int classes,
            float smoothing,
            Reduction reduction) {
        Arguments.someElements("the cross entropy", rows, positions * classes);
        Arguments.pair("x", x, "target", target, rows, positions * classes);
        Arguments.array("probabilities", probabilities, rows, positions * classes);
        Arguments.weights(classWeights, classes, sampleWeights, rows);
        softmax(x, probabilities, rows * positions, classes);
        return ClassLosses.softCrossEntropy(
                x, target, classWeights, sampleWeights, probabilities, rows, positions, classes, smoothing, reduction);
    }

    /**
     * The gradient of {@link #softCrossEntropy} times weight: dx [rows, positions, classes].
     */
    default void softCrossEntropyGradient(
            float[] probabilities,
            float[] target,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            float smoothing,
            Reduction reduction,
            float weight) {
        Arguments.pair("probabilities", probabilities, "target", target, rows, positions * classes);
        Arguments.array("dx", dx, rows, positions * classes);
        Arguments.weights(classWeights, classes, sampleWeights, rows);
        ClassLosses.softCrossEntropyGradient(
                probabilities,
                target,
                classWeights,
                sampleWeights,
                dx,
                rows,
                positions,
                classes,
                smoothing,
                reduction,
                weight);
    }

    /**
     * {@code -w_label x_label} per label, for x that are log-probabilities.
     *
     * @param classWeights [classes], or null for ones
     * @param sampleWeights what each sample's loss is multiplied with, [rows], or null for ones
     * @param ignored the label that counts nothing
     */
    default float negativeLogLikelihood(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            int rows,
            int positions,
            int classes,
            int ignored,
            Reduction reduction) {
        Arguments.someElements("the negative log likelihood", rows, positions * classes);
        Arguments.array("x", x, rows, positions * classes);
        Arguments.classLoss(labels, classWeights, sampleWeights, rows, positions, classes, ignored);
        return ClassLosses.negativeLogLikelihood(
                x, labels, classWeights, sampleWeights, rows, positions, classes, ignored, reduction);
    }

    /**
     * The gradient of {@link #negativeLogLikelihood} times weight: dx [rows, positions, classes].
     */
    default void negativeLogLikelihoodGradient(
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            int ignored,
            Reduction reduction,
            float weight) {
        Arguments.array("dx", dx, rows, positions * classes);
        Arguments.classLoss(labels, classWeights, sampleWeights, rows, positions, classes, ignored);
        ClassLosses.negativeLogLikelihoodGradient(
                labels, classWeights, sampleWeights, dx, rows, positions, classes, ignored, reduction, weight);
    }

    /**
     * The multi-class hinge loss: {@code w_label / classes sum_c max(0, margin - x_label + x_c)^power} over {@code c != label}. Its
     * mean is over all positions, whatever the classes weigh.
     *
     * @param classWeights [classes], or null for ones
     * @param sampleWeights what each sample's loss is multiplied with, [rows], or null for ones
     * @param power 1 or 2
     */
    default float hinge(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            int rows,
            int positions,
            int classes,
            float margin,
            int power,
            Reduction reduction) {
        Arguments.someElements("the hinge loss", rows, positions * classes);
        Arguments.array("x", x, rows, positions * classes);
        Arguments.classLoss(labels, classWeights, sampleWeights, rows, positions, classes, 0);
        return HingeLoss.loss(
                x, labels, classWeights, sampleWeights, rows, positions, classes, margin, power, reduction);
    }

    /**
     * The gradient of {@link #hinge} times weight: dx [rows, positions, classes].
     */
    default void hingeGradient(
            float[] x,
            int[] labels,
            float[] classWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int positions,
            int classes,
            float margin,
            int power,
            Reduction reduction,
            float weight) {
        Arguments.pair("x", x, "dx", dx, rows, positions * classes);
        Arguments.classLoss(labels, classWeights, sampleWeights, rows, positions, classes, 0);
        HingeLoss.gradient(
                x, labels, classWeights, sampleWeights, dx, rows, positions, classes, margin, power, reduction, weight);
    }
}
