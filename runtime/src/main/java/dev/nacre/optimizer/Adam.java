package dev.nacre.optimizer;

import dev.nacre.network.Parameter;
import java.util.List;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015), as in PyTorch, where weight decay goes
 * into the gradient:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g^2
 * value -= learningRate / (1 - beta1^t) * m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 */
public final class Adam extends Optimizer {
    private double beta1 = 0.9;
    private double beta2 = 0.999;
    private double epsilon = 1e-8;
    private double weightDecay;
    private long steps;
    private float stepSize;
    private float inverseCorrection;
    private float[][] means = {};
    private float[][] squares = {};

    private Adam(float learningRate) {
        super(learningRate);
    }

    /**
     * @param learningRate the size of a step; 0.001 is usual
     * @return Adam with the paper's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static Adam of(float learningRate) {
        return new Adam(learningRate);
    }

    /**
     * @param beta1 how much of the mean gradient is kept from step to step; 0.9 is the default
     * @param beta2 how much of the mean squared gradient is kept; 0.999 is the default
     * @return this
     * @throws IllegalArgumentException if one is not from 0 to 1, without 1
     */
    public Adam betas(double beta1, double beta2) {
        requireOptionsOpen("betas");
        this.beta1 = Options.decayRate("beta1", beta1);
        this.beta2 = Options.decayRate("beta2", beta2);
        return this;
    }

    /**
     * @param epsilon what is added to the root of the mean squared gradient; 1e-8 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adam epsilon(double epsilon) {
        requireOptionsOpen("epsilon");
        this.epsilon = Options.nonNegative("epsilon", epsilon);
        return this;
    }

    /**
     * @param weightDecay the weight of {@code value^2 / 2} in the loss; 0 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adam weightDecay(double weightDecay) {
        requireOptionsOpen("weightDecay");
        this.weightDecay = Options.nonNegative("weight decay", weightDecay);
        return this;
    }

    @Override
    public Adam over(List<Parameter> parameters) {
        super.over(parameters);
        return this;
    }

    @Override
    protected void prepare(List<Parameter> parameters) {
        means = new float[parameters.size()][];
        squares = new float[parameters.size()][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new float[parameters.get(i).value().elements()];
            squares[i] = new float[parameters.get(i).value().elements()];
        }
    }

    @Override
    protected void beginStep() {
        steps++;
        // StrictMath and double: the corrections have the same bits everywhere and do not drift.
        stepSize = (float) (learningRate() / (1 - StrictMath.pow(beta1, steps)));
        inverseCorrection = (float) (1 / StrictMath.sqrt(1 - StrictMath.pow(beta2, steps)));
    }

    @Override
    protected void update(int index, Parameter parameter) {
        average(parameter, means[index], squares[index], (float) weightDecay);
        descend(parameter.values(), means[index], squares[index], stepSize, inverseCorrection, (float) epsilon);
    }

    private void average(Parameter parameter, float[] mean, float[] square, float decay) {
        float[] value = parameter.values();
        float[] gradient = parameter.gradients();
        float keep1 = (float) beta1;
        float keep2 = (float) beta2;
        float enter1 = (float) (1 - beta1);
        float enter2 = (float) (1 - beta2);
        for (int i = 0; i < mean.length; i++) {
            float slope = gradient[i] + decay * value[i];
            mean[i] = keep1 * mean[i] + enter1 * slope;
            square[i] = keep2 * square[i] + enter2 * slope * slope;
        }
    }

    private static void descend(
            float[] value, float[] mean, float[] square, float stepSize, float inverseCorrection, float epsilon) {
        for (int i = 0; i < value.length; i++) {
            value[i] -= stepSize * mean[i] / ((float) Math.sqrt(square[i]) * inverseCorrection + epsilon);
        }
    }
}
