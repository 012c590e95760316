package dev.nacre.kernel;

/** The loops of losses between two possibilities: logistic ones on scores, and cross entropy on probabilities. */
final class BinaryLosses {
    /** What PyTorch takes for the logarithm of 0. */
    private static final double LEAST_LOG = -100;

    /** The least product p (1 - p) that a gradient is divided by, as in PyTorch. */
    private static final double LEAST_PRODUCT = 1e-12;

    /** The powers of s^2 in {@code log((1 + s) / (1 - s)) / (2 s)}, up to s = 1/3: what follows is below 1e-10. */
    private static final int POWERS = 9;

    private BinaryLosses() {}

    /** {@code log(1 + e)} for e from 0 to 1, to a relative error below 1e-10, however small e is. */
    static double logOnePlus(double e) {
        double s = e / (2 + e);
        double z = s * s;
        double sum = 1.0 / (2 * POWERS + 1);
        for (int power = POWERS - 1; power >= 0; power--) {
            sum = Math.fma(sum, z, 1.0 / (2 * power + 1));
        }
        return 2 * s * sum;
    }

    static float crossEntropy(
            float[] x,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            int rows,
            int columns,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                double positive = positive(positiveWeights, column) * target[i];
                double negative = 1.0 - target[i];
                double shared = logOnePlus(Elementary.exp(-Math.abs(x[i])));
                ofRow += (positive + negative) * shared + (x[i] < 0 ? -x[i] * positive : x[i] * negative);
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, columns));
    }

    static void crossEntropyGradient(
            float[] x,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            float[] dx,
            int rows,
            int columns,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, columns);
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                double positive = positive(positiveWeights, column) * target[i];
                dx[i] = (float) (ofRow * ((1.0 - target[i]) * logistic(x[i]) - positive * logistic(-x[i])));
            }
        }
    }

    private static double positive(float[] positiveWeights, int column) {
        return positiveWeights == null ? 1 : positiveWeights[column % positiveWeights.length];
    }

    /** In double, because one minus it matters too. */
    private static double logistic(float x) {
        double e = Elementary.exp(-Math.abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    static float crossEntropyOfProbabilities(
            float[] p,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            int rows,
            int columns,
            Reduction reduction) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double ofRow = 0;
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                double positive = positive(positiveWeights, column) * target[i];
                ofRow -= positive * Math.max(StrictMath.log(p[i]), LEAST_LOG)
                        + (1.0 - target[i]) * Math.max(StrictMath.log1p(-p[i]), LEAST_LOG);
            }
            sum += ElementLosses.weighted(ofRow, sampleWeights, row);
        }
        return (float) (sum / reduction.divisor(rows, columns));
    }

    static void crossEntropyOfProbabilitiesGradient(
            float[] p,
            float[] target,
            float[] positiveWeights,
            float[] sampleWeights,
            float[] dp,
            int rows,
            int columns,
            Reduction reduction,
            double weight) {
        double factor = weight / reduction.divisor(rows, columns);
        for (int row = 0; row < rows; row++) {
            double ofRow = ElementLosses.weighted(factor, sampleWeights, row);
            for (int column = 0; column < columns; column++) {
                int i = row * columns + column;
                double not = 1.0 - p[i];
                double positive = positive(positiveWeights, column) * target[i];
                double difference = (1.0 - target[i]) * p[i] - positive * not;
                dp[i] = (float) (ofRow * difference / Math.max(p[i] * not, LEAST_PRODUCT));
            }
        }
    }

    /** {@code log(1 + exp(-target x))}. */
    static double softMargin(double x, double target, double none) {
        float z = (float) (x * target);
        return Math.max(-z, 0) + logOnePlus(Elementary.exp(-Math.abs(z)));
    }

    static double softMarginDerivative(double x, double target, double none) {
        return -target * logistic((float) (-x * target));
    }
}
