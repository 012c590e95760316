package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.LossLayer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Follows a value whose width is unknown through layers that keep its shape, to a label or to a merge with values of
 * known shape.
 */
final class WidthInference {
    private final List<Draft.Block> blocks;
    private final BiFunction<Draft.Block, Integer, Width> edgeWidth;
    private final Set<String> visited = new HashSet<>();

    /** @param edgeWidth the width that an argument of a block has behind the layers on its parameter */
    WidthInference(List<Draft.Block> blocks, BiFunction<Draft.Block, Integer, Width> edgeWidth) {
        this.blocks = blocks;
        this.edgeWidth = edgeWidth;
    }

    /** @return the width wanted behind a layer of a block's own stack */
    Width behindLayer(Draft.Block block, int index) {
        for (Placed placed : block.stack().subList(index + 1, block.stack().size())) {
            if (placed.role() == Layer.Role.LOSS) {
                return label(block);
            }
            if (!placed.has(Layer.Trait.KEEPS_SHAPE)) {
                return Width.UNKNOWN;
            }
        }
        Width width = Width.UNKNOWN;
        if (visited.add(block.name())) {
            for (Draft.Block consumer : blocks) {
                for (int i = 0; i < consumer.values().size(); i++) {
                    if (consumer.values().get(i).name().equals(block.name())) {
                        width = width.or(behindEdgeLayer(consumer, i, -1));
                    }
                }
            }
        }
        return width;
    }

    /** @return the width wanted behind a layer on a parameter, -1 for ahead of all of them */
    Width behindEdgeLayer(Draft.Block block, int argument, int index) {
        List<Placed> edge = block.values().get(argument).stack();
        if (!edge.subList(index + 1, edge.size()).stream().allMatch(placed -> placed.has(Layer.Trait.KEEPS_SHAPE))) {
            return Width.UNKNOWN;
        }
        if (!block.sound()) {
            return Width.SILENT;
        }
        Placed first = block.stack().get(0);
        boolean merges = first.role() == Layer.Role.MERGE || LossArguments.mergesItself(block.stack());
        if (!merges) {
            return behindLayer(block, -1);
        }
        if (!first.has(Layer.Trait.EQUAL_INPUTS)) {
            return Width.UNKNOWN;
        }
        Width width = first.role() == Layer.Role.LOSS ? label(block) : behindLayer(block, 0);
        for (int other = 0; other < block.values().size(); other++) {
            if (other != argument) {
                width = edgeWidth.apply(block, other).or(width);
            }
        }
        return width;
    }

    private static Width label(Draft.Block block) {
        if (!block.sound()) {
            return Width.SILENT;
        }
        LossLayer loss = (LossLayer) block.stack().get(block.stack().size() - 1).layer();
        Optional<Draft.Argument> label = block.label();
        if (label.isEmpty() || !loss.labelIsAsWide()) {
            return Width.UNKNOWN;
        }
        Declarations.Type type = label.get().type();
        OptionalInt width = LabelKind.of(type, loss.labels()).orElseThrow().width(type);
        return width.isPresent() ? Width.of(width.getAsInt()) : Width.UNKNOWN;
    }
}
