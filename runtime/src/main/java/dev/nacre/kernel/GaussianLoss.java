package dev.nacre.kernel;

/** The loops of the Gaussian negative log likelihood. */
final class GaussianLoss {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private GaussianLoss() {}

    static float loss(
            float[] mean,
            float[] variance,
            float[] target,
            float[] sampleWeights,
            int rows,
            int columns,
            double epsilon,
            boolean full,
            boolean logVariance,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = full ? columns * HALF_LOG_TWO_PI : 0;
            for (int i = row * columns, end = i + columns; i < end; i++) {
                double d = (double) mean[i] - target[i];
                double v = atLeast(epsilon, variance[i], logVariance);
                ofRow += 0.5 * (StrictMath.log(v) + d * d / v);
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, columns));
    }

    private static double atLeast(double epsilon, float variance, boolean logVariance) {
        return Math.max(epsilon, logVariance ? StrictMath.exp(variance) : variance);
    }

    /** The bound of the variance has no derivative of its own: as in PyTorch, the gradient passes it as it is. */
    static void gradient(
            float[] mean,
            float[] variance,
            float[] target,
            float[] sampleWeights,
            float[] dMean,
            float[] dVariance,
            int rows,
            int columns,
            double epsilon,
            boolean logVariance,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, columns);
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int i = row * columns, end = i + columns; i < end; i++) {
                double d = (double) mean[i] - target[i];
                double v = atLeast(epsilon, variance[i], logVariance);
                double inner = logVariance ? StrictMath.exp(variance[i]) : 1;
                dMean[i] = (float) (ofRow * d / v);
                dVariance[i] = (float) (ofRow * 0.5 * (1 - d * d / v) / v * inner);
            }
        }
    }
}
