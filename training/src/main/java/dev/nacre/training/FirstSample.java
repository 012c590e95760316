package dev.nacre.training;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** The first sample of a data set and what the network makes of it: tells what can be measured before anything is trained. */
final class FirstSample {
    private final Network network;
    private final int samples;
    private final Batch batch;
    private final List<Tensor> outputs;

    /** Asks the network in evaluation mode, which changes nothing in it. */
    FirstSample(Network network, Dataset data) {
        this.network = network;
        this.samples = data.size();
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

    /**
     * Trains on the sample alone where some batch will have one sample, and takes back what that changes: better now than at the
     * end of the first epoch. Only a network with running statistics may need more than one.
     *
     * @throws IllegalArgumentException if the network refuses
     */
    void requireTrained(int batchSize, boolean dropLast) {
        boolean alone = batchSize == 1 || samples % batchSize == 1 && !dropLast;
        if (!alone || network.state().size() == network.parameters().size()) {
            return;
        }
        Snapshot statistics = Snapshot.ofStatistics(network);
        statistics.take();
        Mode before = network.mode();
        long step = network.step();
        try {
            network.train().forward(batch);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(refusal(batchSize), e);
        } finally {
            statistics.restore();
            network.step(step).mode(before);
        }
    }

    private String refusal(int batchSize) {
        String found = "the only sample";
        String remedy = "give it more";
        if (batchSize == 1) {
            found = "batches of 1 sample";
            remedy = "take a batch size of 2 or more";
        } else if (samples > 1) {
            int other = batchSize + 1;
            while (samples % other == 1) {
                other++;
            }
            found = samples + " samples in batches of " + batchSize + " leave 1 sample for the last batch";
            remedy = "leave it out with dropLast(true), or take another batch size, such as " + other;
        }
        return found
                + ": this network cannot be trained on one sample alone, as batch normalisation has no deviation of"
                + " one value; " + remedy;
    }
}
