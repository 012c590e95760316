package dev.nacre.processor.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the shapes so far: of inputs and blocks by name. */
final class ShapeTable {
    private final Map<String, Shape> shapes = new HashMap<>();
    private final Map<String, Sizes> blocks = new HashMap<>();
    private final Set<String> failed = new HashSet<>();

    ShapeTable(Draft draft) {
        for (Draft.Input input : draft.inputs().values()) {
            input.shape().ifPresentOrElse(shape -> shapes.put(input.name(), shape), () -> failed.add(input.name()));
        }
    }

    Optional<Shape> shape(String name) {
        return Optional.ofNullable(shapes.get(name));
    }

    boolean failed(String name) {
        return failed.contains(name);
    }

    boolean pending(String name) {
        return !failed.contains(name) && !shapes.containsKey(name);
    }

    void fail(String name) {
        failed.add(name);
    }

    void put(String name, Sizes sizes) {
        blocks.put(name, sizes);
        shapes.put(name, sizes.output());
    }

    Sizes sizes(String block) {
        return blocks.get(block);
    }
}
