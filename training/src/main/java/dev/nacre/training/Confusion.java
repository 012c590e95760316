package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** Counts a confusion matrix on the way over a data set. */
final class Confusion {
    private final ClassRows rows;
    private long[][] counts;

    Confusion(int output, int label) {
        this.rows = new ClassRows(new Reading(Reading.CONFUSION, output, label, false));
    }

    void add(List<Tensor> outputs, Batch batch) {
        rows.read(outputs, batch);
        if (counts == null) {
            counts = new long[rows.classes()][rows.classes()];
        }
        for (int row = 0; row < rows.rows(); row++) {
            int label = rows.label(row);
            if (label >= 0) {
                counts[label][rows.predicted(row)]++;
            }
        }
    }

    ConfusionMatrix matrix() {
        return ConfusionMatrix.of(counts);
    }
}
