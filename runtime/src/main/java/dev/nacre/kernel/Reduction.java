package dev.nacre.kernel;

/** How the losses of a batch become one number. */
public enum Reduction {
    /** Their mean: over all elements, or over all labels that count, each as much as its class weighs. */
    MEAN,
    /** Their sum. */
    SUM,
    /** Their sum over the number of samples, however many elements or labels each has. */
    BATCH_MEAN;

    /** @return what the sum over {@code rows} samples of {@code perRow} losses each is divided by */
    double divisor(int rows, int perRow) {
        return switch (this) {
            case MEAN -> (double) rows * perRow;
            case SUM -> 1;
            case BATCH_MEAN -> rows;
        };
    }

    /** @return the same where the mean is not over a known number but over {@code counted} */
    double divisor(int rows, double counted) {
        return this == MEAN ? counted : divisor(rows, 1);
    }
}
