package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a network runs: what the writer turns into a class, line by line.
 *
 * @param graph what runs
 * @param blocks those that are no losses, in forward order
 * @param losses the losses, in order of declaration
 * @param lossBackward after the losses' own backward: sums of several losses' gradients of one output
 * @param backward the pass to the parameters' gradients
 * @param inputBackward the rest of the pass to the inputs' gradients
 * @param seeds the gradient of each output, in the order of the outputs
 * @param lossSeeds for each output, whether a loss gives its gradient (otherwise it is zero when a loss is run backward)
 * @param innerLossGradients the gradients that losses give to values that are no outputs: zero when a gradient of the
 *     user's own is run backward
 * @param inputGradients the gradient of each input; null where none flows
 * @param givenSeed whether the gradient of the first output stays in the caller's array, because no loss makes one
 * @param givenGradients for each input, whether its gradient is written to the caller's array and not copied there
 * @param slots the arrays
 * @param slotOf the slot's number for the id of each value that lives in one
 * @param aliases the id of the value that another stands for
 * @param firstMask where chance enters, if it does
 * @param unrolled whether products are scalar arithmetic
 * @param cost what it costs
 */
public record NetworkPlan(
        Graph graph,
        List<BlockPlan> blocks,
        List<BlockPlan> losses,
        List<Pass> lossBackward,
        List<Pass> backward,
        List<Pass> inputBackward,
        List<Value> seeds,
        List<Boolean> lossSeeds,
        List<Value> innerLossGradients,
        List<Value> inputGradients,
        boolean givenSeed,
        List<Boolean> givenGradients,
        List<Slot> slots,
        Map<Integer, Integer> slotOf,
        Map<Integer, Integer> aliases,
        Optional<FirstMask> firstMask,
        boolean unrolled,
        Cost cost) {

    /** Networks with at most so many multiply-adds are unrolled. */
    static final long UNROLL_LIMIT = 500;

    /** @return the id of the value that this one is stored as */
    public int resolve(Value value) {
        int id = value.id();
        while (aliases.containsKey(id)) {
            id = aliases.get(id);
        }
        return id;
    }
}
