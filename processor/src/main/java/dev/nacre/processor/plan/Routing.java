package dev.nacre.processor.plan;

import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leads gradients from each value's readers back to the block that made it: adds several up, names one and the same value
 * once, drops what no parameter and no input needs, and keeps what only inputs need apart.
 */
final class Routing {
    private final Graph graph;
    private final List<BlockPlan> fused;
    private final Map<Integer, List<Value>> contributions = new HashMap<>();
    private final Map<Integer, Integer> aliases = new HashMap<>();
    private final List<Pass> lossBackward = new ArrayList<>();
    private final List<Pass> whole = new ArrayList<>();
    private int nextId;

    /** The routes; {@code blocks} have their backward steps cut in two. */
    record Routes(
            List<BlockPlan> blocks,
            List<BlockPlan> losses,
            List<Pass> lossBackward,
            List<Pass> backward,
            List<Pass> inputBackward,
            List<Value> seeds,
            List<Boolean> lossSeeds,
            List<Value> innerLossGradients,
            List<Value> inputGradients,
            Map<Integer, Integer> aliases) {}

    private Routing(Graph graph, List<BlockPlan> fused) {
        this.graph = graph;
        this.fused = fused;
        this.nextId = 1 + fused.stream().mapToInt(Routing::largestId).max().orElse(0);
    }

    static Routes route(Graph graph, List<BlockPlan> fused) {
        return new Routing(graph, fused).route();
    }

    private static int largestId(BlockPlan plan) {
        int largest = 0;
        List<Value> values = new ArrayList<>(plan.block().inputs());
        plan.block().output().ifPresent(values::add);
        if (plan.block().outputGradient() != null) {
            values.add(plan.block().outputGradient());
        }
        plan.block().gradients().stream().filter(value -> value != null).forEach(values::add);
        for (List<Step> steps : List.of(plan.forward(), plan.backward())) {
            for (Step step : steps) {
                values.addAll(step.reads());
                values.addAll(step.writes());
            }
        }
        for (Value value : values) {
            largest = Math.max(largest, value.id());
        }
        return largest;
    }

    private Routes route() {
        Set<Integer> outputs = new HashSet<>();
        graph.outputs().forEach(output -> outputs.add(output.value().id()));
        List<Value> innerLossGradients = new ArrayList<>();
        for (BlockPlan loss : fused) {
            if (loss.block().isLoss()) {
                contribute(loss.block());
                for (int i = 0; i < loss.block().inputs().size(); i++) {
                    if (loss.block().gradients().get(i) != null
                            && !outputs.contains(loss.block().inputs().get(i).id())) {
                        innerLossGradients.add(loss.block().gradients().get(i));
                    }
                }
            }
        }
        List<Value> seeds = new ArrayList<>();
        List<Boolean> lossSeeds = new ArrayList<>();
        Map<Integer, Value> seedOf = new HashMap<>();
        for (Graph.Output output : graph.outputs()) {
            List<Value> given = contributions.getOrDefault(output.value().id(), List.of());
            lossSeeds.add(!given.isEmpty());
            Value seed = given.isEmpty() ? gradientOf(output.value()) : total(output.value(), lossBackward);
            seeds.add(seed);
            seedOf.put(output.value().id(), seed);
        }
        for (int at = fused.size() - 1; at >= 0; at--) {
            BlockPlan plan = fused.get(at);
            if (!plan.block().isLoss()) {
                Value made = plan.block().output().orElseThrow();
                Value gradient = seedOf.containsKey(made.id()) ? seedOf.get(made.id()) : total(made, whole);
                if (gradient != null) {
                    alias(plan.block().outputGradient(), gradient);
                    contribute(plan.block());
                    whole.add(new Pass.Backward(plan));
                }
            }
        }
        List<Value> inputGradients = new ArrayList<>();
        for (Graph.Input input : graph.inputs()) {
            inputGradients.add(total(input.value(), whole));
        }
        return cut(seeds, lossSeeds, innerLossGradients, inputGradients);
    }

