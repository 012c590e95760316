package dev.nacre.training;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** The first sample of a data set and what the network makes of it: tells what can be measured before anything is trained. */
final class FirstSample {
    private final Batch batch;
    private final List<Tensor> outputs;

    /** Asks the network in evaluation mode, which changes nothing in it. */
    FirstSample(Network network, Dataset data) {
        this.batch = data.gatherer().gather(new int[] {0}, 0, 1);
        Mode before = network.mode();
        try {
            network.eval().forward(batch);
            this.outputs = network.outputs();
        } finally {
            network.mode(before);
        }
    }

    /** @return the metric that fits one output and one label; none for several */
    List<Metric> defaultMetrics() {
        List<Object> labels = batch.labels().stream()
                .filter(column -> !(column instanceof float[])) // weights of samples
                .toList();
        if (labels.size() != 1 || outputs.size() != 1) {
            return List.of();
        }
        Tensor output = outputs.get(0);
        if (labels.get(0) instanceof Tensor target) {
            return target.sizes().equals(output.sizes()) ? List.of(Metrics.meanAbsoluteError()) : List.of();
        }
        int rank = output.sizes().rank();
        long scores = (long) ((int[]) labels.get(0)).length
                * (rank < 2 ? 0 : output.sizes().size(rank - 1));
        return scores == output.elements() ? List.of(Metrics.accuracy()) : List.of();
    }

    /**
     * @return the metrics
     * @throws IllegalArgumentException if one of this library's does not fit
     */
    List<Metric> require(List<Metric> metrics) {
        for (Metric metric : metrics) {
            if (metric instanceof OutputMetric) {
                Measurement measurement = metric.begin();
                measurement.add(outputs, batch);
                measurement.value();
            }
        }
        return metrics;
    }
}
