package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/**
 * Lion (Chen et al., "Symbolic Discovery of Optimization Algorithms", NeurIPS 2023): steps of one size in the direction
 * of signs, with decoupled weight decay.
 *
 * <pre>
 * value *= 1 - learningRate * weightDecay
 * value -= learningRate * sign(beta1 * m + (1 - beta1) * gradient)
 * m = beta2 * m + (1 - beta2) * gradient
 * </pre>
 *
 * <p>The paper advises a learning rate three to ten times smaller than AdamW's, and a weight decay as many times
 * greater.
 */
public final class Lion extends ElementOptimizer<Lion> {
    private double beta1 = 0.9;
    private double beta2 = 0.99;
    private float[][] means = {};

    private Lion(float learningRate) {
        super(learningRate, true);
    }

    /**
     * @param learningRate the size of a step; 0.0001 is usual
     * @return Lion with the paper's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static Lion of(float learningRate) {
        return new Lion(learningRate);
    }

    /**
     * @param beta1 how much of the mean gradient enters the direction; 0.9 is the default
     * @param beta2 how much of the mean gradient is kept from step to step; 0.99 is the default
     * @return this
     * @throws IllegalArgumentException if one is not from 0 to 1, without 1
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public Lion betas(double beta1, double beta2) {
        requireOptionsOpen("betas");
        double first = Options.decayRate("beta1", beta1);
        this.beta2 = Options.decayRate("beta2", beta2);
        this.beta1 = first;
        return this;
    }

    @Override
    protected Lion self() {
        return this;
    }

    @Override
    protected void prepare() {
        means = slot("exp_avg");
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        descend(parameter.values(), parameter.gradients(), means[index], decay(index), rate(index), from, to);
    }

    private void descend(float[] value, float[] gradient, float[] mean, float decay, float rate, int from, int to) {
        float mix = (float) beta1;
        float mixIn = (float) (1 - beta1);
        float keep = (float) beta2;
        float enter = (float) (1 - beta2);
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            value[i] -= rate * Math.signum(mix * mean[i] + mixIn * slope);
            mean[i] = keep * mean[i] + enter * slope;
        }
    }
}
