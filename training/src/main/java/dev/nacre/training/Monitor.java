package dev.nacre.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What early stopping and checkpoints watch, epoch by epoch; immutable. */
public final class Monitor {
    private final String name;
    private final boolean higherIsBetter;
    private final boolean needsValidation;
    private final Optional<Metric> metric;
    private final ToDoubleFunction<Epoch> value;

    private Monitor(
            String name,
            boolean higherIsBetter,
            boolean needsValidation,
            Optional<Metric> metric,
            ToDoubleFunction<Epoch> value) {
        this.name = name;
        this.higherIsBetter = higherIsBetter;
        this.needsValidation = needsValidation;
        this.metric = metric;
        this.value = value;
    }

    /** @return watches the loss on the validation data */
    public static Monitor validationLoss() {
        return new Monitor(
                "validation loss",
                false,
                true,
                Optional.empty(),
                epoch -> epoch.validationLoss().orElseThrow());
    }

    /** @return watches the loss on the training data */
    public static Monitor trainingLoss() {
        return new Monitor("training loss", false, false, Optional.empty(), Epoch::trainingLoss);
    }

    /**
     * @param metric one that the trainer measures
     * @return watches it on the validation data, without such data on the training data
     */
    public static Monitor of(Metric metric) {
        return new Monitor(
                Objects.requireNonNull(metric, "metric").name(),
                metric.higherIsBetter(),
                false,
                Optional.of(metric),
                epoch -> epoch.validation().orElse(epoch.training()).metric(metric.name()));
    }

    /** @return the name of what is watched */
    public String name() {
        return name;
    }

    /** @return whether a larger value is a better one */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /**
     * @param epoch an epoch
     * @return its value
     */
    public double value(Epoch epoch) {
        return value.applyAsDouble(epoch);
    }

    /**
     * The epochs that were better than all before, by a difference at least; NaN is never better.
     *
     * @param epochs from the first
     * @param least the difference above which an epoch counts as better
     * @return the last such epoch; empty where all values are NaN
     */
    Optional<Epoch> best(List<Epoch> epochs, double least) {
        Epoch best = null;
        for (Epoch epoch : epochs) {
            double gain = best == null ? Double.POSITIVE_INFINITY : value(epoch) - value(best);
            boolean better = best == null || (higherIsBetter ? gain > least : -gain > least);
            if (better && !Double.isNaN(value(epoch))) {
                best = epoch;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * @param who watches
     * @throws IllegalArgumentException if what is watched is not measured
     */
    void require(String who, boolean validated, List<Metric> measured) {
        if (needsValidation && !validated) {
            throw new IllegalArgumentException(
                    who + " watches the validation loss, but there is no validation data: call"
                            + " validation(data), or watch Monitor.trainingLoss()");
        }
        if (metric.isPresent() && measured.stream().noneMatch(one -> one.name().equals(name))) {
            throw new IllegalArgumentException(who + " watches \"" + name + "\", which is not measured: name it in"
                    + " metrics(...), now "
                    + (measured.isEmpty()
                            ? "none"
                            : String.join(
                                    ", ", measured.stream().map(Metric::name).toList())));
        }
    }
}
