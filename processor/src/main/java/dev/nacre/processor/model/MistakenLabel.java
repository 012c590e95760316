package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.LossLayer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The one parameter of a loss whose type is what is wrong with it.
 *
 * @param argument the parameter; it is a label by what it is for and not by its type, or the other way round
 */
record MistakenLabel(Declarations.Argument argument, Message message) {
    /**
     * @param layers the stack of the block
     * @param known whether a block or an input has a name
     */
    static Optional<MistakenLabel> of(Declarations.Block block, List<Placed> layers, Predicate<String> known) {
        if (layers.isEmpty() || layers.get(layers.size() - 1).role() != Layer.Role.LOSS) {
            return Optional.empty();
        }
        List<Declarations.Argument> labels = block.arguments().stream()
                .filter(argument -> ArgumentRules.isLabel(argument.type()) && !LossArguments.isWeights(argument.type()))
                .toList();
        return labels.isEmpty() ? noLabel(block, layers.get(layers.size() - 1), known) : noValue(block, labels, known);
    }

    private static Optional<MistakenLabel> noLabel(Declarations.Block block, Placed loss, Predicate<String> known) {
        LossLayer layer = (LossLayer) loss.layer();
        if (layer.labels().isEmpty()) {
            return Optional.empty();
        }
        List<Declarations.Argument> arguments = block.arguments().stream()
                .filter(argument -> !LossArguments.isWeights(argument.type()))
                .toList();
        Optional<Declarations.Argument> otherType = arguments.stream()
                .filter(argument ->
                        !ArgumentRules.isValue(argument.type()) && !LossArguments.isWeights(argument.type()))
                .findFirst();
        Optional<Declarations.Argument> unknown = arguments.stream()
                .skip(layer.predictions())
                .filter(argument -> argument.input().isEmpty() && !known.test(argument.name()))
                .findFirst();
        return otherType
                .or(() -> unknown)
                .map(argument -> new MistakenLabel(
                        argument, LossMessages.labelKind(loss.annotation(), layer.labels(), argument.type())));
    }

    private static Optional<MistakenLabel> noValue(
            Declarations.Block block, List<Declarations.Argument> labels, Predicate<String> known) {
        if (labels.size() < 2 || labels.size() < block.arguments().size()) {
            return Optional.empty();
        }
        return labels.stream()
                .filter(label -> known.test(label.name()))
                .findFirst()
                .map(label -> new MistakenLabel(label, Messages.recordBlock(label.name(), label.type())));
    }
}
