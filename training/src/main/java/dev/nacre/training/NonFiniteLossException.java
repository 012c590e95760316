package dev.nacre.training;

import java.util.Locale;

/** The loss is infinite or not a number: training cannot go on. The weights are those before the step that failed. */
public final class NonFiniteLossException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NonFiniteLossException(String message) {
        super(message);
    }

    static NonFiniteLossException inTraining(float loss, int epoch, int batch, int batches, float learningRate) {
        return new NonFiniteLossException(String.format(
                Locale.ROOT,
                "the training loss is %s in epoch %d, batch %d of %d: lower the learning rate (now %s), or look for values in"
                        + " the data that are not finite or very large",
                loss,
                epoch,
                batch,
                batches,
                learningRate));
    }

    static NonFiniteLossException inValidation(double loss, int epoch) {
        return new NonFiniteLossException(String.format(
                Locale.ROOT,
                "the validation loss is %s after epoch %d: look for values in the validation data that are not finite or"
                        + " very large, or lower the learning rate",
                loss,
                epoch));
    }
}
