package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** What a metric reads of a batch: one output and its label. */
record Reading(String metric, int output, int label, boolean probabilities) {
    /** What a confusion matrix is called where a metric has its name. */
    static final String CONFUSION = "confusion matrix";

    Tensor prediction(List<Tensor> outputs) {
        if (output >= outputs.size()) {
            throw new IllegalArgumentException("metric \"" + metric + "\" reads output " + output
                    + ", but the network has " + outputs.size() + (outputs.size() == 1 ? " output" : " outputs")
                    + ": numbers count from 0");
        }
        return outputs.get(output);
    }

    Object labels(Batch batch) {
        List<Object> all = batch.labels();
        if (label >= all.size()) {
            throw new IllegalArgumentException("metric \"" + metric + "\" reads label " + label
                    + ", but the data has " + all.size() + (all.size() == 1 ? " label" : " labels")
                    + ": numbers count from 0; " + remedy());
        }
        return all.get(label);
    }

    Tensor targets(Batch batch, Tensor prediction) {
        if (!(labels(batch) instanceof Tensor targets)) {
            throw new IllegalArgumentException("metric \"" + metric + "\" needs targets as label " + label
                    + " of the data, which has class indices there: " + remedy());
        }
        if (!prediction.sizes().equals(targets.sizes())) {
            throw misfit(prediction, "targets of shape " + targets.sizes());
        }
        return targets;
    }

    IllegalArgumentException noClass(String found) {
        return new IllegalArgumentException("metric \"" + metric + "\" needs classes as label " + label
                + " of the data, which has " + found + ": " + remedy());
    }

    IllegalArgumentException misfit(Tensor prediction, String labels) {
        return new IllegalArgumentException("metric \"" + metric + "\" cannot compare an output of shape "
                + prediction.sizes() + " with " + labels + ": " + remedy());
    }

    private String remedy() {
        return metric.equals(CONFUSION)
                ? "give the numbers of an output and a label of classes, as in confusionMatrix(data, 1, 1)"
                : "name the metrics that fit, or none, with metrics(...)";
    }
}
