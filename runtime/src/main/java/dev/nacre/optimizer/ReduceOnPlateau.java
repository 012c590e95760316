package dev.nacre.optimizer;

import java.util.Objects;

/**
 * Reduces an optimiser's learning rate when a metric has stopped improving, as PyTorch's {@code ReduceLROnPlateau}:
 *
 * <pre>
 * ReduceOnPlateau plateau = ReduceOnPlateau.of(optimizer).factor(0.5).patience(3);
 * plateau.update(validationLoss);    // after each epoch
 * </pre>
 *
 * <p>It changes what the optimiser's schedule starts from, so it goes together with a warm-up. What it has seen is part
 * of the optimiser's file.
 */
public final class ReduceOnPlateau {
    /** Smaller changes of the learning rate are not made. */
    private static final double LEAST_CHANGE = 1e-8;

    private final Optimizer optimizer;
    private double factor = 0.1;
    private int patience = 10;
    private double threshold = 1e-4;
    private boolean absolute;
    private boolean maximize;
    private int cooldown;
    private double minimum;
    private double best = Double.NaN;
    private long bad;
    private long cooling;

    private ReduceOnPlateau(Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    /**
     * @param optimizer whose learning rate to reduce
     * @return a reducer with PyTorch's options, for a metric that is better when it is smaller
     * @throws IllegalArgumentException if the optimiser has one already
     */
    public static ReduceOnPlateau of(Optimizer optimizer) {
        Objects.requireNonNull(optimizer, "optimizer");
        if (optimizer.plateau() != null) {
            throw new IllegalArgumentException("this optimiser has a ReduceOnPlateau already: keep that one");
        }
        ReduceOnPlateau plateau = new ReduceOnPlateau(optimizer);
        optimizer.plateau(plateau);
        return plateau;
    }

    /**
     * @param factor what the learning rate is multiplied by, 0 or more and less than 1; 0.1 is the default
     * @return this
     * @throws IllegalArgumentException if it is out of range
     */
    public ReduceOnPlateau factor(double factor) {
        this.factor = Options.decayRate("factor", factor);
        return this;
    }

    /**
     * @param updates how many updates without improvement are borne before one more reduces the learning rate; 10 is
     *     the default
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public ReduceOnPlateau patience(int updates) {
        this.patience = (int) Options.atLeast(0, "patience", updates);
        return this;
    }

    /**
     * @param part by which part of the best so far a metric must be better to count as improved; 0.0001 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public ReduceOnPlateau threshold(double part) {
        this.threshold = Options.nonNegative("threshold", part);
        this.absolute = false;
        return this;
    }

    /**
     * @param difference by how much a metric must be better than the best so far to count as improved
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public ReduceOnPlateau absoluteThreshold(double difference) {
        this.threshold = Options.nonNegative("threshold", difference);
        this.absolute = true;
        return this;
    }

    /**
     * Takes a metric for better when it is greater, such as accuracy.
     *
     * @return this
     */
    public ReduceOnPlateau maximize() {
        this.maximize = true;
        return this;
    }

    /**
     * @param updates how many updates after a reduction do not count as bad; 0 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    public ReduceOnPlateau cooldown(int updates) {
        this.cooldown = (int) Options.atLeast(0, "cooldown", updates);
        return this;
    }

    /**
     * @param learningRate the least learning rate; 0 is the default
     * @return this
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public ReduceOnPlateau minimum(double learningRate) {
        this.minimum = Options.nonNegative("minimum", learningRate);
        return this;
    }

    /**
     * Takes note of a metric, usually once per epoch. NaN is no improvement.
     *
     * @param metric such as the loss on validation data
     * @return whether the learning rate was reduced
     */
    public boolean update(double metric) {
        if (improves(metric)) {
            best = metric;
            bad = 0;
        } else {
            bad++;
        }
        if (cooling > 0) {
            cooling--;
            bad = 0;
        }
        if (bad <= patience) {
            return false;
        }
        bad = 0;
        cooling = cooldown;
        return reduce();
    }

    private boolean improves(double metric) {
        if (Double.isNaN(best)) {
            return maximize ? metric > Double.NEGATIVE_INFINITY : metric < Double.POSITIVE_INFINITY;
        }
        if (absolute) {
            return maximize ? metric > best + threshold : metric < best - threshold;
        }
        return maximize ? metric > best * (1 + threshold) : metric < best * (1 - threshold);
    }

    private boolean reduce() {
        double old = optimizer.baseRate();
        double reduced = Math.max(old * factor, minimum);
        if (!(old - reduced > LEAST_CHANGE)) {
            return false;
        }
        optimizer.learningRate((float) reduced);
        return true;
    }

    /** @return the best metric so far; NaN if there was none */
    public double best() {
        return best;
    }

    long bad() {
        return bad;
    }

    long cooling() {
        return cooling;
    }

    void resume(double best, long bad, long cooling) {
        this.best = best;
        this.bad = bad;
        this.cooling = cooling;
    }
}
