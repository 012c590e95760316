package dev.nacre.training;

import java.util.Objects;
import java.util.function.Function;

/** A metric that compares one output of a network with one of its labels; immutable. */
public final class OutputMetric implements Metric {
    private final String name;
    private final boolean higherIsBetter;
    private final Function<Reading, Measurement> measurement;
    private final int output;
    private final int label;
    private final boolean probabilities;

    private OutputMetric(
            String name,
            boolean higherIsBetter,
            Function<Reading, Measurement> measurement,
            int output,
            int label,
            boolean probabilities) {
        this.name = name;
        this.higherIsBetter = higherIsBetter;
        this.measurement = measurement;
        this.output = output;
        this.label = label;
        this.probabilities = probabilities;
    }

    static OutputMetric of(String name, boolean higherIsBetter, Function<Reading, Measurement> measurement) {
        return new OutputMetric(name, higherIsBetter, measurement, 0, 0, false);
    }

    /**
     * @param number which output, from 0 in order of declaration
     * @return the metric of that output
     * @throws IllegalArgumentException if the number is negative
     */
    public OutputMetric output(int number) {
        return new OutputMetric(name, higherIsBetter, measurement, fromZero("output", number), label, probabilities);
    }

    /**
     * @param number which label, from 0 in order of declaration
     * @return the metric against that label
     * @throws IllegalArgumentException if the number is negative
     */
    public OutputMetric label(int number) {
        return new OutputMetric(name, higherIsBetter, measurement, output, fromZero("label", number), probabilities);
    }

    /**
     * @param other a name for histories and tables, where several outputs have the same metric
     * @return the metric with this name
     */
    public OutputMetric named(String other) {
        return new OutputMetric(
                Objects.requireNonNull(other, "name"), higherIsBetter, measurement, output, label, probabilities);
    }

    /**
     * Says that the output holds probabilities, as after a softmax or sigmoid. Otherwise metrics of classes take it for
     * logits: of one score per sample, class 1 begins at 0 instead of 0.5, and what needs probabilities computes them.
     *
     * @return the metric of an output of probabilities
     */
    public OutputMetric probabilities() {
        return new OutputMetric(name, higherIsBetter, measurement, output, label, true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    @Override
    public Measurement begin() {
        return measurement.apply(new Reading(name, output, label, probabilities));
    }

    /** @return the name */
    @Override
    public String toString() {
        return name;
    }

    private static int fromZero(String what, int number) {
        if (number < 0) {
            throw new IllegalArgumentException(what + " " + number + ": numbers count from 0 in order of declaration");
        }
        return number;
    }
}
