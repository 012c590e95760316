package dev.nacre.processor.layer;

import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Shape;
import java.util.OptionalInt;

/**
 * A sample split at an axis that the user chose.
 *
 * @param outer the number of elements ahead of the axis
 * @param size the size of the axis
 * @param inner the number of elements behind each of its
 */
record Axis(int outer, int size, int inner) {
    /** The option {@code axis}, counted from the first; reported where there is no such axis. */
    static OptionalInt index(Site site, String layer) {
        int written = site.options().integer("axis");
        int rank = site.input().rank();
        int axis = written < 0 ? written + rank : written;
        if (axis < 0 || axis >= rank) {
            site.report("axis", Messages.axisOutside(layer, written, site.input()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(axis);
    }

    /** @param written as the user wrote it, negative from the last */
    static Axis of(Shape shape, int written) {
        int axis = written < 0 ? written + shape.rank() : written;
        int outer = new Shape(shape.sizes().subList(0, axis)).elements();
        int size = shape.sizes().get(axis);
        return new Axis(outer, size, shape.elements() / outer / size);
    }
}
