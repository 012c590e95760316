package dev.nacre.optimizer;

import dev.nacre.network.Parameter;

/**
 * RMSProp (Tieleman and Hinton, "Lecture 6.5", COURSERA 2012), centered as in Graves, "Generating Sequences With
 * Recurrent Neural Networks", 2013, and with epsilon outside of the root, as in PyTorch:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * v = alpha * v + (1 - alpha) * g^2
 * a = alpha * a + (1 - alpha) * g
 * d = g / (sqrt(centered ? max(v - a^2, 0) : v) + epsilon)
 * b = momentum * b + d
 * value -= learningRate * b
 * </pre>
 */
public final class RmsProp extends ElementOptimizer<RmsProp> {
    private double alpha = 0.99;
    private double epsilon = 1e-8;
    private double momentum;
    private boolean centered;
    private float[][] squares = {};
    private float[][] means = {};
    private float[][] buffers = {};

    private RmsProp(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step; 0.01 is usual
     * @return RMSProp with PyTorch's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static RmsProp of(float learningRate) {
        return new RmsProp(learningRate);
    }

    /**
     * @param alpha how much of the mean squared gradient is kept from step to step; 0.99 is the default
     * @return this
     * @throws IllegalArgumentException if it is not from 0 to 1, without 1
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public RmsProp alpha(double alpha) {
        requireOptionsOpen("alpha");
        this.alpha = Options.decayRate("alpha", alpha);
        return this;
    }

    /**
     * @param epsilon what is added to the root of the mean square; 1e-8 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public RmsProp epsilon(double epsilon) {
        requireOptionsOpen("epsilon");
        this.epsilon = Options.nonNegative("epsilon", epsilon);
        return this;
    }

    /**
     * @param momentum how much of the last step's direction is kept; 0 (none) is the default
     * @return this
     * @throws IllegalArgumentException if it is not from 0 to 1, without 1
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public RmsProp momentum(double momentum) {
        requireOptionsOpen("momentum");
        this.momentum = Options.decayRate("momentum", momentum);
        return this;
    }

    /**
     * Divides by the deviation of the gradient from its mean instead of the gradient's size.
     *
     * @return this
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public RmsProp centered() {
        requireOptionsOpen("centered");
        centered = true;
        return this;
    }

    @Override
    protected RmsProp self() {
        return this;
    }

    @Override
    protected void prepare() {
        squares = slot("square_avg");
        means = centered ? slot("grad_avg") : squares;
        buffers = momentum != 0 ? slot("momentum_buffer") : squares;
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        float[] value = parameter.values();
        float[] gradient = parameter.gradients();
        float decay = decay(index);
        if (centered) {
            center(value, gradient, means[index], decay, from, to);
        }
        descend(value, gradient, squares[index], means[index], buffers[index], decay, rate(index), from, to);
    }

    private void center(float[] value, float[] gradient, float[] mean, float decay, int from, int to) {
        float keep = (float) alpha;
        float enter = (float) (1 - alpha);
        for (int i = from; i < to; i++) {
            mean[i] = keep * mean[i] + enter * (gradient[i] + decay * value[i]);
        }
    }

    private void descend(
            float[] value,
            float[] gradient,
            float[] square,
            float[] mean,
            float[] buffer,
            float decay,
            float rate,
            int from,
            int to) {
        float keep = (float) alpha;
        float enter = (float) (1 - alpha);
        float least = (float) epsilon;
        float keepDirection = (float) momentum;
        boolean subtractMean = centered;
        boolean remember = momentum != 0;
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            square[i] = keep * square[i] + enter * slope * slope;
            float variance = square[i];
            if (subtractMean) {
                // Never negative but by rounding.
                variance = Math.max(variance - mean[i] * mean[i], 0);
            }
            float direction = slope / ((float) Math.sqrt(variance) + least);
            if (remember) {
                direction += keepDirection * buffer[i];
                buffer[i] = direction;
            }
            value[i] -= rate * direction;
        }
    }
}
