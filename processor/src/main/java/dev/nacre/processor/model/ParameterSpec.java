package dev.nacre.processor.model;

import java.util.List;

/**
 * A tensor that a network keeps: one that is learned, or a running statistic.
 *
 * @param name block, layer, role: {@code hidden1.dense.weight}
 * @param sizes the size of each axis
 * @param learned false for a running statistic
 * @param initialiser how it begins
 * @param upkeep what is done to it beside the steps of an optimiser
 */
public record ParameterSpec(String name, List<Integer> sizes, boolean learned, Initialiser initialiser, Upkeep upkeep) {
    /** How a parameter begins. */
    public sealed interface Initialiser {}

    /** Every element the same. */
    public record Constant(double value) implements Initialiser {}

    /** U(-1/sqrt(fanIn), 1/sqrt(fanIn)), PyTorch's default for a Dense. */
    public record FanInUniform(int fanIn) implements Initialiser {}

    /** N(mean, deviation^2). */
    public record Normal(double mean, double deviation) implements Initialiser {
        /** N(0, deviation^2). */
        public Normal(double deviation) {
            this(0, deviation);
        }
    }

    /** N(mean, deviation^2) without what lies more than two deviations off the mean. */
    public record TruncatedNormal(double mean, double deviation) implements Initialiser {}

    /** U(low, high). */
    public record Uniform(double low, double high) implements Initialiser {}

    /** Mean 0 and variance gain^2 / fan, normal or uniform. */
    public record Scaled(Fan fan, double gain, boolean uniform) implements Initialiser {}

    /** A random matrix with rows, or columns, that are perpendicular and of length gain. */
    public record Orthogonal(double gain) implements Initialiser {}

    /** What a variance is divided by; the runtime's enum of that name. */
    public enum Fan {
        IN,
        OUT,
        AVERAGE
    }

    /**
     * What is done to a parameter beside the steps of an optimiser.
     *
     * @param frozen whether it keeps its value
     * @param constraints what holds it after each step, in order
     * @param penalties what it adds to the loss
     */
    public record Upkeep(boolean frozen, List<Constraint> constraints, List<Penalty> penalties) {
        public static final Upkeep NONE = new Upkeep(false, List.of(), List.of());
        public static final Upkeep FROZEN = new Upkeep(true, List.of(), List.of());
    }

    /**
     * A constraint.
     *
     * @param method of the runtime's {@code Constraint} that makes it
     * @param arguments of the method
     */
    public record Constraint(String method, List<Double> arguments) {}

    /**
     * A penalty.
     *
     * @param operation the method of the runtime's {@code Kernels} that computes it; with {@code Gradient} behind its name,
     *     the one for its gradient
     * @param strength its factor
     */
    public record Penalty(String operation, double strength) {}

    public ParameterSpec(String name, List<Integer> sizes, boolean learned, Initialiser initialiser) {
        this(name, sizes, learned, initialiser, Upkeep.NONE);
    }

    public long elements() {
        return sizes.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    }

    /** @return whether it is a parameter that keeps its value */
    public boolean frozen() {
        return upkeep.frozen();
    }
}
