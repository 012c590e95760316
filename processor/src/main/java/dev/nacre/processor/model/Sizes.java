package dev.nacre.processor.model;

import java.util.List;

/**
 * The shapes that flow out of a block's layers.
 *
 * @param edges for each argument that is a value, in order, its layers' shapes
 * @param stack the shapes of the layers of the block; a loss has that of its input
 */
record Sizes(List<List<Shape>> edges, List<Shape> stack) {
    Shape output() {
        return stack.get(stack.size() - 1);
    }

    static Shape last(List<Shape> shapes, Shape source) {
        return shapes.isEmpty() ? source : shapes.get(shapes.size() - 1);
    }
}
