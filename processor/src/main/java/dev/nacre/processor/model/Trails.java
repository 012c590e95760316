package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes on the way from an input to a layer, for people: {@code image 1x28x28 -> conv1 6x28x28 -> conv2 ?}. */
final class Trails {
    private static final int LONGEST = 6;

    private final Map<String, Draft.Block> blocks = new HashMap<>();
    private final ShapeTable table;

    Trails(List<Draft.Block> blocks, ShapeTable table) {
        blocks.forEach(block -> this.blocks.put(block.name(), block));
        this.table = table;
    }

    /**
     * @return a line that ends with a question mark at a layer of a block's own stack, or a line per value of a merge
     */
    List<String> toLayer(Draft.Block block, List<List<Shape>> edges, List<Shape> before) {
        List<Placed> stack = block.stack();
        if (before.isEmpty() && block.values().size() > 1) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < block.values().size(); i++) {
                lines.add(line(toMerge(block, i, edges.get(i))));
            }
            return lines;
        }
        List<String> entries = toMerge(block, 0, edges.get(0));
        // What a merge merges is said by its own name.
        for (int i = 0; i < before.size(); i++) {
            boolean changed = i == 0
                    ? stack.get(0).role() == Layer.Role.MERGE
                            || !before.get(0).equals(Sizes.last(edges.get(0), source(block, 0)))
                    : !before.get(i).equals(before.get(i - 1));
            if (changed) {
                entries.add(inner(block.prefix(), stack.get(i)) + " " + before.get(i));
            }
        }
        entries.add((block.prefix().isEmpty() ? stack.get(before.size()).part() : block.name()) + " ?");
        return List.of(line(entries));
    }

    /** @return a line that ends with a question mark at a layer on a parameter */
    List<String> toEdgeLayer(Draft.Block block, int argument, List<Shape> before) {
        List<String> entries = toMerge(block, argument, before);
        entries.add(block.name() + " " + block.values().get(argument).name() + " ?");
        return List.of(line(entries));
    }

    private List<String> toMerge(Draft.Block block, int argument, List<Shape> edge) {
        Draft.Argument value = block.values().get(argument);
        List<String> entries = toValue(value.name());
        Shape shape = source(block, argument);
        for (int i = 0; i < edge.size(); i++) {
            if (!edge.get(i).equals(shape)) {
                shape = edge.get(i);
                entries.add(
                        inner(block.prefix() + " " + value.name(), value.stack().get(i)) + " " + shape);
            }
        }
        return entries;
    }

    private Shape source(Draft.Block block, int argument) {
        return table.shape(block.values().get(argument).name()).orElseThrow();
    }

    private static String inner(String prefix, Placed placed) {
        return prefix.isEmpty() ? placed.part() : prefix + " " + placed.part();
    }

    /** Follows the first argument of each block back to an input. */
    private List<String> toValue(String name) {
        List<String> entries = new ArrayList<>();
        Optional<String> next = Optional.of(name);
        while (next.isPresent()) {
            String current = next.get();
            Draft.Block block = blocks.get(current);
            if (block != null && block.prefix().isEmpty()) {
                anonymous(block, entries);
            } else {
                entries.add(0, current + " " + table.shape(current).orElseThrow());
            }
            next = Optional.ofNullable(block).map(known -> known.values().get(0).name());
        }
        return entries;
    }

    /** The anonymous block's layers are all there is to tell. */
    private void anonymous(Draft.Block block, List<String> entries) {
        List<Shape> shapes = table.sizes(block.name()).stack();
        for (int i = shapes.size() - 1; i >= 0; i--) {
            Shape before = i == 0 ? source(block, 0) : shapes.get(i - 1);
            if (!shapes.get(i).equals(before)) {
                entries.add(0, block.stack().get(i).part() + " " + shapes.get(i));
            }
        }
    }

    private static String line(List<String> entries) {
        if (entries.size() <= LONGEST) {
            return String.join(" -> ", entries);
        }
        List<String> shortened = new ArrayList<>(entries.subList(0, 3));
        shortened.add("...");
        shortened.addAll(entries.subList(entries.size() - 2, entries.size()));
        return String.join(" -> ", shortened);
    }
}
