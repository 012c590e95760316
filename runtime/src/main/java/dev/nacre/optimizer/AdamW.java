package dev.nacre.optimizer;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", ICLR 2019), as in
 * PyTorch:
 *
 * <pre>
 * value *= 1 - learningRate * weightDecay
 * m = beta1 * m + (1 - beta1) * gradient
 * v = beta2 * v + (1 - beta2) * gradient^2
 * w = amsgrad ? max(w, v) : v
 * value -= learningRate / (1 - beta1^t) * m / (sqrt(w) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * <p>The weight decay is 0.01 unless another is given.
 */
public final class AdamW extends AdamSteps<AdamW> {
    private static final double DEFAULT_WEIGHT_DECAY = 0.01;

    private AdamW(float learningRate) {
        super(learningRate, true);
        weightDecay(DEFAULT_WEIGHT_DECAY);
    }

    /**
     * @param learningRate the size of a step; 0.001 is usual
     * @return AdamW with PyTorch's options, to be given others and parameters
     * @throws IllegalArgumentException if the learning rate is negative or not finite
     */
    public static AdamW of(float learningRate) {
        return new AdamW(learningRate);
    }

    @Override
    protected AdamW self() {
        return this;
    }
}
