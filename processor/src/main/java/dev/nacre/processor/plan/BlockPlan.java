package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import java.util.List;

/**
 * A block with its steps fused and its backward cut in two.
 *
 * @param block as the model has it
 * @param forward the steps, in order
 * @param backward those backward steps that the gradients of parameters need
 * @param inputBackward those that only the gradients of the network's inputs need
 */
public record BlockPlan(Graph.Block block, List<Step> forward, List<Step> backward, List<Step> inputBackward) {
    public String name() {
        return block.name();
    }
}
