package dev.nacre.processor.model;

import java.util.List;

/**
 * A tensor that a network keeps: one that is learned, or a running statistic.
 *
 * @param name block, layer, role: {@code hidden1.dense.weight}
 * @param sizes the size of each axis
 * @param learned false for a running statistic
 * @param initialiser how it begins
 */
public record ParameterSpec(String name, List<Integer> sizes, boolean learned, Initialiser initialiser) {
    /** How a parameter begins. */
    public sealed interface Initialiser {}

    /** Every element the same. */
    public record Constant(double value) implements Initialiser {}

    /** U(-1/sqrt(fanIn), 1/sqrt(fanIn)), PyTorch's default for a Dense. */
    public record FanInUniform(int fanIn) implements Initialiser {}

    /** N(0, deviation^2). */
    public record Normal(double deviation) implements Initialiser {}

    public long elements() {
        return sizes.stream().mapToLong(size -> size).reduce(1, (a, b) -> a * b);
    }
}
