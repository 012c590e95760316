package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns declarations into a checked graph: names, order, shapes, then steps. */
public final class ModelBuilder {
    private ModelBuilder() {}

    /**
     * Builds a network's graph and reports all its independent mistakes.
     *
     * @param network what the user wrote
     * @param compiled the graph of a network of the same compilation, by its qualified name; empty where that is in
     *     error. Give networks in the order of {@link UseOrder}
     * @param problems receives errors and warnings
     * @return the graph; empty after an error, here or in a used network
     */
    public static Optional<Graph> build(
            Declarations.Network network, Function<String, Optional<Graph>> compiled, Consumer<Problem> problems) {
        Reporter reporter = new Reporter(problems);
        UsedReader used = new UsedReader(network, compiled, reporter);
        Draft draft = new NetworkReader(network, used, reporter).read();
        List<Draft.Block> sorted = DependencyOrder.sort(draft.blocks(), reporter);
        ShapeTable shapes = new ShapeInference(draft, sorted, reporter).run();
        Map<String, Comparison> labels = LabelSizes.of(draft, shapes, reporter);
        if (reporter.failed() || used.missing()) {
            return Optional.empty();
        }
        Set<String> outputs = outputs(draft.blocks());
        Limits.check(network, draft, outputs.size(), reporter);
        if (reporter.failed()) {
            return Optional.empty();
        }
        new Lints(draft.blocks(), shapes, outputs, reporter).run();
        new WeightLints(network, draft.blocks(), reporter).run();
        Graph graph = graph(network, draft, sorted, shapes, labels, outputs, reporter);
        // The shapes of weights are known to the layers alone, and so is what does not fit them.
        return reporter.failed() ? Optional.empty() : Optional.of(graph);
    }

    private static Set<String> outputs(List<Draft.Block> blocks) {
        Set<String> read = blocks.stream()
                .filter(block -> !block.isLoss())
                .flatMap(block -> block.values().stream())
                .map(Draft.Argument::name)
                .collect(Collectors.toSet());
        return blocks.stream()
                .filter(block -> !block.isLoss()
                        && block.stack().stream().noneMatch(placed -> placed.layer() instanceof RecordLayer))
                .map(Draft.Block::name)
                .filter(name -> !read.contains(name))
                .collect(Collectors.toSet());
    }

    private static Graph graph(
            Declarations.Network network,
            Draft draft,
            List<Draft.Block> sorted,
            ShapeTable shapes,
            Map<String, Comparison> labelSizes,
            Set<String> outputNames,
            Reporter reporter) {
        Arrays arrays = new Arrays();
        Map<String, Value> values = new HashMap<>();
        List<Graph.Input> inputs = new ArrayList<>();
        for (Draft.Input input : draft.inputs().values()) {
            Value value = arrays.make(input.name(), input.shape().orElseThrow(), Value.Kind.INPUT);
            values.put(input.name(), value);
            inputs.add(new Graph.Input(
                    value,
                    input.type() instanceof Declarations.RecordType record ? Optional.of(record) : Optional.empty()));
        }
        List<Graph.Label> labels = new ArrayList<>();
        for (Draft.Label label : draft.labels().values()) {
            Comparison size = labelSizes.get(label.name());
            Value value = arrays.make(label.name(), size.shape(), size.kind().value());
            values.put(label.name(), value);
            labels.add(new Graph.Label(value, label.type(), size.kind(), size.classes(), size.ignored()));
        }
        List<UsedNetwork> used = new ArrayList<>();
        BlockEmitter emitter = new BlockEmitter(arrays, used, values, reporter);
        Map<String, Graph.Block> blocks = new HashMap<>();
        for (Draft.Block block : sorted) {
            blocks.put(block.name(), emitter.emit(block, shapes.sizes(block.name())));
        }
        List<Graph.Output> outputs = draft.blocks().stream()
                .filter(block -> outputNames.contains(block.name()))
                .map(block -> new Graph.Output(
                        block.name(),
                        values.get(block.name()),
                        Decisions.of(block.name(), values.get(block.name()).shape(), draft.blocks())))
                .toList();
        return new Graph(
                network,
                List.copyOf(inputs),
                List.copyOf(labels),
                sorted.stream().map(block -> blocks.get(block.name())).toList(),
                outputs,
                draft.blocks().stream()
                        .flatMap(block -> blocks.get(block.name()).parameters().stream())
                        .toList(),
                List.copyOf(used));
    }
}
