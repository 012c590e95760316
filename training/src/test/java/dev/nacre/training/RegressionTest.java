package dev.nacre.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTest {
    /** Two elements per sample, in batches of one and of four. */
    private static double stream(Metric metric, double[][] predictions, double[][] targets) {
        Measurement measurement = metric.begin();
        int width = predictions[0].length;
        for (int from = 0; from < predictions.length; ) {
            int size = from == 0 ? 1 : Math.min(4, predictions.length - from);
            Tensor prediction = Tensor.zeros(size, width);
            Tensor target = Tensor.zeros(size, width);
            for (int i = 0; i < size * width; i++) {
                prediction.data()[i] = (float) predictions[from + i / width][i % width];
                target.data()[i] = (float) targets[from + i / width][i % width];
            }
            measurement.add(List.of(prediction), Batch.of(Tensor.zeros(size, 1), target));
            from += size;
        }
        return measurement.value();
    }

    @Test
    void agreesWithTheDefinitions() {
        Random random = new Random(3);
        double[][] targets = new double[50][2];
        double[][] predictions = new double[50][2];
        for (int n = 0; n < 50; n++) {
            for (int i = 0; i < 2; i++) {
                // A large mean, at which sums of squares would cancel; exact as float.
                targets[n][i] = 1000 * i + random.nextInt(64) / 16.0;
                predictions[n][i] = targets[n][i] + random.nextInt(16) / 16.0 - 0.5;
            }
        }
        double absolute = 0;
        double squared = 0;
        double r2 = 0;
        for (int i = 0; i < 2; i++) {
            double mean = 0;
            double residual = 0;
            double total = 0;
            for (int n = 0; n < 50; n++) {
                mean += targets[n][i] / 50;
            }
            for (int n = 0; n < 50; n++) {
                double error = predictions[n][i] - targets[n][i];
                absolute += Math.abs(error) / 100;
                squared += error * error / 100;
                residual += error * error;
                total += (targets[n][i] - mean) * (targets[n][i] - mean);
            }
            r2 += (1 - residual / total) / 2;
        }
        assertEquals(absolute, stream(Metrics.meanAbsoluteError(), predictions, targets), 1e-12);
        assertEquals(Math.sqrt(squared), stream(Metrics.rootMeanSquaredError(), predictions, targets), 1e-12);
        assertEquals(r2, stream(Metrics.r2(), predictions, targets), 1e-9);
    }

    /** As scikit-learn's r2_score. */
    @Test
    void constantTargets() {
        double[][] five = {{5}, {5}, {5}};
        assertEquals(1, stream(Metrics.r2(), five, five));
        assertEquals(0, stream(Metrics.r2(), new double[][] {{5}, {4}, {5}}, five));
        assertEquals(Double.NaN, stream(Metrics.r2(), new double[][] {{5}}, new double[][] {{5}}));
    }

    @Test
    void ownMeansWeighSamples() {
        Metric spread = Metrics.mean("spread", false, (outputs, batch) -> 2.0 * batch.size());
        assertEquals(2, stream(spread, new double[7][1], new double[7][1]));
        assertEquals("spread", spread.name());
    }
}
