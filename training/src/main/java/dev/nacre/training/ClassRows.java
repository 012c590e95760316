package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** The rows of scores of a batch beside their classes. One object reads batch after batch. */
final class ClassRows {
    /** How far the probabilities of many classes may be from 1 together. */
    private static final double SUM_TOLERANCE = 1e-3;

    private final Reading reading;
    private float[] scores;
    private Object labels;
    private int rows;
    private int width;

    ClassRows(Reading reading) {
        this.reading = reading;
    }

    ClassRows read(List<Tensor> outputs, Batch batch) {
        Tensor prediction = reading.prediction(outputs);
        int rank = prediction.sizes().rank();
        int found = rank < 2 ? 0 : prediction.sizes().size(rank - 1);
        labels = reading.labels(batch);
        scores = prediction.data();
        rows = found == 0 ? 0 : prediction.elements() / found;
        if (width != 0 && found != width) {
            throw new IllegalArgumentException(
                    "metric \"" + reading.metric() + "\" saw rows of " + width + " scores, and now of " + found);
        }
        width = found;
        boolean fits = labels instanceof int[] indices
                ? width > 0 && indices.length == rows
                : width > 0 && ((Tensor) labels).elements() == prediction.elements();
        if (!fits) {
            throw reading.misfit(
                    prediction,
                    labels instanceof int[] indices
                            ? indices.length + " class indices"
                            : "targets of shape " + ((Tensor) labels).sizes());
        }
        if (labels instanceof Tensor targets) {
            for (int row = 0; row < rows; row++) {
                requireClass(targets.data(), row);
            }
        }
        return this;
    }

    /** Other targets are a regression's: a threshold on them or the largest of them would say nothing. */
    private void requireClass(float[] targets, int row) {
        double sum = 0;
        boolean inRange = true;
        for (int place = row * width; place < (row + 1) * width; place++) {
            sum += targets[place];
            inRange &= targets[place] >= 0 && targets[place] <= 1;
        }
        if (width == 1 ? !(sum == 0 || Math.abs(sum) == 1) : !inRange || Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw reading.noClass(
                    width == 1
                            ? "the target " + targets[row] + " there, and neither 0 nor 1"
                            : "targets there that are no probabilities of classes, which sum to 1");
        }
    }

    int rows() {
        return rows;
    }

    /** @return the number of classes: two where a sample has one score */
    int classes() {
        return Math.max(2, width);
    }

    /** @return the class of a row; negative where it does not count */
    int label(int row) {
        if (labels instanceof int[] indices) {
            if (indices[row] >= classes()) {
                throw new IllegalArgumentException("metric \"" + reading.metric() + "\" found the class index "
                        + indices[row] + ", but the output has " + classes() + " classes, from 0 to "
                        + (classes() - 1));
            }
            return indices[row];
        }
        float[] targets = ((Tensor) labels).data();
        return width == 1 ? (targets[row] >= 0.5f ? 1 : 0) : largest(targets, row);
    }

    int predicted(int row) {
        return width == 1 ? (scores[row] >= (reading.probabilities() ? 0.5f : 0) ? 1 : 0) : largest(scores, row);
    }

    private int largest(float[] values, int row) {
        int from = row * width;
        int best = 0;
        for (int place = 1; place < width; place++) {
            if (values[from + place] > values[from + best]) {
                best = place;
            }
        }
        return best;
    }

    /** @return how many classes come before this one, by falling score, then by number */
    int rank(int row, int label) {
        if (width == 1) {
            return predicted(row) == label ? 0 : 1;
        }
        float own = scores[row * width + label];
        int before = 0;
        for (int place = 0; place < width; place++) {
            float other = scores[row * width + place];
            if (other > own || other == own && place < label) {
                before++;
            }
        }
        return Float.isNaN(own) ? width : before;
    }

    /** @return a number that grows with the probability of class 1 of two */
    double score(int row) {
        if (width == 1) {
            return scores[row];
        }
        return reading.probabilities() ? scores[2 * row + 1] : (double) scores[2 * row + 1] - scores[2 * row];
    }

    /** @return the probability of a class */
    double probability(int row, int label) {
        if (width == 1) {
            double one = reading.probabilities() ? scores[row] : 1 / (1 + Math.exp(-scores[row]));
            return label == 1 ? one : 1 - one;
        }
        int from = row * width;
        if (reading.probabilities()) {
            return scores[from + label];
        }
        double sum = 0;
        for (int place = 0; place < width; place++) {
            sum += Math.exp((double) scores[from + place] - scores[from + label]);
        }
        return 1 / sum;
    }
}
