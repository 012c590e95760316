package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every layer with the one whose value it takes, across the borders of blocks where there is one such layer. */
final class Neighbours {
    private final Map<String, Draft.Block> blocks = new HashMap<>();
    private final List<Draft.Block> order;
    private final ShapeTable shapes;
    private final List<Pair> pairs = new ArrayList<>();

    Neighbours(List<Draft.Block> blocks, ShapeTable shapes) {
        blocks.forEach(block -> this.blocks.put(block.name(), block));
        this.order = blocks;
        this.shapes = shapes;
    }

    /**
     * A layer and the one before it.
     *
     * @param block of the layer
     * @param before null where the value is an input or several
     * @param inOneBlock whether both stand in one block, its parameters included
     * @param alone whether nothing else takes what the one before gives
     * @param beforeIn the shape that the one before takes; null where there is none
     * @param in the shape between them
     * @param out the shape that goes out
     */
    record Pair(
            Draft.Block block,
            Placed layer,
            Placed before,
            boolean inOneBlock,
            boolean alone,
            Shape beforeIn,
            Shape in,
            Shape out) {}

    /** @return the layers of all blocks, those on parameters first, losses aside */
    List<Pair> pairs() {
        for (Draft.Block block : order) {
            List<Draft.Argument> values = block.values();
            List<End> ends = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                List<Shape> edge = shapes.sizes(block.name()).edges().get(i);
                ends.add(walk(block, values.get(i).stack(), edge, source(values.get(i))));
            }
            boolean merges = values.size() != 1 || block.stack().get(0).role() == Layer.Role.MERGE;
            End start = merges ? new End(null, false, false, null, ends.get(0).shape()) : ends.get(0);
            walk(block, block.stack(), shapes.sizes(block.name()).stack(), start);
        }
        return pairs;
    }

    /**
     * Where a walk has come to.
     *
     * @param layer the last layer, null at an input or behind a merge
     * @param inside whether that layer is of the block that is walked through
     * @param alone whether nothing else takes its value
     * @param in the shape that the last layer takes
     */
    private record End(Placed layer, boolean inside, boolean alone, Shape in, Shape shape) {}

    private End source(Draft.Argument value) {
        Shape shape = shapes.shape(value.name()).orElseThrow();
        Draft.Block block = blocks.get(value.name());
        if (block == null) {
            return new End(null, false, false, null, shape);
        }
        int last = block.stack().size() - 1;
        Placed layer = block.stack().get(last);
        boolean known =
                last > 0 || layer.role() != Layer.Role.MERGE && block.values().size() == 1;
        return new End(
                known ? layer : null, false, readers(value.name()) == 1, known ? before(block, last) : null, shape);
    }

    private long readers(String name) {
        return order.stream()
                .flatMap(block -> block.values().stream())
                .filter(value -> value.name().equals(name))
                .count();
    }

    private Shape before(Draft.Block block, int index) {
        Sizes sizes = shapes.sizes(block.name());
        return index > 0
                ? sizes.stack().get(index - 1)
                : Sizes.last(
                        sizes.edges().get(0),
                        shapes.shape(block.values().get(0).name()).orElseThrow());
    }

    private End walk(Draft.Block block, List<Placed> stack, List<Shape> out, End start) {
        End end = start;
        for (int i = 0; i < stack.size(); i++) {
            Placed layer = stack.get(i);
            if (layer.role() == Layer.Role.LOSS) {
                return end;
            }
            pairs.add(
                    new Pair(block, layer, end.layer(), end.inside(), end.alone(), end.in(), end.shape(), out.get(i)));
            end = new End(layer, true, true, end.shape(), out.get(i));
        }
        return end;
    }
}