    private void contribute(Graph.Block block) {
        for (int i = 0; i < block.inputs().size(); i++) {
            Value gradient = block.gradients().get(i);
            if (gradient != null) {
                contributions
                        .computeIfAbsent(block.inputs().get(i).id(), id -> new ArrayList<>())
                        .add(gradient);
            }
        }
    }

    private Value gradientOf(Value value) {
        return new Value(nextId++, value.name(), value.shape(), Value.Kind.GRADIENT);
    }

    /** The gradient of a value: null where nothing that a loss depends on reads it. */
    private Value total(Value value, List<Pass> pass) {
        List<Value> parts = contributions.getOrDefault(value.id(), List.of());
        if (parts.isEmpty()) {
            return null;
        }
        Value total = parts.get(0);
        for (Value part : parts.subList(1, parts.size())) {
            Value sum = gradientOf(value);
            pass.add(new Pass.Sum(Steps.add(total, part, sum)));
            total = sum;
        }
        return total;
    }

    private void alias(Value one, Value other) {
        if (resolve(one.id()) != resolve(other.id())) {
            aliases.put(resolve(one.id()), resolve(other.id()));
        }
    }

    private int resolve(int id) {
        int at = id;
        while (aliases.containsKey(at)) {
            at = aliases.get(at);
        }
        return at;
    }

    /** Cuts the pass into what parameters need and what only inputs need; the rest goes. */
    private Routes cut(
            List<Value> seeds, List<Boolean> lossSeeds, List<Value> innerLossGradients, List<Value> inputGradients) {
        Set<Step> forParameters = needed(Set.of(), true);
        Set<Integer> wanted = new HashSet<>();
        inputGradients.stream().filter(value -> value != null).forEach(value -> wanted.add(resolve(value.id())));
        Set<Step> forInputs = needed(wanted, false);
        forInputs.removeAll(forParameters);

        Map<BlockPlan, BlockPlan> cut = new LinkedHashMap<>();
        for (BlockPlan plan : fused) {
            List<Step> backward = plan.block().isLoss()
                    ? plan.backward()
                    : plan.backward().stream().filter(forParameters::contains).toList();
            List<Step> input =
                    plan.backward().stream().filter(forInputs::contains).toList();
            cut.put(plan, new BlockPlan(plan.block(), plan.forward(), backward, input));
        }
        List<Pass> backward = new ArrayList<>();
        List<Pass> inputBackward = new ArrayList<>();
        for (Pass pass : whole) {
            if (pass instanceof Pass.Sum sum) {
                if (forParameters.contains(sum.step())) {
                    backward.add(sum);
                } else if (forInputs.contains(sum.step())) {
                    inputBackward.add(sum);
                }
            } else if (pass instanceof Pass.Backward block) {
                BlockPlan plan = cut.get(block.block());
                if (!plan.backward().isEmpty()) {
                    backward.add(new Pass.Backward(plan));
                }
                if (!plan.inputBackward().isEmpty()) {
                    inputBackward.add(new Pass.InputBackward(plan));
                }
            }
        }
        return new Routes(
                cut.values().stream().filter(plan -> !plan.block().isLoss()).toList(),
                cut.values().stream().filter(plan -> plan.block().isLoss()).toList(),
                lossBackward,
                backward,
                inputBackward,
                seeds,
                lossSeeds,
                innerLossGradients,
                inputGradients,
                Map.copyOf(aliases));
    }

    private Set<Step> needed(Set<Integer> wanted, boolean parameters) {
        Set<Integer> values = new HashSet<>(wanted);
        Set<Step> steps = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (int at = whole.size() - 1; at >= 0; at--) {
            Pass pass = whole.get(at);
            List<Step> list = pass instanceof Pass.Sum sum
                    ? List.of(sum.step())
                    : ((Pass.Backward) pass).block().backward();
            for (int i = list.size() - 1; i >= 0; i--) {
                Step step = list.get(i);
                boolean root = parameters
                        && (!step.learns().isEmpty()
                                || step.operation().equals(Step.CALL_GRADIENT)
                                        && !step.used().frozen());
                if (root || step.writes().stream().anyMatch(value -> values.contains(resolve(value.id())))) {
                    steps.add(step);
                    step.reads().forEach(value -> values.add(resolve(value.id())));
                }
            }
        }
        return steps;
    }
}
