package dev.nacre.processor.layer;

import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sample seen from one of its axes.
 *
 * @param axis its number, from 0
 * @param leading the elements of the axes before it together
 * @param size its own size
 * @param inner the elements of the axes behind it together
 */
record SampleAxis(int axis, int leading, int size, int inner) {
    /** @param written the axis as written; negative counts from the last */
    static SampleAxis of(Shape shape, int written) {
        int axis = number(written, shape.rank());
        List<Integer> sizes = shape.sizes();
        return new SampleAxis(
                axis,
                new Shape(sizes.subList(0, axis)).elements(),
                sizes.get(axis),
                new Shape(sizes.subList(axis + 1, sizes.size())).elements());
    }

    /** @return the axis that an option names; empty after a report that the shape has no such */
    static Optional<SampleAxis> of(Site site, String layer, String option) {
        Shape shape = site.input();
        int written = site.options().integer(option);
        if (!exists(written, shape.rank())) {
            site.report(option, Messages.axisOutside(layer, option, written, shape));
            return Optional.empty();
        }
        return Optional.of(of(shape, written));
    }

    static boolean exists(int written, int rank) {
        return written >= -rank && written < rank;
    }

    static int number(int written, int rank) {
        return written < 0 ? written + rank : written;
    }

    /** @return the shape with this axis of another size */
    Shape resized(Shape shape, int newSize) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        sizes.set(axis, newSize);
        return new Shape(sizes);
    }
}
