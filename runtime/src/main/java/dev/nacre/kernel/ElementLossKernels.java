package dev.nacre.kernel;

/**
 * Losses that compare element by element: x, target and gradients are [rows, columns], where a row is a sample. A mean is
 * over all elements. The conventions of {@link Kernels} hold; sampleWeights are what each sample's loss is multiplied with,
 * [rows], or null for ones.
 */
public interface ElementLossKernels {
    /** The mean over all elements of {@code (x - target)^2}: x and target [rows, columns]. */
    float squaredError(float[] x, float[] target, int rows, int columns);

    /** {@code dx = weight * 2 / (rows * columns) * (x - target)}: all [rows, columns]. */
    void squaredErrorGradient(float[] x, float[] target, float[] dx, int rows, int columns, float weight);

    /**
     * {@code (x - target)^2}, as {@link #squaredError} with all options.
     */
    default float weightedSquaredError(
            float[] x, float[] target, float[] sampleWeights, int rows, int columns, Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return ElementLosses.loss(ElementTerms::square, 0, x, target, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #weightedSquaredError} times weight.
     */
    default void weightedSquaredErrorGradient(
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
                ElementTerms::squareDerivative, 0, x, target, sampleWeights, dx, rows, columns, reduction, weight);
    }

    /**
     * {@code |x - target|}; the derivative at 0 is 0.
     */
    default float absoluteError(
            float[] x, float[] target, float[] sampleWeights, int rows, int columns, Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return ElementLosses.loss(ElementTerms::distance, 0, x, target, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #absoluteError} times weight.
     */
    default void absoluteErrorGradient(
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
                ElementTerms::distanceDerivative, 0, x, target, sampleWeights, dx, rows, columns, reduction, weight);
    }

    /**
     * With {@code d = |x - target|}: {@code d^2 / 2} below delta, {@code delta (d - delta / 2)} above (Huber, 1964).
     */
    default float huber(
            float[] x, float[] target, float[] sampleWeights, int rows, int columns, float delta, Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return ElementLosses.loss(ElementTerms::huber, delta, x, target, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #huber} times weight.
     */
    default void huberGradient(
            float[] x,
            float[] target,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            float delta,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        ElementLosses.gradient(
                ElementTerms::huberDerivative, delta, x, target, sampleWeights, dx, rows, columns, reduction, weight);
    }

    /**
     * With {@code d = |x - target|}: {@code d^2 / (2 beta)} below beta, {@code d - beta / 2} above.
     */
    default float smoothL1(
            float[] x, float[] target, float[] sampleWeights, int rows, int columns, float beta, Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return ElementLosses.loss(ElementTerms::smooth, beta, x, target, sampleWeights, rows, columns, reduction);
    }

    /**
     * The gradient of {@link #smoothL1} times weight.
     */
    default void smoothL1Gradient(
            float[] x,
            float[] target,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            float beta,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        ElementLosses.gradient(
                ElementTerms::smoothDerivative, beta, x, target, sampleWeights, dx, rows, columns, reduction, weight);
    }

    /**
     * The negative log likelihood of a Poisson distribution: {@code exp(x) - target x} where x is the logarithm of its rate, otherwise
     * {@code x - target log(x + epsilon)}.
     *
     * @param full whether to add Stirling's approximation of {@code log(target!)}, which has no gradient
     */
    default float poisson(
            float[] x,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            float epsilon,
            boolean logInput,
            boolean full,
            Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        if (logInput) {
            return ElementLosses.loss(
                    ElementTerms::poisson, full ? 1 : 0, x, target, sampleWeights, rows, columns, reduction);
        }
        return ElementLosses.loss(
                full ? ElementTerms::fullPoissonOfRate : ElementTerms::poissonOfRate,
                epsilon,
                x,
                target,
                sampleWeights,
                rows,
                columns,
                reduction);
    }

    /**
     * The gradient of {@link #poisson} times weight.
     */
    default void poissonGradient(
            float[] x,
            float[] target,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            float epsilon,
            boolean logInput,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        ElementLosses.gradient(
                logInput ? ElementTerms::poissonDerivative : ElementTerms::poissonOfRateDerivative,
                epsilon,
                x,
                target,
                sampleWeights,
                dx,
                rows,
                columns,
                reduction,
                weight);
    }

    /**
     * The divergence of Kullback and Leibler from target to x, which is the logarithm of a probability:
     * {@code target (log target - x)}, or {@code exp(target) (target - x)} where the target is a logarithm too.
     *
     * @param logTarget whether it is
     */
    default float divergence(
            float[] x,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            boolean logTarget,
            Reduction reduction) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        return ElementLosses.loss(
                logTarget ? ElementTerms::divergenceOfLog : ElementTerms::divergence,
                0,
                x,
                target,
                sampleWeights,
                rows,
                columns,
                reduction);
    }

    /**
     * The gradient of {@link #divergence} times weight.
     */
    default void divergenceGradient(
            float[] x,
            float[] target,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            boolean logTarget,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(x, target, sampleWeights, rows, columns);
        Arguments.array("dx", dx, rows, columns);
        ElementLosses.gradient(
                logTarget ? ElementTerms::divergenceOfLogDerivative : ElementTerms::divergenceDerivative,
                0,
                x,
                target,
                sampleWeights,
                dx,
                rows,
                columns,
                reduction,
                weight);
    }

    /**
     * The negative log likelihood of a normal distribution: {@code (log v + (mean - target)^2 / v) / 2}, where v is the variance, but at
     * least epsilon (Nix and Weigend, 1994); {@code mean} and {@code variance} are predictions.
     *
     * @param full whether to add {@code log(2 pi) / 2}
     * @param logVariance whether {@code variance} holds the logarithm of the variance
     */
    default float gaussian(
            float[] mean,
            float[] variance,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            float epsilon,
            boolean full,
            boolean logVariance,
            Reduction reduction) {
        Arguments.elementLoss(mean, target, sampleWeights, rows, columns);
        Arguments.array("variance", variance, rows, columns);
        return GaussianLoss.loss(
                mean, variance, target, sampleWeights, rows, columns, epsilon, full, logVariance, reduction);
    }

    /**
     * The gradient of {@link #gaussian} times weight, as if the variance had no bound.
     */
    default void gaussianGradient(
            float[] mean,
            float[] variance,
            float[] target,
            float[] sampleWeights,
            float[] dMean,
            float[] dVariance,
            int rows,
            int columns,
            float epsilon,
            boolean logVariance,
            Reduction reduction,
            float weight) {
        Arguments.elementLoss(mean, target, sampleWeights, rows, columns);
        Arguments.array("variance", variance, rows, columns);
        Arguments.pair("dMean", dMean, "dVariance", dVariance, rows, columns);
        GaussianLoss.gradient(
                mean,
                variance,
                target,
                sampleWeights,
                dMean,
                dVariance,
                rows,
                columns,
                epsilon,
                logVariance,
                reduction,
                weight);
    }
}
