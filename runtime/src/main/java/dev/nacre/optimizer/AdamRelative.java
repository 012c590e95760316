package dev.nacre.optimizer;

/** The options and the running means of Adam and of what was made from it. */
abstract class AdamRelative<S extends AdamRelative<S>> extends ElementOptimizer<S> {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;

    AdamRelative(float learningRate, boolean decoupled) {
        super(learningRate, decoupled);
    }

    /**
     * @param beta1 how much of the mean gradient is kept from step to step; 0.9 is the default
     * @param beta2 how much of the mean squared gradient is kept, or of the greatest gradient in Adamax; 0.999 is the
     *     default
     * @return this
     * @throws IllegalArgumentException if one is not from 0 to 1, without 1
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S betas(double beta1, double beta2) {
        requireOptionsOpen("betas");
        double first = Options.decayRate("beta1", beta1);
        this.beta2 = Options.decayRate("beta2", beta2);
        this.beta1 = first;
        return self();
    }

    /**
     * @param epsilon what keeps the divisor away from zero, as the formula has it; 1e-8 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public S epsilon(double epsilon) {
        requireOptionsOpen("epsilon");
        this.epsilon = Options.nonNegative("epsilon", epsilon);
        return self();
    }

    /** What a mean that began as zero lacks after the steps so far; in double, so that it does not drift. */
    final double correction(double beta) {
        return 1 - PortableMath.power(beta, steps());
    }

    /** {@code m = beta1 m + (1 - beta1) g} and {@code v = beta2 v + (1 - beta2) g^2}, g with weight decay. */
    final void average(float[] value, float[] gradient, float[] mean, float[] square, float decay, int from, int to) {
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float enter1 = (float) (1 - beta1);
        float enter2 = (float) (1 - beta2);
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            mean[i] = keep1 * mean[i] + enter1 * slope;
            square[i] = keep2 * square[i] + enter2 * slope * slope;
        }
    }
}
