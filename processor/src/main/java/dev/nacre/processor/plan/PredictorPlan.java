package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Step;
import java.util.List;
import java.util.Map;

/**
 * How the evaluation of a network runs when nothing can change any more: no dropout, norms folded.
 *
 * @param graph what runs
 * @param blocks those that are no losses, in order
 * @param constants what the steps read in place of parameters
 * @param slots the arrays
 * @param slotOf the slot's number for the id of each value that lives in one
 * @param unrolled whether products are scalar arithmetic
 */
public record PredictorPlan(
        Graph graph,
        List<Block> blocks,
        List<Constant> constants,
        List<Slot> slots,
        Map<Integer, Integer> slotOf,
        boolean unrolled) {

    /** A block and its steps in evaluation. */
    public record Block(Graph.Block block, List<Step> steps) {}

    /**
     * An array computed once from the network's parameters and statistics.
     *
     * @param spec its name, which steps refer to, and shape
     * @param kind how it is computed
     * @param sources the parameters it is computed from, as {@link Kind} lists them; null where one is absent
     * @param epsilon of the norm, where there is one
     */
    public record Constant(ParameterSpec spec, Kind kind, List<ParameterSpec> sources, double epsilon) {}

    /** How a constant is computed. */
    public enum Kind {
        /** As it is: the parameter. */
        COPY,
        /** {@code weight / sqrt(variance + epsilon)}: norm's weight, variance. */
        SCALE,
        /** {@code bias - mean * scale}: norm's bias, mean, norm's weight, variance. */
        SHIFT,
        /** A product's weight, each row times the scale: weight, norm's weight, variance. */
        FOLDED_WEIGHT,
        /** The same of a transposed convolution, whose rows are of its inputs: each output of a group times its scale. */
        FOLDED_TRANSPOSED,
        /** {@code bias * scale + shift}: the product's bias, norm's bias, mean, norm's weight, variance. */
        FOLDED_BIAS
    }
}
