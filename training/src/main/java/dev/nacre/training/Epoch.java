package dev.nacre.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One pass over the training data.
 *
 * @param number from 1
 * @param training the means over the batches as they were trained: with dropout, and while the weights changed
 * @param validation the network after the epoch on the validation data, in evaluation mode; empty without such data
 * @param seconds how long the training took, validation and callbacks not counted
 */
public record Epoch(int number, Evaluation training, Optional<Evaluation> validation, double seconds) {
    /** @return the mean training loss over the samples */
    public double trainingLoss() {
        return training.loss();
    }

    /** @return the mean validation loss over the samples */
    public OptionalDouble validationLoss() {
        return validation.isPresent() ? OptionalDouble.of(validation.get().loss()) : OptionalDouble.empty();
    }

    /** @return how many samples were trained in a second */
    public double samplesPerSecond() {
        return training.samples() / seconds;
    }

    /**
     * The sign of overfitting: the network gets better on what it sees and worse on what it does not see.
     *
     * @param before an earlier epoch
     * @return whether the validation loss rose since then while the training loss fell
     */
    public boolean divergesFrom(Epoch before) {
        return validation.isPresent()
                && before.validation.isPresent()
                && validation.get().loss() > before.validation.get().loss()
                && training.loss() < before.training.loss();
    }
}
