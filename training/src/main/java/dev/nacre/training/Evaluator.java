package dev.nacre.training;

import dev.nacre.data.Batches;
import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Measures a network in evaluation mode, and leaves it in the mode in which it found it. */
public final class Evaluator {
    private final Network network;
    private List<Metric> metrics;
    private int batchSize = 256;
    private Dataset known;
    private Batches batches;
    private Optional<String> nonFinite = Optional.empty();

    private Evaluator(Network network) {
        this.network = Objects.requireNonNull(network, "network");
    }

    /**
     * @param network the network to measure, which declares a loss
     * @return an evaluator with batches of 256 and the metric that fits the labels
     */
    public static Evaluator of(Network network) {
        return new Evaluator(network);
    }

    /**
     * @param size the number of samples that run together
     * @return this
     * @throws IllegalArgumentException if the size is below 1
     */
    public Evaluator batchSize(int size) {
        this.batchSize = Numbers.atLeastOne("batch size", size);
        this.known = null;
        return this;
    }

    /**
     * Replaces the metrics, which otherwise are the accuracy of one output on one column of class indices, the mean absolute
     * error of one output against one column of targets of its shape, and none else.
     *
     * @param chosen the metrics; none for the loss alone
     * @return this
     * @throws IllegalArgumentException if two have one name
     */
    public Evaluator metrics(Metric... chosen) {
        return metrics(Totals.distinct(chosen));
    }

    Evaluator metrics(List<Metric> chosen) {
        this.metrics = chosen;
        return this;
    }

    /**
     * @param data samples with labels
     * @return the mean loss over all samples, and the metrics
     * @throws IllegalArgumentException if there is no sample, or a metric does not fit
     * @throws IllegalStateException if the network declares no loss
     */
    public Evaluation evaluate(Dataset data) {
        requireSamples(data);
        Totals totals = new Totals(metrics == null ? new FirstSample(network, data).defaultMetrics() : metrics);
        nonFinite = Optional.empty();
        inEvaluation(data, batch -> {
            float loss = network.loss(batch);
            totals.add(loss, network.outputs(), batch);
            if (!Float.isFinite(loss) && nonFinite.isEmpty()) {
                nonFinite = network.findNonFinite();
            }
        });
        return totals.evaluation();
    }

    /** @return what was not finite in the last evaluation, where its loss is not */
    Optional<String> nonFinite() {
        return nonFinite;
    }

    /**
     * @param data samples with class indices as their first label
     * @return how the network's first output classifies them
     * @throws IllegalArgumentException if there is no sample, or these are no classes
     */
    public ConfusionMatrix confusionMatrix(Dataset data) {
        return confusionMatrix(data, 0, 0);
    }

    /**
     * @param data samples with labels
     * @param output which output, from 0 in order of declaration
     * @param label which label, from 0 in order of declaration
     * @return how the output classifies them
     * @throws IllegalArgumentException if there is no sample, or these are no classes
     */
    public ConfusionMatrix confusionMatrix(Dataset data, int output, int label) {
        requireSamples(data);
        Confusion confusion = new Confusion(output, label);
        inEvaluation(data, batch -> {
            network.forward(batch);
            confusion.add(network.outputs(), batch);
        });
        return confusion.matrix();
    }

    private static void requireSamples(Dataset data) {
        Objects.requireNonNull(data, "data");
        if (data.size() == 0) {
            throw new IllegalArgumentException("no samples: an evaluation needs at least one");
        }
    }

    private void inEvaluation(Dataset data, Consumer<Batch> action) {
        if (data != known) {
            batches = data.batches(batchSize);
            known = data;
        }
        Mode before = network.mode();
        network.eval();
        try {
            for (Batch batch : batches) {
                action.accept(batch);
            }
        } finally {
            network.mode(before);
        }
    }
}
