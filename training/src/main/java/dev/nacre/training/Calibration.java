package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** Predictions in bins by their probability. */
final class Calibration implements Measurement {
    private final ClassRows rows;
    private final long[] right;
    private final double[] probabilities;
    private long samples;

    Calibration(Reading reading, int bins) {
        this.rows = new ClassRows(reading);
        this.right = new long[bins];
        this.probabilities = new double[bins];
    }

    @Override
    public void add(List<Tensor> outputs, Batch batch) {
        rows.read(outputs, batch);
        for (int row = 0; row < rows.rows(); row++) {
            int label = rows.label(row);
            if (label >= 0) {
                int predicted = rows.predicted(row);
                double probability = rows.probability(row, predicted);
                int bin = bin(probability);
                samples++;
                right[bin] += predicted == label ? 1 : 0;
                probabilities[bin] += probability;
            }
        }
    }

    private int bin(double probability) {
        int above = (int) Math.ceil(probability * right.length) - 1;
        return Math.max(0, Math.min(right.length - 1, above));
    }

    @Override
    public double value() {
        double sum = 0;
        for (int bin = 0; bin < right.length; bin++) {
            sum += Math.abs(right[bin] - probabilities[bin]);
        }
        return sum / samples;
    }
}
