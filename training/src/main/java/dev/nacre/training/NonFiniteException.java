package dev.nacre.training;

import java.util.Locale;
import java.util.Optional;

/**
 * A loss, a gradient or a weight is infinite or not a number: training cannot go on. Weights, running statistics, mode and
 * step are those before the batch that failed, and gradients are zero; the optimiser keeps its own state.
 */
public final class NonFiniteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int epoch;
    private final int batch;
    private final String where;

    private NonFiniteException(String message, int epoch, int batch, Optional<String> where) {
        super(message);
        this.epoch = epoch;
        this.batch = batch;
        this.where = where.orElse(null);
    }

    static NonFiniteException inTraining(
            String what, int epoch, int batch, int batches, Optional<String> where, float learningRate) {
        return new NonFiniteException(
                String.format(
                        Locale.ROOT,
                        "%s in epoch %d, batch %d of %d%s. The network is as it was before this batch. %s",
                        what,
                        epoch,
                        batch,
                        batches,
                        where(where),
                        advice(where, learningRate)),
                epoch,
                batch,
                where);
    }

    static NonFiniteException inValidation(double loss, int epoch, Optional<String> where) {
        return new NonFiniteException(
                String.format(
                        Locale.ROOT,
                        "the validation loss is %s after epoch %d%s. Look for values in the validation data that are not"
                                + " finite or very large, or lower the learning rate",
                        loss,
                        epoch,
                        where(where)),
                epoch,
                0,
                where);
    }

    private static String where(Optional<String> where) {
        return where.map(place -> "; the first that is not finite is " + place).orElse("");
    }

    private static String advice(Optional<String> where, float learningRate) {
        if (where.filter(place -> place.startsWith("input ") || place.startsWith("target "))
                .isPresent()) {
            return "Look for values in the data that are not finite";
        }
        return "Lower the learning rate (now " + learningRate
                + "), clip gradients, or look for very large values in the" + " data";
    }

    /** @return the number of the epoch, from 1 */
    public int epoch() {
        return epoch;
    }

    /** @return the number of the batch, from 1; 0 where validation failed */
    public int batch() {
        return batch;
    }

    /**
     * @return what is not finite, such as {@code block hidden2}, {@code input image}, {@code parameter hidden1.dense.weight}
     *     or {@code gradient of hidden1.dense.weight}; empty for a network that cannot tell
     */
    public Optional<String> where() {
        return Optional.ofNullable(where);
    }
}
