package dev.nacre.processor.model;

import dev.nacre.processor.layer.LossLayer;
import dev.nacre.processor.layer.Options;
import java.util.List;
import java.util.Optional;

/** Finds what outputs predict: the losses that stand directly on them know. */
final class Decisions {
    private Decisions() {}

    static Optional<Graph.Decision> of(String output, Shape shape, List<Draft.Block> blocks) {
        return blocks.stream()
                .filter(block -> block.isLoss() && block.stack().size() == 1)
                .filter(block -> block.values().size() == 1
                        && block.values().get(0).name().equals(output)
                        && block.values().get(0).stack().isEmpty())
                .flatMap(block -> decision(block, shape).stream())
                .findFirst();
    }

    private static Optional<Graph.Decision> decision(Draft.Block block, Shape shape) {
        Placed placed = block.stack().get(0);
        LossLayer loss = (LossLayer) placed.layer();
        Graph.Link link = loss.link(new Options(placed.declaration().options()));
        return block.label().flatMap(label -> {
            LabelKind kind = LabelKind.of(label.type(), loss.labels()).orElseThrow();
            boolean decides = switch (kind) {
                case CLASS, DISTRIBUTION -> shape.rank() == 1 && (kind == LabelKind.CLASS || link != Graph.Link.NONE);
                case BINARY, SIGN -> shape.elements() == 1;
                case TARGET -> link != Graph.Link.NONE;
                case WEIGHTS -> false;
            };
            // Several yeses and noes are no one decision, but each has its probability.
            boolean several = kind.isEither() && !decides && link != Graph.Link.NONE;
            return decides
                    ? Optional.of(new Graph.Decision(kind, label.type(), link))
                    : several
                            ? Optional.of(new Graph.Decision(LabelKind.TARGET, Declarations.SimpleType.TARGET, link))
                            : Optional.empty();
        });
    }
}
