package dev.nacre.training;

/** What happens in a training, as it happens. All methods do nothing unless overridden. */
public interface TrainingListener {
    /**
     * @param epoch its number, from 1
     * @param batches how many batches it has
     */
    default void epochStarted(int epoch, int batches) {}

    /**
     * @param epoch the number of the epoch, from 1
     * @param batch the number of the batch, from 1
     * @param loss the loss of the batch, before the step of the optimiser
     */
    default void batchDone(int epoch, int batch, float loss) {}

    /** The last batch of the epoch is trained; validation follows. */
    default void epochTrained() {}

    /** @param history the training so far; its last epoch is the one that ended, validation included */
    default void epochDone(History history) {}

    /** @param history the whole training, which ended well: by its number of epochs, or early for a reason */
    default void fitted(History history) {}

    /** The training has ended, whether well or with an exception. */
    default void ended() {}
}
