package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Sums over predictions and targets, per element of a sample. */
final class Regression {
    private long samples;
    private double absolute;
    private double[] squared = {};
    private double[] mean = {};
    private double[] spread = {};

    static Function<Reading, Measurement> measuring(ToDoubleFunction<Regression> value) {
        return reading -> new Measurement() {
            private final Regression sums = new Regression();

            @Override
            public void add(List<Tensor> outputs, Batch batch) {
                Tensor prediction = reading.prediction(outputs);
                sums.add(prediction, reading.targets(batch, prediction));
            }

            @Override
            public double value() {
                return value.applyAsDouble(sums);
            }
        };
    }

    private void add(Tensor prediction, Tensor target) {
        int count = prediction.sizes().size(0);
        int elements = count == 0 ? 0 : prediction.elements() / count;
        if (squared.length == 0) {
            squared = new double[elements];
            mean = new double[elements];
            spread = new double[elements];
        }
        for (int row = 0; row < count; row++) {
            samples++;
            for (int element = 0; element < elements; element++) {
                add(element, prediction.data()[row * elements + element], target.data()[row * elements + element]);
            }
        }
    }

    private void add(int element, double prediction, double target) {
        double error = prediction - target;
        absolute += Math.abs(error);
        squared[element] += error * error;
        // Welford's way, which does not cancel.
        double off = target - mean[element];
        mean[element] += off / samples;
        spread[element] += off * (target - mean[element]);
    }

    double meanAbsoluteError() {
        return absolute / samples / squared.length;
    }

    double rootMeanSquaredError() {
        double sum = 0;
        for (double part : squared) {
            sum += part;
        }
        return Math.sqrt(sum / samples / squared.length);
    }

    double r2() {
        if (samples < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int element = 0; element < squared.length; element++) {
            sum += squared[element] == 0 ? 1 : spread[element] == 0 ? 0 : 1 - squared[element] / spread[element];
        }
        return sum / squared.length;
    }
}
