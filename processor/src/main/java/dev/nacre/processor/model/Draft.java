package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network whose names are resolved and whose shapes are not.
 *
 * @param inputs by name, in order of declaration
 * @param labels by name, in order of declaration
 * @param blocks in order of declaration
 */
record Draft(Map<String, Input> inputs, Map<String, Label> labels, List<Block> blocks) {
    /**
     * An input.
     *
     * @param shape empty after an error
     * @param parts of a record, the components
     */
    record Input(String name, Optional<Shape> shape, Declarations.Type type, List<RecordLayer.Part> parts) {}

    /** A label. */
    record Label(String name, Declarations.Type type) {}

    /**
     * A block.
     *
     * @param prefix what its layers' names begin with; empty for the anonymous block
     * @param sound false after an error that makes its shape unknowable
     */
    record Block(
            String name,
            String prefix,
            Optional<Declarations.Block> declaration,
            List<Placed> stack,
            List<Argument> arguments,
            Set<String> suppressed,
            Position position,
            boolean sound) {
        boolean isLoss() {
            return !stack.isEmpty() && stack.get(stack.size() - 1).role() == Layer.Role.LOSS;
        }

        List<Argument> values() {
            return arguments.stream().filter(argument -> !argument.isLabel()).toList();
        }

        Optional<Argument> label() {
            return arguments.stream()
                    .filter(argument -> argument.isLabel() && !LossArguments.isWeights(argument.type()))
                    .findFirst();
        }

        Optional<Argument> sampleWeights() {
            return arguments.stream()
                    .filter(argument -> LossArguments.isWeights(argument.type()))
                    .findFirst();
        }

        Block unsound() {
            return new Block(name, prefix, declaration, stack, arguments, suppressed, position, false);
        }
    }

    /** A parameter: a value with the layers on its edge, or a label or the weights beside it. */
    record Argument(String name, Declarations.Type type, boolean isLabel, List<Placed> stack, Position position) {}
}
