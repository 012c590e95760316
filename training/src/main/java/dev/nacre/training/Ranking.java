package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Collects scores for metrics of their order: of class 1 of two, or of each class against the rest. */
final class Ranking implements Measurement {
    private final ClassRows rows;
    private final ToDoubleFunction<Ranked> value;
    private Ranked[] classes = {};

    Ranking(Reading reading, ToDoubleFunction<Ranked> value) {
        this.rows = new ClassRows(reading);
        this.value = value;
    }

    @Override
    public void add(List<Tensor> outputs, Batch batch) {
        rows.read(outputs, batch);
        if (classes.length == 0) {
            classes = new Ranked[rows.classes() == 2 ? 1 : rows.classes()];
            Arrays.setAll(classes, number -> new Ranked());
        }
        for (int row = 0; row < rows.rows(); row++) {
            int label = rows.label(row);
            if (label < 0) {
                continue;
            }
            if (classes.length == 1) {
                classes[0].add(rows.score(row), label == 1);
            } else {
                for (int number = 0; number < classes.length; number++) {
                    classes[number].add(rows.probability(row, number), label == number);
                }
            }
        }
    }

    @Override
    public double value() {
        if (classes.length == 1) {
            return value.applyAsDouble(classes[0]);
        }
        return Arrays.stream(classes)
                .filter(Ranked::hasPositives)
                .mapToDouble(value)
                .average()
                .orElse(Double.NaN);
    }
}
