package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a block of the graph: the layers on its parameters, its own, and the same backwards. */
final class BlockEmitter {
    private final Arrays arrays;
    private final List<UsedNetwork> used;
    private final Map<String, Value> values;
    private final Reporter reporter;

    /** @param values inputs, labels and blocks by name; receives the blocks' own */
    BlockEmitter(Arrays arrays, List<UsedNetwork> used, Map<String, Value> values, Reporter reporter) {
        this.arrays = arrays;
        this.used = used;
        this.values = values;
        this.reporter = reporter;
    }

    Graph.Block emit(Draft.Block block, Sizes sizes) {
        BlockEmission emission = new BlockEmission(arrays, used, reporter);
        List<ParameterSpec> edgeParameters = new ArrayList<>();
        List<ParameterSpec> parameters = new ArrayList<>();
        List<Draft.Argument> arguments = block.values();
        List<Chain> edges = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Draft.Argument argument = arguments.get(i);
            String name = block.prefix() + " " + argument.name();
            Chain edge = new Chain(emission, edgeParameters, List.of(values.get(argument.name())), Given.NOTHING);
            edge.emit(argument.stack(), sizes.edges().get(i), name, new BlockEmission.Name(name, false));
            edges.add(edge);
        }
        List<Value> inputs = edges.stream().map(Chain::output).toList();
        Given given = new Given(
                block.label().map(argument -> values.get(argument.name())),
                block.sampleWeights().map(argument -> values.get(argument.name())));
        Chain stack = new Chain(emission, parameters, inputs, given);
        stack.emit(block.stack(), sizes.stack(), block.prefix(), new BlockEmission.Name(block.name(), true));
        parameters.addAll(edgeParameters);

        boolean loss = block.isLoss();
        Value output = loss ? null : stack.output();
        Value outputGradient = loss ? null : arrays.make(block.name(), output.shape(), Value.Kind.GRADIENT);
        Value stackGradient = outputGradient;
        if (!loss && isArgument(output, arguments)) {
            Value view = output;
            output = arrays.make(block.name(), view.shape(), Value.Kind.FORWARD);
            stackGradient = arrays.make(view.name(), view.shape(), Value.Kind.GRADIENT);
            copy(emission, view, output, outputGradient, stackGradient);
        }
        List<Value> gradients = stack.backward(stackGradient);
        List<Value> contributions = new ArrayList<>();
        int value = 0;
        for (Draft.Argument argument : block.arguments()) {
            contributions.add(
                    argument.isLabel()
                            ? null
                            : edges.get(value).backward(gradients.get(value)).get(0));
            value += argument.isLabel() ? 0 : 1;
        }
        if (!loss) {
            values.put(block.name(), output);
        }
        return new Graph.Block(
                block.name(),
                block.declaration(),
                described(block, sizes),
                block.arguments().stream()
                        .map(argument -> values.get(argument.name()))
                        .toList(),
                Optional.ofNullable(output),
                weight(block),
                List.copyOf(emission.forward()),
                List.copyOf(emission.backward()),
                Collections.unmodifiableList(contributions),
                outputGradient,
                List.copyOf(parameters),
                emission.multiplyAdds());
    }

    private boolean isArgument(Value output, List<Draft.Argument> arguments) {
        return arguments.stream()
                .anyMatch(argument -> values.get(argument.name()).id() == output.id());
    }

    /** A block that only reshapes has an array of its own all the same: its readers are not those of its argument. */
    private static void copy(BlockEmission emission, Value from, Value to, Value gradient, Value fromGradient) {
        Operand rows = new Operand.Rows(1);
        Operand size = new Operand.Size(to.shape().elements());
        Operand identity = Operand.Function.IDENTITY;
        Operand noDropout = new Operand.NoDropout();
        emission.forward()
                .add(new Step(
                        "activate",
                        List.of(new Operand.Read(from), new Operand.Write(to), rows, size, identity, noDropout),
                        to.name() + " = " + from.name() + " as " + to.shape()));
        emission.backward()
                .add(new Step(
                        "activateGradient",
                        List.of(
                                new Operand.Read(to),
                                new Operand.Read(gradient),
                                new Operand.Write(fromGradient),
                                rows,
                                size,
                                identity,
                                noDropout),
                        "d(" + from.name() + ") = d(" + to.name() + ")"));
    }

    private static double weight(Draft.Block block) {
        if (!block.isLoss()) {
            return 0;
        }
        Placed loss = block.stack().get(block.stack().size() - 1);
        return new Options(loss.declaration().options()).number("weight");
    }

    private static List<String> described(Draft.Block block, Sizes sizes) {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < block.values().size(); i++) {
            Draft.Argument argument = block.values().get(i);
            for (int j = 0; j < argument.stack().size(); j++) {
                layers.add(argument.name() + ": "
                        + described(
                                argument.stack().get(j), sizes.edges().get(i).get(j)));
            }
        }
        for (int i = 0; i < block.stack().size(); i++) {
            layers.add(described(block.stack().get(i), sizes.stack().get(i)));
        }
        return List.copyOf(layers);
    }

    /** An inferred width is told, for nobody wrote it. */
    private static String described(Placed placed, Shape shape) {
        String layer = describedAlone(placed, shape);
        return placed.treatment()
                .described()
                .map(with -> layer + " with " + with)
                .orElse(layer);
    }

    private static String describedAlone(Placed placed, Shape shape) {
        Declarations.Layer written = placed.declaration();
        boolean inferred = placed.has(Layer.Trait.DENSE)
                && Integer.valueOf(0).equals(written.options().get("value"));
        if (placed.layer() instanceof RecordLayer record) {
            return record.described();
        }
        if (!inferred) {
            return placed.layer() instanceof UseLayer use ? use.described() : Placed.described(written);
        }
        return written.name() + "(" + shape.last() + ")";
    }

    /** Layers one after the other. */
    private static final class Chain {
        private final BlockEmission block;
        private final List<ParameterSpec> parameters;
        private final List<BlockEmission.LayerEmission> layers = new ArrayList<>();
        private final Given given;
        private List<Value> current;

        Chain(BlockEmission block, List<ParameterSpec> parameters, List<Value> inputs, Given given) {
            this.block = block;
            this.parameters = parameters;
            this.current = inputs;
            this.given = given;
        }

        void emit(List<Placed> stack, List<Shape> shapes, String prefix, BlockEmission.Name result) {
            for (int i = 0; i < stack.size(); i++) {
                Placed placed = stack.get(i);
                boolean last = i == stack.size() - 1;
                String between = prefix.isEmpty() ? placed.part() : prefix + " " + placed.part();
                BlockEmission.Name name = last ? result : new BlockEmission.Name(between, false);
                BlockEmission.LayerEmission before = i == 0 ? null : layers.get(layers.size() - 1);
                BlockEmission.LayerEmission layer =
                        block.emit(placed, before, last, current, given, shapes.get(i), name, parameters);
                layers.add(layer);
                if (placed.role() != Layer.Role.LOSS) {
                    current = List.of(layer.output());
                }
            }
        }

        Value output() {
            return current.get(0);
        }

        /** @return the contribution to the gradient of each value that came in */
        List<Value> backward(Value outputGradient) {
            if (layers.isEmpty()) {
                return List.of(outputGradient);
            }
            Value gradient = outputGradient;
            List<Value> contributions = List.of();
            for (int i = layers.size() - 1; i >= 0; i--) {
                contributions = layers.get(i).gradients(gradient);
                gradient = contributions.get(0);
            }
            return contributions;
        }
    }
}
