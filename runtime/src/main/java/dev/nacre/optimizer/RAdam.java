package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/**
 * Rectified Adam (Liu et al., "On the Variance of the Adaptive Learning Rate and Beyond", ICLR 2020), as in PyTorch. It
 * takes steps of momentum alone until there were enough gradients to know their variance:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g^2
 * R = 2 / (1 - beta2) - 1
 * r = R - 2 * t * beta2^t / (1 - beta2^t)
 * s = sqrt((r - 4) * (r - 2) * R / ((R - 4) * (R - 2) * r))
 * value -= learningRate / (1 - beta1^t) * m * (r > 5 ? s * sqrt(1 - beta2^t) / (sqrt(v) + epsilon) : 1)
 * </pre>
 */
public final class RAdam extends AdamRelative<RAdam> {
    private static final double ENOUGH = 5;

    private double scale;
    private boolean rectified;
    private float[][] means = {};
    private float[][] squares = {};

    private RAdam(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step; 0.001 is usual
     * @return RAdam with PyTorch's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static RAdam of(float learningRate) {
        return new RAdam(learningRate);
    }

    @Override
    protected RAdam self() {
        return this;
    }

    @Override
    protected void prepare() {
        means = slot("exp_avg");
        squares = slot("exp_avg_sq");
    }

    @Override
    protected void beginStep() {
        double correction = correction(beta2);
        double longest = 2 / (1 - beta2) - 1;
        double length = longest - 2 * steps() * (1 - correction) / correction;
        rectified = length > ENOUGH;
        scale = 1 / correction(beta1);
        if (rectified) {
            double rectification = (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length);
            scale *= Math.sqrt(rectification) * Math.sqrt(correction);
        }
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        float[] value = parameter.values();
        average(value, parameter.gradients(), means[index], squares[index], decay(index), from, to);
        float stepSize = (float) (rate(index) * scale);
        if (rectified) {
            descend(value, means[index], squares[index], stepSize, (float) epsilon, from, to);
        } else {
            descendAlong(value, means[index], stepSize, from, to);
        }
    }

    private static void descend(
            float[] value, float[] mean, float[] square, float stepSize, float epsilon, int from, int to) {
        for (int i = from; i < to; i++) {
            value[i] -= stepSize * mean[i] / ((float) Math.sqrt(square[i]) + epsilon);
        }
    }

    private static void descendAlong(float[] value, float[] mean, float stepSize, int from, int to) {
        for (int i = from; i < to; i++) {
            value[i] -= stepSize * mean[i];
        }
    }
}
