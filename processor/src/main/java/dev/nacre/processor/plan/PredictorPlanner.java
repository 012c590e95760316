package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** From a checked graph to the plan of its evaluation. */
public final class PredictorPlanner {
    private PredictorPlanner() {}

    /** @return the plan of a network's predictor */
    public static PredictorPlan plan(Graph graph) {
        Folding folding = new Folding();
        List<PredictorPlan.Block> blocks = new ArrayList<>();
        for (Graph.Block block : graph.blocks()) {
            if (!block.isLoss()) {
                blocks.add(new PredictorPlan.Block(
                        block,
                        folding.evaluation(block.forward(), block.output().orElseThrow())));
            }
        }
        Set<Integer> external = new HashSet<>();
        graph.outputs().forEach(output -> external.add(output.value().id()));
        SlotAllocator slots = new SlotAllocator();
        for (PredictorPlan.Block block : blocks) {
            for (Step step : block.steps()) {
                slots.advance();
                step.reads().forEach(value -> slots.read(value.id()));
                for (Value value : step.writes()) {
                    if (!external.contains(value.id())) {
                        slots.write(value, value.id(), true);
                    }
                }
            }
        }
        SlotAllocator.Allocation allocation = slots.allocate();
        boolean unrolled = graph.used().isEmpty() && Cost.of(graph).multiplyAdds() <= NetworkPlan.UNROLL_LIMIT;
        return new PredictorPlan(graph, blocks, folding.constants(), allocation.slots(), allocation.slotOf(), unrolled);
    }
}
