package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums over samples, whose means are an evaluation. */
final class Totals {
    private final List<Metric> metrics;
    private final double[] sums;
    private double loss;
    private int samples;

    Totals(List<Metric> metrics) {
        this.metrics = metrics;
        this.sums = new double[metrics.size()];
    }

    void add(float batchLoss, List<Tensor> outputs, Batch batch) {
        loss += (double) batchLoss * batch.size();
        samples += batch.size();
        for (int metric = 0; metric < sums.length; metric++) {
            sums[metric] += metrics.get(metric).sum(outputs, batch);
        }
    }

    double loss() {
        return loss / samples;
    }

    Evaluation evaluation() {
        Map<String, Double> means = new LinkedHashMap<>();
        for (int metric = 0; metric < sums.length; metric++) {
            means.put(metrics.get(metric).name(), sums[metric] / samples);
        }
        return new Evaluation(samples, loss(), Collections.unmodifiableMap(means));
    }
}
