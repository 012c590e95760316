package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is measured on the way over a data set. */
final class Totals {
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private double loss;
    private int samples;

    Totals(List<? extends Metric> metrics) {
        metrics.forEach(metric -> measurements.put(metric.name(), metric.begin()));
    }

    /**
     * @return the metrics
     * @throws IllegalArgumentException if two have one name
     */
    static List<Metric> distinct(Metric... metrics) {
        List<Metric> list = List.of(metrics);
        for (int place = 1; place < list.size(); place++) {
            String name = list.get(place).name();
            if (list.subList(0, place).stream().anyMatch(other -> other.name().equals(name))) {
                throw new IllegalArgumentException(
                        "two metrics are named \"" + name + "\": give one another name with named(...)");
            }
        }
        return list;
    }

    void add(float batchLoss, List<Tensor> outputs, Batch batch) {
        loss += (double) batchLoss * batch.size();
        samples += batch.size();
        for (Measurement measurement : measurements.values()) {
            measurement.add(outputs, batch);
        }
    }

    Evaluation evaluation() {
        Map<String, Double> values = new LinkedHashMap<>();
        measurements.forEach((name, measurement) -> values.put(name, measurement.value()));
        return new Evaluation(samples, loss / samples, Collections.unmodifiableMap(values));
    }
}
