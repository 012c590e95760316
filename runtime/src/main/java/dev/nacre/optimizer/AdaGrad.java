package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.Arrays;

/**
 * AdaGrad (Duchi, Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization",
 * JMLR 2011), as in PyTorch:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * s = s + g^2
 * value -= learningRate / (1 + (t - 1) * learningRateDecay) * g / (sqrt(s) + epsilon)
 * </pre>
 */
public final class AdaGrad extends ElementOptimizer<AdaGrad> {
    private double learningRateDecay;
    private double initialSum;
    private double epsilon = 1e-10;
    private double slowing = 1;
    private float[][] sums = {};

    private AdaGrad(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step; 0.01 is usual
     * @return AdaGrad with PyTorch's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static AdaGrad of(float learningRate) {
        return new AdaGrad(learningRate);
    }

    /**
     * @param learningRateDecay how fast steps become smaller, beside what the sums do; 0 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public AdaGrad learningRateDecay(double learningRateDecay) {
        requireOptionsOpen("learningRateDecay");
        this.learningRateDecay = Options.nonNegative("learning rate decay", learningRateDecay);
        return this;
    }

    /**
     * @param initialSum what the sums of squares begin with; 0 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public AdaGrad initialSum(double initialSum) {
        requireOptionsOpen("initialSum");
        this.initialSum = Options.nonNegative("initial sum", initialSum);
        return this;
    }

    /**
     * @param epsilon what is added to the root of the sum; 1e-10 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     * @throws IllegalStateException if the optimiser has parameters already
     */
    public AdaGrad epsilon(double epsilon) {
        requireOptionsOpen("epsilon");
        this.epsilon = Options.nonNegative("epsilon", epsilon);
        return this;
    }

    @Override
    protected AdaGrad self() {
        return this;
    }

    @Override
    protected void prepare() {
        sums = slot("sum");
        for (float[] sum : sums) {
            Arrays.fill(sum, (float) initialSum);
        }
    }

    @Override
    protected void beginStep() {
        slowing = 1 + (steps() - 1) * learningRateDecay;
    }

    @Override
    protected void update(int index, Parameter parameter, int from, int to) {
        float stepSize = (float) (rate(index) / slowing);
        descend(
                parameter.values(),
                parameter.gradients(),
                sums[index],
                decay(index),
                stepSize,
                (float) epsilon,
                from,
                to);
    }

    private static void descend(
            float[] value,
            float[] gradient,
            float[] sum,
            float decay,
            float stepSize,
            float epsilon,
            int from,
            int to) {
        for (int i = from; i < to; i++) {
            float slope = gradient[i] + decay * value[i];
            sum[i] += slope * slope;
            value[i] -= stepSize * slope / ((float) Math.sqrt(sum[i]) + epsilon);
        }
    }
}
