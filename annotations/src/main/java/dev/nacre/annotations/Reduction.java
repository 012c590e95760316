package dev.nacre.annotations;

/** How the losses of a batch become one number. */
public enum Reduction {
    /**
     * The mean, as PyTorch's {@code mean}: over batch and elements of losses that compare element by element, over batch and
     * positions of losses on classes (those that count, each as much as its class weighs), over the batch of losses between
     * embeddings.
     */
    MEAN,
    /** The sum of what {@link #MEAN} averages. */
    SUM,
    /** That sum over the number of samples, as PyTorch's {@code batchmean}. */
    BATCH_MEAN
}
