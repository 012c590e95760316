package dev.nacre.kernel;

/**
 * The losses of one element and their derivatives, each with at most one parameter. Kinks have the derivative that PyTorch
 * gives them: that of |x| at 0 is 0.
 */
final class ElementTerms {
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    private ElementTerms() {}

    static double square(double x, double target, double none) {
        return (x - target) * (x - target);
    }

    static double squareDerivative(double x, double target, double none) {
        return 2 * (x - target);
    }

    static double distance(double x, double target, double none) {
        return Math.abs(x - target);
    }

    static double distanceDerivative(double x, double target, double none) {
        return Math.signum(x - target);
    }

    static double huber(double x, double target, double delta) {
        double d = Math.abs(x - target);
        return d < delta ? 0.5 * d * d : delta * (d - 0.5 * delta);
    }

    static double huberDerivative(double x, double target, double delta) {
        double d = x - target;
        return Math.abs(d) < delta ? d : delta * Math.signum(d);
    }

    static double smooth(double x, double target, double beta) {
        double d = Math.abs(x - target);
        return d < beta ? 0.5 * d * d / beta : d - 0.5 * beta;
    }

    static double smoothDerivative(double x, double target, double beta) {
        double d = x - target;
        return Math.abs(d) < beta ? d / beta : Math.signum(d);
    }

    /** From the logarithm of the rate. */
    static double poisson(double x, double target, double full) {
        return StrictMath.exp(x) - target * x + full * stirling(target);
    }

    static double poissonDerivative(double x, double target, double none) {
        return StrictMath.exp(x) - target;
    }

    static double poissonOfRate(double x, double target, double epsilon) {
        return x - target * StrictMath.log(x + epsilon);
    }

    static double fullPoissonOfRate(double x, double target, double epsilon) {
        return poissonOfRate(x, target, epsilon) + stirling(target);
    }

    static double poissonOfRateDerivative(double x, double target, double epsilon) {
        return 1 - target / (x + epsilon);
    }

    /** Stirling's approximation of log(target!), which targets up to 1 do without. */
    private static double stirling(double target) {
        return target > 1
                ? target * StrictMath.log(target) - target + 0.5 * StrictMath.log(target) + HALF_LOG_TWO_PI
                : 0;
    }

    static double divergence(double x, double target, double none) {
        // A probability of 0 adds nothing, though its logarithm is infinite.
        return target == 0 ? 0 : target * (StrictMath.log(target) - x);
    }

    static double divergenceDerivative(double x, double target, double none) {
        return -target;
    }

    static double divergenceOfLog(double x, double target, double none) {
        return target == Double.NEGATIVE_INFINITY ? 0 : StrictMath.exp(target) * (target - x);
    }

    static double divergenceOfLogDerivative(double x, double target, double none) {
        return -StrictMath.exp(target);
    }
}
