package dev.nacre.processor.layer;

import dev.nacre.processor.model.NormMessages;
import dev.nacre.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The last axes of a sample, which a normalisation takes together.
 *
 * @param rows how many such groups a sample has
 * @param sizes the sizes of these axes
 * @param columns their elements together
 */
record LastAxes(int rows, List<Integer> sizes, int columns) {
    static LastAxes of(Shape shape, int axes) {
        List<Integer> sizes = shape.sizes().subList(shape.rank() - axes, shape.rank());
        int columns = new Shape(sizes).elements();
        return new LastAxes(shape.elements() / columns, List.copyOf(sizes), columns);
    }

    /** @return the axes that the option says; empty after a report that there are fewer */
    static Optional<LastAxes> of(Site site, String layer) {
        int axes = site.options().integer("axes");
        if (axes > site.input().rank()) {
            site.report("axes", NormMessages.fewerAxes(layer, axes, site.input()));
            return Optional.empty();
        }
        return Optional.of(of(site.input(), axes));
    }
}
