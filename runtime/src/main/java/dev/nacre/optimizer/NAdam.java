package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/**
 * Adam with Nesterov's momentum (Dozat, "Incorporating Nesterov Momentum into Adam", ICLR workshop 2016), as in PyTorch
 * 1.13:
 *
 * <pre>
 * mu(t) = beta1 * (1 - 0.5 * 0.96^(t * momentumDecay))
 * P(t) = mu(1) * ... * mu(t)
 * g = gradient + weightDecay * value
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g^2
 * d = sqrt(v / (1 - beta2^t)) + epsilon
 * value -= learningRate * (1 - mu(t)) / (1 - P(t)) * g / d
 * value -= learningRate * mu(t+1) / (1 - P(t) * mu(t) * mu(t+1)) * m / d
 * </pre>
 *
 * <p>In the paper, and in PyTorch from 2.0 on, the last divisor is {@code 1 - P(t) * mu(t+1)}, without the second
 * {@code mu(t)}: see {@link #paperCorrection}. The difference is in the first ten steps or so.
 */
public final class NAdam extends AdamRelative<NAdam> {
    private static final double MOMENTUM_BASE = 0.96;
    private static final double MOMENTUM_DECAY = 0.004;

    private double shortfallPerStep = shortfall(MOMENTUM_DECAY);
    private boolean paperCorrection;
    private double momentumProduct = 1;
    private double gradientShare;
    private double meanShare;
    private float inverseCorrection;
    private float[][] means = {};
    private float[][] squares = {};

    private NAdam(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step; 0.002 is usual
     * @return NAdam with PyTorch's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static NAdam of(float learningRate) {
        return new NAdam(learningRate);
    }

    /**
     * @param momentumDecay how fast the momentum grows from half of beta1 to beta1; 0.004 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public NAdam momentumDecay(double momentumDecay) {
        requireOptionsOpen("momentumDecay");
        shortfallPerStep = shortfall(Options.nonNegative("momentum decay", momentumDecay));
        return this;
    }

    /**
     * Corrects the mean gradient by {@code 1 - P(t) * mu(t+1)}, as the paper and PyTorch from 2.0 on.
     *
     * @return this
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public NAdam paperCorrection() {
        requireOptionsOpen("paperCorrection");
        paperCorrection = true;
        return this;
    }

    @Override
    protected NAdam self() {
        return this;
    }

    @Override
    protected void prepare() {
        means = slot("exp_avg");
        squares = slot("exp_avg_sq");
    }

    private double momentum(long step) {
        return beta1 * (1 - 0.5 * PortableMath.power(shortfallPerStep, step));
    }

    private static double shortfall(double momentumDecay) {
        return StrictMath.pow(MOMENTUM_BASE, momentumDecay);
    }

    @Override
    protected void beginStep() {
        double now = momentum(steps());
        double next = momentum(steps() + 1);
        momentumProduct *= now;
        gradientShare = (1 - now) / (1 - momentumProduct);
        meanShare = next / (1 - momentumProduct * (paperCorrection ? 1 : now) * next);
        inverseCorrection = (float) (1 / correction(beta2));
    }

    /** The product is computed again as the steps computed it, until it has become too small to matter. */
    @Override
    protected void resumed() {
        momentumProduct = 1;
        for (long step = 1; step <= steps() && momentumProduct > 0; step++) {
            momentumProduct *= momentum(step);
        }
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        float[] value = parameter.values();
        float[] gradient = parameter.gradients();
        float decay = decay(index);
        float gradientStep = (float) (rate(index) * gradientShare);
        float meanStep = (float) (rate(index) * meanShare);
        average(value, gradient, means[index], squares[index], decay, from, to);
        descend(value, gradient, means[index], squares[index], decay, gradientStep, meanStep, from, to);
    }

    private void descend(
            float[] value,
            float[] gradient,
            float[] mean,
            float[] square,
            float decay,
            float gradientStep,
            float meanStep,
            int from,
            int to) {
        float correction = inverseCorrection;
        float least = (float) epsilon;
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            float divisor = (float) Math.sqrt(square[i] * correction) + least;
            value[i] -= (gradientStep * slope + meanStep * mean[i]) / divisor;
        }
    }
}
