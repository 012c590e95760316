package dev.nacre.training;

import dev.nacre.data.Batches;
import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import java.util.List;

/** Measures a network in evaluation mode, and leaves it in the mode in which it found it. */
public final class Evaluator {
    private final Network network;
    private List<Metric> metrics;
    private int batchSize = 256;
    private Dataset known;
    private Batches batches;

    private Evaluator(Network network) {
        this.network = network;
    }

    /**
     * @param network the network to measure, which declares a loss
     * @return an evaluator with batches of 256 and the metric that fits the labels
     */
    public static Evaluator of(Network network) {
        return new Evaluator(network);
    }

    /**
     * @param size the number of samples that run together, at least 1
     * @return this
     */
    public Evaluator batchSize(int size) {
        this.batchSize = size;
        this.known = null;
        return this;
    }

    /**
     * Replaces the metrics, which otherwise are the accuracy for one column of class indices, the mean absolute error for
     * one column of targets, and none for several columns.
     *
     * @param chosen the metrics; none for the loss alone
     * @return this
     */
    public Evaluator metrics(Metric... chosen) {
        this.metrics = List.of(chosen);
        return this;
    }

    /**
     * @param data samples with labels
     * @return the means over all samples
     * @throws IllegalArgumentException if there is no sample
     * @throws IllegalStateException if the network declares no loss
     */
    public Evaluation evaluate(Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("no samples: an evaluation needs at least one");
        }
        if (data != known) {
            batches = data.batches(batchSize);
            known = data;
        }
        Totals totals = new Totals(metrics == null ? DefaultMetrics.of(data) : metrics);
        Mode before = network.mode();
        network.eval();
        try {
            for (Batch batch : batches) {
                totals.add(network.loss(batch), network.outputs(), batch);
            }
        } finally {
            network.mode(before);
        }
        return totals.evaluation();
    }
}
