package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/**
 * AdaDelta (Zeiler, "ADADELTA: An Adaptive Learning Rate Method", 2012), as in PyTorch:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * v = rho * v + (1 - rho) * g^2
 * d = sqrt(u + epsilon) / sqrt(v + epsilon) * g
 * u = rho * u + (1 - rho) * d^2
 * value -= learningRate * d
 * </pre>
 */
public final class AdaDelta extends ElementOptimizer<AdaDelta> {
    private double rho = 0.9;
    private double epsilon = 1e-6;
    private float[][] squares = {};
    private float[][] steps = {};

    private AdaDelta(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate what steps are multiplied by; 1 is usual, and what the paper has
     * @return AdaDelta with PyTorch's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static AdaDelta of(float learningRate) {
        return new AdaDelta(learningRate);
    }

    /**
     * @param rho how much of the mean squares is kept from step to step; 0.9 is the default
     * @return this
     * @throws IllegalArgumentException if it is not from 0 to 1, without 1
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public AdaDelta rho(double rho) {
        requireOptionsOpen("rho");
        this.rho = Options.decayRate("rho", rho);
        return this;
    }

    /**
     * @param epsilon what is added to the mean squares, and lets the first step differ from zero; 1e-6 is the default
     * @return this
     * @throws IllegalArgumentException if it is not a finite number more than 0
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public AdaDelta epsilon(double epsilon) {
        requireOptionsOpen("epsilon");
        this.epsilon = Options.positive("epsilon", epsilon);
        return this;
    }

    @Override
    protected AdaDelta self() {
        return this;
    }

    @Override
    protected void prepare() {
        squares = slot("square_avg");
        steps = slot("acc_delta");
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        descend(
                parameter.values(),
                parameter.gradients(),
                squares[index],
                steps[index],
                decay(index),
                rate(index),
                from,
                to);
    }

    private void descend(
            float[] value, float[] gradient, float[] square, float[] step, float decay, float rate, int from, int to) {
        float keep = (float) rho;
        float enter = (float) (1 - rho);
        float least = (float) epsilon;
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            square[i] = keep * square[i] + enter * slope * slope;
            float delta = (float) Math.sqrt(step[i] + least) / (float) Math.sqrt(square[i] + least) * slope;
            step[i] = keep * step[i] + enter * delta * delta;
            value[i] -= rate * delta;
        }
    }
}
