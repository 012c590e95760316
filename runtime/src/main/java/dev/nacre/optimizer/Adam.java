package dev.nacre.optimizer;

/**
 * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015), as in PyTorch, where weight decay goes
 * into the gradient:
 *
 * <pre>
 * g = gradient + weightDecay * value
 * m = beta1 * m + (1 - beta1) * g
 * v = beta2 * v + (1 - beta2) * g^2
 * w = amsgrad ? max(w, v) : v
 * value -= learningRate / (1 - beta1^t) * m / (sqrt(w) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 */
public final class Adam extends AdamSteps<Adam> {
    private Adam(float learningRate) {
        super(learningRate, false);
    }

    /**
     * @param learningRate the size of a step; 0.001 is usual
     * @return Adam with the paper's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static Adam of(float learningRate) {
        return new Adam(learningRate);
    }

    @Override
    protected Adam self() {
        return this;
    }
}
