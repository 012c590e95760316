package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** Counts labels among the largest scores. */
final class TopK implements Measurement {
    private final ClassRows rows;
    private final int k;
    private long hits;
    private long samples;

    TopK(Reading reading, int k) {
        this.rows = new ClassRows(reading);
        this.k = k;
    }

    @Override
    public void add(List<Tensor> outputs, Batch batch) {
        rows.read(outputs, batch);
        for (int row = 0; row < rows.rows(); row++) {
            int label = rows.label(row);
            if (label >= 0) {
                samples++;
                hits += rows.rank(row, label) < k ? 1 : 0;
            }
        }
    }

    @Override
    public double value() {
        return (double) hits / samples;
    }
}
