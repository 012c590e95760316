package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.UsedNetwork;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a checked graph to a plan: fuse, route the gradients, give every value its array. */
public final class Planner {
    private final Graph graph;
    private final Cost cost;
    private final boolean unrolled;
    private final Routing.Routes routes;
    private final List<Pass> backward;
    private final List<Pass> inputBackward;
    private final List<BlockPlan> blocks;
    private final SlotAllocator slots = new SlotAllocator();
    private final Set<Integer> external = new HashSet<>();
    private final Map<UsedNetwork, Step> calls = new HashMap<>();
    private final boolean givenSeed;
    private final List<Boolean> givenGradients = new ArrayList<>();

    private Planner(Graph graph) {
        this.graph = graph;
        List<BlockPlan> fused = new ArrayList<>();
        for (Graph.Block block : graph.blocks()) {
            Fusion.Fused steps = Fusion.fuse(block.forward(), block.backward());
            fused.add(new BlockPlan(block, steps.forward(), steps.backward(), List.of()));
        }
        this.routes = Routing.route(graph, fused);
        this.cost = Cost.of(graph);
        this.unrolled = graph.used().isEmpty() && cost.multiplyAdds() <= NetworkPlan.UNROLL_LIMIT;
        List<Pass> toParameters = fused(routes.backward(), routes.inputBackward());
        List<Pass> toInputs = fused(routes.inputBackward(), toParameters);
        KeptUnits kept = new KeptUnits(steps(toParameters, toInputs), this::resolve);
        this.blocks = unrolled
                ? routes.blocks()
                : routes.blocks().stream().map(block -> kept(block, kept)).toList();
        this.backward = kept(toParameters, kept);
        this.inputBackward = kept(toInputs, kept);
        this.givenSeed = routes.losses().isEmpty();
        Set<Integer> given = new HashSet<>();
        for (Value gradient : routes.inputGradients()) {
            givenGradients.add(gradient != null && isMadeForInputs(gradient) && given.add(resolve(gradient)));
        }
    }

    /** Not another value's gradient under a second name, and nothing that is made where nobody asks for inputs. */
    private boolean isMadeForInputs(Value gradient) {
        return inputBackward.stream()
                .flatMap(pass -> pass.steps().stream())
                .flatMap(step -> step.writes().stream())
                .anyMatch(value -> resolve(value) == resolve(gradient));
    }

    private List<Step> steps(List<Pass> toParameters, List<Pass> toInputs) {
        List<Step> steps = new ArrayList<>();
        routes.blocks().forEach(block -> steps.addAll(block.forward()));
        for (List<Pass> passes : List.of(routes.lossBackward(), toParameters, toInputs)) {
            passes.forEach(pass -> steps.addAll(pass.steps()));
        }
        return steps;
    }

    private static BlockPlan kept(BlockPlan block, KeptUnits kept) {
        return new BlockPlan(block.block(), kept.in(block.forward()), block.backward(), block.inputBackward());
    }

    private List<Pass> kept(List<Pass> passes, KeptUnits kept) {
        return unrolled
                ? passes
                : passes.stream().map(pass -> pass.with(kept::in)).toList();
    }

    /** Scalar arithmetic has no row in a cache that anything could ride on. */
    private List<Pass> fused(List<Pass> passes, List<Pass> others) {
        return unrolled
                ? passes
                : GradientFusion.fuse(passes, others, this::resolve, GradientFusion.kept(routes, this::resolve));
    }

    /** @return the plan of a network */
    public static NetworkPlan plan(Graph graph) {
        return new Planner(graph).plan();
    }

    private NetworkPlan plan() {
        SlotAllocator.Allocation allocation = allocate();
        return new NetworkPlan(
                graph,
                blocks,
                routes.losses(),
                routes.lossBackward(),
                backward,
                inputBackward,
                routes.seeds(),
                routes.lossSeeds(),
                routes.innerLossGradients(),
                routes.inputGradients(),
                givenSeed,
                List.copyOf(givenGradients),
                allocation.slots(),
                allocation.slotOf(),
                routes.aliases(),
                FirstMask.of(routes.blocks(), unrolled),
                unrolled,
                cost);
    }

    /** Lives through one training step, from the first block forward to the inputs' gradients. */
    private SlotAllocator.Allocation allocate() {
        graph.inputs().forEach(input -> external.add(input.value().id()));
        graph.labels().forEach(label -> external.add(label.value().id()));
        graph.outputs().forEach(output -> external.add(output.value().id()));
        if (givenSeed) {
            external.add(resolve(routes.seeds().get(0)));
        }
        for (int i = 0; i < givenGradients.size(); i++) {
            if (givenGradients.get(i)) {
                external.add(resolve(routes.inputGradients().get(i)));
            }
        }
        for (BlockPlan block : blocks) {
            block.forward().forEach(step -> use(step, true));
        }
        // What samples of a prediction share must outlast the blocks, which run for each of them.
        FirstMask.of(routes.blocks(), false)
                .ifPresent(
                        first -> first.crossing(routes.blocks(), this::resolve).forEach(slots::read));
        for (BlockPlan loss : routes.losses()) {
            loss.forward().forEach(step -> use(step, true));
        }
        for (BlockPlan loss : routes.losses()) {
            loss.backward().forEach(step -> use(step, false));
        }
        run(routes.lossBackward());
        slots.advance();
        for (int i = 0; i < routes.seeds().size(); i++) {
            // A seed that no loss gives is the caller's array, or one of zeros beside a loss.
            Value seed = routes.seeds().get(i);
            write(seed, false);
        }
        run(backward);
        run(inputBackward);
        slots.advance();
        routes.inputGradients().stream().filter(value -> value != null).forEach(value -> slots.read(resolve(value)));
        return slots.allocate();
    }

    private void run(List<Pass> passes) {
        for (Pass pass : passes) {
            pass.steps().forEach(step -> use(step, false));
        }
    }

    private void use(Step step, boolean forward) {
        slots.advance();
        step.reads().forEach(value -> slots.read(resolve(value)));
        if (step.operation().equals(Step.CALL)) {
            calls.put(step.used(), step);
        } else if (step.operation().equals(Step.CALL_GRADIENT)) {
            // The used network kept references to what it read and wrote.
            Step call = calls.get(step.used());
            call.reads().forEach(value -> slots.read(resolve(value)));
            call.writes().forEach(value -> slots.read(resolve(value)));
        }
        for (Value value : step.writes()) {
            write(value, forward);
        }
    }

    private void write(Value value, boolean forward) {
        if (!external.contains(resolve(value))) {
            slots.write(value, resolve(value), forward);
        }
    }

    private int resolve(Value value) {
        int id = value.id();
        while (routes.aliases().containsKey(id)) {
            id = routes.aliases().get(id);
        }
        return id;
    }
}
