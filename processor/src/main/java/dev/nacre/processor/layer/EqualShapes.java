package dev.nacre.processor.layer;

import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Shape;
import java.util.Optional;

/** The shape rule of merges whose inputs have one shape. */
final class EqualShapes {
    private EqualShapes() {}

    static Optional<Shape> of(Site site, String layer) {
        if (site.inputs().stream().distinct().count() > 1) {
            site.report("", Messages.unequalShapes(layer, site.names(), site.inputs()));
            return Optional.empty();
        }
        return Optional.of(site.input());
    }
}
