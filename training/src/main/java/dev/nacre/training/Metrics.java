package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** The usual metrics. */
public final class Metrics {
    private Metrics() {}

    /** @return the accuracy of the first output on the first label */
    public static Metric accuracy() {
        return accuracy("accuracy", 0, 0);
    }

    /**
     * The part of the predictions whose largest element is at the place of the label; the last axis counts the classes.
     *
     * @param name the name in histories and tables
     * @param output the number of the output, from 0 in order of declaration
     * @param label the number of its label, from 0 in order of declaration; class indices
     * @return the metric, in [0, 1]
     */
    public static Metric accuracy(String name, int output, int label) {
        return new Accuracy(name, output, label);
    }

    /** @return the mean absolute error of the first output against the first label */
    public static Metric meanAbsoluteError() {
        return meanAbsoluteError("mean absolute error", 0, 0);
    }

    /**
     * The mean over samples and elements of {@code |prediction - target|}.
     *
     * @param name the name in histories and tables
     * @param output the number of the output, from 0 in order of declaration
     * @param label the number of its label, from 0 in order of declaration; a tensor of the output's shape
     * @return the metric, 0 or above
     */
    public static Metric meanAbsoluteError(String name, int output, int label) {
        return new MeanAbsoluteError(name, output, label);
    }

    private static Tensor predictionOf(String metric, List<Tensor> outputs, int output) {
        if (output >= outputs.size()) {
            throw new IllegalArgumentException("metric \"" + metric + "\" reads output " + output
                    + ", but the network has " + outputs.size() + " outputs: numbers count from 0");
        }
        return outputs.get(output);
    }

    private static Object labelOf(String metric, Batch batch, int label, Class<?> type) {
        Object found = label < batch.labels().size() ? batch.labels().get(label) : null;
        if (!type.isInstance(found)) {
            throw new IllegalArgumentException("metric \"" + metric + "\" needs "
                    + (type == int[].class ? "class indices" : "targets") + " as label " + label
                    + " of the data, which "
                    + (found == null ? "has " + batch.labels().size() + " labels" : "has the other kind there")
                    + ": name the metrics that fit, or none, with metrics(...)");
        }
        return found;
    }

    private static IllegalArgumentException misfit(String metric, Tensor prediction, String label) {
        return new IllegalArgumentException("metric \"" + metric + "\" cannot compare an output of shape "
                + prediction.sizes() + " with " + label + ": name the metrics that fit, or none, with metrics(...)");
    }

    private record Accuracy(String name, int output, int label) implements Metric {
        @Override
        public double sum(List<Tensor> outputs, Batch batch) {
            Tensor prediction = predictionOf(name, outputs, output);
            int[] labels = (int[]) labelOf(name, batch, label, int[].class);
            int rank = prediction.sizes().rank();
            int classes = rank < 2 ? 0 : prediction.sizes().size(rank - 1);
            if ((long) classes * labels.length != prediction.elements()) {
                throw misfit(name, prediction, labels.length + " class indices");
            }
            int right = 0;
            for (int row = 0; row < labels.length; row++) {
                if (largest(prediction.data(), row * classes, classes) == labels[row]) {
                    right++;
                }
            }
            return labels.length == 0 ? 0 : (double) right * batch.size() / labels.length;
        }

        private static int largest(float[] values, int from, int count) {
            int best = 0;
            for (int place = 1; place < count; place++) {
                if (values[from + place] > values[from + best]) {
                    best = place;
                }
            }
            return best;
        }
    }

    private record MeanAbsoluteError(String name, int output, int label) implements Metric {
        @Override
        public double sum(List<Tensor> outputs, Batch batch) {
            Tensor prediction = predictionOf(name, outputs, output);
            Tensor target = (Tensor) labelOf(name, batch, label, Tensor.class);
            if (!prediction.sizes().equals(target.sizes())) {
                throw misfit(name, prediction, "targets of shape " + target.sizes());
            }
            double sum = 0;
            for (int element = 0; element < prediction.elements(); element++) {
                sum += Math.abs(prediction.data()[element] - (double) target.data()[element]);
            }
            return prediction.elements() == 0 ? 0 : sum * batch.size() / prediction.elements();
        }
    }
}
