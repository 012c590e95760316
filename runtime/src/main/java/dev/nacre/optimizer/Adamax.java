package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/**
 * Adamax, Adam with the greatest gradient in place of the mean square (Kingma and Ba, "Adam: A Method for Stochastic
 * Optimization", ICLR 2015, section 7), as in PyTorch:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * m = beta1 * m + (1 - beta1) * g
 * u = max(beta2 * u, |g| + epsilon)
 * value -= learningRate / (1 - beta1^t) * m / u
 * </pre>
 */
public final class Adamax extends AdamRelative<Adamax> {
    private double meanCorrection;
    private float[][] means = {};
    private float[][] greatest = {};

    private Adamax(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step; 0.002 is usual
     * @return Adamax with the paper's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static Adamax of(float learningRate) {
        return new Adamax(learningRate);
    }

    @Override
    protected Adamax self() {
        return this;
    }

    @Override
    protected void prepare() {
        means = slot("exp_avg");
        greatest = slot("exp_inf");
    }

    @Override
    protected void beginStep() {
        meanCorrection = correction(beta1);
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        float stepSize = (float) (rate(index) / meanCorrection);
        descend(
                parameter.values(),
                parameter.gradients(),
                means[index],
                greatest[index],
                decay(index),
                stepSize,
                from,
                to);
    }

    private void descend(
            float[] value,
            float[] gradient,
            float[] mean,
            float[] maximum,
            float decay,
            float stepSize,
            int from,
            int to) {
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float enter1 = (float) (1 - beta1);
        float least = (float) epsilon;
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            mean[i] = keep1 * mean[i] + enter1 * slope;
            maximum[i] = Math.max(keep2 * maximum[i], Math.abs(slope) + least);
            value[i] -= stepSize * mean[i] / maximum[i];
        }
    }
}
