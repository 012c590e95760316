package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;

/**
 * The usual metrics, with the definitions of scikit-learn. Each compares the first output with the first label unless
 * {@link OutputMetric#output} and {@link OutputMetric#label} say otherwise.
 *
 * <p>Metrics of classes read what a classifier gives: a row of scores per sample, whose largest names the class, with class
 * indices or rows of probabilities like the prediction as labels; or one score per sample with labels 0 and 1 (or -1 and 1), which
 * says class 1 from a threshold on (see {@link OutputMetric#probabilities}). Other targets they refuse. Negative class indices are
 * not counted.
 */
public final class Metrics {
    private Metrics() {}

    /** @return the part of the samples whose predicted class is the label's, in [0, 1] */
    public static OutputMetric accuracy() {
        return OutputMetric.of("accuracy", true, ClassCounts.measuring(ClassCounts::accuracy));
    }

    /**
     * The part of the samples whose class is among those with the largest scores. Of equal scores, those of the smaller
     * classes come first.
     *
     * @param k how many classes may be named, at least 1
     * @return the metric, in [0, 1]
     * @throws IllegalArgumentException if {@code k} is below 1
     */
    public static OutputMetric topK(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("top " + k + ": give at least 1, as in topK(5)");
        }
        return OutputMetric.of("top-" + k + " accuracy", true, reading -> new TopK(reading, k));
    }

    /** @return {@link #precision(Average)} of class 1 of two */
    public static OutputMetric precision() {
        return precision(Average.BINARY);
    }

    /**
     * Of the samples predicted as a class, the part that is of it; 0 where none is predicted.
     *
     * @param average how the classes become one number
     * @return the metric, in [0, 1]
     */
    public static OutputMetric precision(Average average) {
        return averaged("precision", average, ClassCounts::precision);
    }

    /** @return {@link #recall(Average)} of class 1 of two */
    public static OutputMetric recall() {
        return recall(Average.BINARY);
    }

    /**
     * Of the samples of a class, the part that is predicted as it; 0 where there is none.
     *
     * @param average how the classes become one number
     * @return the metric, in [0, 1]
     */
    public static OutputMetric recall(Average average) {
        return averaged("recall", average, ClassCounts::recall);
    }

    /** @return {@link #f1(Average)} of class 1 of two */
    public static OutputMetric f1() {
        return f1(Average.BINARY);
    }

    /**
     * The harmonic mean of precision and recall of a class; 0 where it is neither predicted nor there.
     *
     * @param average how the classes become one number
     * @return the metric, in [0, 1]
     */
    public static OutputMetric f1(Average average) {
        return averaged("f1", average, ClassCounts::f1);
    }

    private static OutputMetric averaged(String name, Average average, ClassCounts.OfClass value) {
        Objects.requireNonNull(average, "average: give BINARY, MACRO, MICRO or WEIGHTED");
        return OutputMetric.of(average.name(name), true, ClassCounts.measuring(counts -> counts.mean(average, value)));
    }

    /**
     * The area under the receiver operating characteristic: the probability that a sample of class 1 scores above one of
     * class 0, where equal scores count half. Of more than two classes, the mean over those that occur, each against the
     * rest, by softmax probability. Keeps all scores until it is asked.
     *
     * @return the metric, in [0, 1]; NaN where all samples are of one class
     */
    public static OutputMetric rocAuc() {
        return OutputMetric.of("ROC AUC", true, reading -> new Ranking(reading, Ranked::rocAuc));
    }

    /**
     * The average precision, a sum over the curve of precision against recall that does not interpolate:
     * {@code sum (recall - recall before) precision}, over falling scores, equal scores together. Of more than two classes,
     * the mean over those that occur. Keeps all scores until it is asked.
     *
     * @return the metric, in [0, 1]; 0 where no sample is of class 1
     */
    public static OutputMetric averagePrecision() {
        return OutputMetric.of("average precision", true, reading -> new Ranking(reading, Ranked::averagePrecision));
    }

    /** @return {@link #calibrationError(int)} with 15 bins */
    public static OutputMetric calibrationError() {
        return calibrationError(15);
    }

    /**
     * The expected calibration error (Guo et al., "On Calibration of Modern Neural Networks", ICML 2017): predictions go into
     * bins of equal width by the probability of their class, and the differences between accuracy and mean probability of the
     * bins are averaged, each with the number of its samples as weight.
     *
     * @param bins how many, at least 1; a probability on a border belongs to the bin below it
     * @return the metric, in [0, 1]; smaller is better
     * @throws IllegalArgumentException if there is no bin
     */
    public static OutputMetric calibrationError(int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException(bins + " bins: a calibration error needs at least 1, and 15 are usual");
        }
        return OutputMetric.of("calibration error", false, reading -> new Calibration(reading, bins));
    }

    /** @return the mean over samples and elements of {@code |prediction - target|}; smaller is better */
    public static OutputMetric meanAbsoluteError() {
        return OutputMetric.of("mean absolute error", false, Regression.measuring(Regression::meanAbsoluteError));
    }

    /** @return the root of the mean over samples and elements of {@code (prediction - target)^2}; smaller is better */
    public static OutputMetric rootMeanSquaredError() {
        return OutputMetric.of(
                "root mean squared error", false, Regression.measuring(Regression::rootMeanSquaredError));
    }

    /**
     * The coefficient of determination, {@code 1 - sum (prediction - target)^2 / sum (target - mean)^2}; of several elements
     * per sample, the mean over them. Where all targets are equal, it is 1 if all predictions hit them, else 0.
     *
     * @return the metric, at most 1; NaN of fewer than two samples
     */
    public static OutputMetric r2() {
        return OutputMetric.of("R2", true, Regression.measuring(Regression::r2));
    }

    /**
     * A metric of one's own that is a mean over the samples.
     *
     * @param name the name in histories and tables
     * @param higherIsBetter whether a larger value is a better one
     * @param sum gives the <em>sum</em> over the samples of a batch, from the network's outputs and the batch
     * @return the metric
     */
    public static Metric mean(String name, boolean higherIsBetter, ToDoubleBiFunction<List<Tensor>, Batch> sum) {
        return new Mean(Objects.requireNonNull(name, "name"), higherIsBetter, Objects.requireNonNull(sum, "sum"));
    }

    private record Mean(String name, boolean higherIsBetter, ToDoubleBiFunction<List<Tensor>, Batch> sum)
            implements Metric {
        @Override
        public Measurement begin() {
            return new Measurement() {
                private double total;
                private long samples;

                @Override
                public void add(List<Tensor> outputs, Batch batch) {
                    total += sum.applyAsDouble(outputs, batch);
                    samples += batch.size();
                }

                @Override
                public double value() {
                    return total / samples;
                }
            };
        }
    }
}
