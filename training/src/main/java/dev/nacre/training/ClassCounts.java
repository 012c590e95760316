package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** How often each class is there, is predicted, and is predicted where it is there. */
final class ClassCounts {
    private final String metric;
    private long[] actual = {};
    private long[] predicted = {};
    private long[] right = {};
    private long samples;

    /** A metric of one class against the rest. */
    interface OfClass {
        double value(long right, long predicted, long actual);
    }

    ClassCounts(String metric) {
        this.metric = metric;
    }

    static Function<Reading, Measurement> measuring(ToDoubleFunction<ClassCounts> value) {
        return reading -> new Measurement() {
            private final ClassRows rows = new ClassRows(reading);
            private final ClassCounts counts = new ClassCounts(reading.metric());

            @Override
            public void add(List<Tensor> outputs, Batch batch) {
                rows.read(outputs, batch);
                for (int row = 0; row < rows.rows(); row++) {
                    if (rows.label(row) >= 0) {
                        counts.add(rows.label(row), rows.predicted(row), rows.classes());
                    }
                }
            }

            @Override
            public double value() {
                return value.applyAsDouble(counts);
            }
        };
    }

    void add(int label, int prediction, int classes) {
        if (actual.length == 0) {
            actual = new long[classes];
            predicted = new long[classes];
            right = new long[classes];
        }
        count(label, prediction, 1);
    }

    ClassCounts(String metric, long[][] matrix) {
        this(metric);
        actual = new long[matrix.length];
        predicted = new long[matrix.length];
        right = new long[matrix.length];
        for (int label = 0; label < matrix.length; label++) {
            for (int prediction = 0; prediction < matrix.length; prediction++) {
                count(label, prediction, matrix[label][prediction]);
            }
        }
    }

    private void count(int label, int prediction, long count) {
        actual[label] += count;
        predicted[prediction] += count;
        samples += count;
        if (label == prediction) {
            right[label] += count;
        }
    }

    double accuracy() {
        long sum = 0;
        for (long count : right) {
            sum += count;
        }
        return (double) sum / samples;
    }

    static double precision(long right, long predicted, long actual) {
        return predicted == 0 ? 0 : (double) right / predicted;
    }

    static double recall(long right, long predicted, long actual) {
        return actual == 0 ? 0 : (double) right / actual;
    }

    static double f1(long right, long predicted, long actual) {
        return predicted + actual == 0 ? 0 : 2.0 * right / (predicted + actual);
    }

    double of(int label, OfClass value) {
        return value.value(right[label], predicted[label], actual[label]);
    }

    double mean(Average average, OfClass value) {
        if (samples == 0) {
            return Double.NaN;
        }
        return switch (average) {
            case BINARY -> ofOne(value);
            case MICRO -> accuracy();
            case MACRO, WEIGHTED -> {
                double sum = 0;
                double weights = 0;
                for (int label = 0; label < actual.length; label++) {
                    double weight = average == Average.WEIGHTED ? actual[label] : occurs(label) ? 1 : 0;
                    sum += weight * of(label, value);
                    weights += weight;
                }
                yield sum / weights;
            }
        };
    }

    private boolean occurs(int label) {
        return actual[label] + predicted[label] > 0;
    }

    private double ofOne(OfClass value) {
        if (actual.length != 2) {
            throw new IllegalArgumentException("metric \"" + metric + "\" is of class 1 of two, but there are "
                    + actual.length + " classes: choose Average.MACRO, MICRO or WEIGHTED");
        }
        return of(1, value);
    }
}
