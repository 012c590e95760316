package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.List;
import java.util.stream.Stream;

/** Gives the layers of a block their names, which become those of their parameters. */
final class LayerNames {
    private LayerNames() {}

    static Draft.Block in(Draft.Block block) {
        boolean alone = parameters(Stream.concat(
                        block.stack().stream(),
                        block.arguments().stream().flatMap(argument -> argument.stack().stream())))
                == 1;
        List<Draft.Argument> arguments = block.arguments().stream()
                .map(argument -> new Draft.Argument(
                        argument.name(),
                        argument.type(),
                        argument.isLabel(),
                        StackReader.named(
                                argument.stack(),
                                block.prefix() + "." + argument.name(),
                                parameters(argument.stack().stream()) == 1),
                        argument.position()))
                .toList();
        return new Draft.Block(
                block.name(),
                block.prefix(),
                block.declaration(),
                StackReader.named(block.stack(), block.prefix(), alone),
                arguments,
                block.suppressed(),
                block.position(),
                block.sound());
    }

    private static long parameters(Stream<Placed> layers) {
        return layers.filter(placed -> placed.has(Layer.Trait.PARAMETERS)).count();
    }
}
