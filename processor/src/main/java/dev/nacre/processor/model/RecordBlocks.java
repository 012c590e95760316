package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each record whose components have layers a block of its own, from its columns to its vector, and lets everybody
 * who reads the record read that.
 */
final class RecordBlocks {
    private RecordBlocks() {}

    /** @return the name of the block; no user's name has a space */
    static String name(String input) {
        return input + " encoded";
    }

    /** @param position where a problem with a whole record is */
    static Draft insert(Draft draft, Position position) {
        Map<String, Draft.Block> encoders = new HashMap<>();
        List<Draft.Block> blocks = new ArrayList<>();
        for (Draft.Input input : draft.inputs().values()) {
            if (!RecordLayer.isIdentity(input.parts())) {
                Draft.Block encoder = encoder(input, position);
                encoders.put(input.name(), encoder);
                blocks.add(encoder);
            }
        }
        if (encoders.isEmpty()) {
            return draft;
        }
        draft.blocks().forEach(block -> blocks.add(redirected(block, encoders.keySet())));
        return new Draft(draft.inputs(), draft.labels(), blocks);
    }

    private static Draft.Block encoder(Draft.Input input, Position position) {
        RecordLayer layer = new RecordLayer(input.parts());
        Declarations.Layer declaration = new Declarations.Layer(layer.name(), Map.of(), Set.of(), position);
        Placed placed = new Placed(declaration, layer, Treatment.NONE, layer.part(), input.name());
        Draft.Argument columns = new Draft.Argument(input.name(), input.type(), false, List.of(), position);
        return new Draft.Block(
                name(input.name()),
                input.name(),
                Optional.empty(),
                List.of(placed),
                List.of(columns),
                Set.of(),
                position,
                true);
    }

    private static Draft.Block redirected(Draft.Block block, Set<String> encoded) {
        List<Draft.Argument> arguments = block.arguments().stream()
                .map(argument -> !argument.isLabel() && encoded.contains(argument.name())
                        ? new Draft.Argument(
                                name(argument.name()), argument.type(), false, argument.stack(), argument.position())
                        : argument)
                .toList();
        return new Draft.Block(
                block.name(),
                block.prefix(),
                block.declaration(),
                block.stack(),
                arguments,
                block.suppressed(),
                block.position(),
                block.sound());
    }
}
