package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives every block its shapes. A block whose width follows from shapes that are not known yet waits; when none moves
 * any more, the first of those that wait is in error.
 */
final class ShapeInference {
    private final List<Draft.Block> blocks;
    private final Reporter reporter;
    private final ShapeTable table;
    private final Trails trails;
    private final boolean guessing;

    ShapeInference(Draft draft, List<Draft.Block> sorted, Reporter reporter) {
        this.blocks = sorted;
        this.reporter = reporter;
        this.table = new ShapeTable(draft);
        this.trails = new Trails(sorted, table);
        // A width may not follow just because a name is misspelt: that is reported already.
        this.guessing = reporter.failed();
    }

    ShapeTable run() {
        for (Draft.Block block : blocks) {
            if (!block.sound()) {
                table.fail(block.name());
            }
        }
        boolean stuck = false;
        while (true) {
            boolean moved = false;
            for (Draft.Block block : blocks) {
                if (table.pending(block.name()) && settle(block, stuck)) {
                    moved = true;
                    if (stuck) {
                        break;
                    }
                }
            }
            if (!moved && stuck) {
                return table;
            }
            stuck = !moved;
        }
    }

    /** @return whether the block is done, well or not */
    private boolean settle(Draft.Block block, boolean stuck) {
        List<String> sources = block.values().stream().map(Draft.Argument::name).toList();
        if (sources.stream().anyMatch(table::failed)) {
            table.fail(block.name());
            return true;
        }
        if (sources.stream().anyMatch(table::pending)) {
            return false;
        }
        List<Problem> problems = new ArrayList<>();
        Walk walk = new Walk(new Reporter(problems::add), stuck);
        List<List<Shape>> edges = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            edges.add(edge(block, i, walk));
        }
        List<Shape> stack = walk.fine() ? stack(block, edges, walk) : List.of();
        if (walk.deferred && !walk.failed) {
            return false;
        }
        problems.forEach(reporter::pass);
        if (walk.failed) {
            table.fail(block.name());
        } else {
            table.put(block.name(), new Sizes(edges, stack));
        }
        return true;
    }

    private List<Shape> stack(Draft.Block block, List<List<Shape>> edges, Walk walk) {
        List<Draft.Argument> values = block.values();
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            shapes.add(
                    Sizes.last(edges.get(i), table.shape(values.get(i).name()).orElseThrow()));
        }
        List<String> names = values.stream().map(Draft.Argument::name).toList();
        List<Shape> before = new ArrayList<>();
        for (int i = 0; i < block.stack().size() && walk.fine(); i++) {
            int index = i;
            List<Shape> inputs = i == 0 ? shapes : List.of(before.get(i - 1));
            walk.layer(
                            block.stack().get(i),
                            inputs,
                            names,
                            block.label().map(Draft.Argument::type),
                            () -> inference(inputs.get(0)).behindLayer(block, index),
                            () -> trails.toLayer(block, edges, before))
                    .ifPresent(before::add);
        }
        return before;
    }

    private List<Shape> edge(Draft.Block block, int argument, Walk walk) {
        Draft.Argument value = block.values().get(argument);
        List<Shape> before = new ArrayList<>();
        boolean fine = true;
        for (int i = 0; i < value.stack().size() && fine && !(walk.stuck && walk.failed); i++) {
            int index = i;
            Shape in = Sizes.last(before, table.shape(value.name()).orElseThrow());
            Optional<Shape> out = walk.layer(
                    value.stack().get(i),
                    List.of(in),
                    List.of(value.name()),
                    Optional.empty(),
                    () -> inference(in).behindEdgeLayer(block, argument, index),
                    () -> trails.toEdgeLayer(block, argument, before));
            out.ifPresent(before::add);
            fine = out.isPresent();
        }
        return before;
    }

    /** @param in what comes into the layer whose width was left out: it keeps the number of axes */
    private WidthInference inference(Shape in) {
        return new WidthInference(blocks, (block, argument) -> edgeWidth(block, argument, in.rank()));
    }

    /**
     * The width that an argument has ahead of its block's first layer; widths left out on the way stay unknown here.
     *
     * @param rank the axes of the value that asks: beside a value with more, one axis is that of channels
     */
    private Width edgeWidth(Draft.Block block, int argument, int rank) {
        Draft.Argument value = block.values().get(argument);
        if (table.failed(value.name())) {
            return Width.SILENT;
        }
        Optional<Shape> source = table.shape(value.name());
        if (source.isEmpty()) {
            return Width.PENDING;
        }
        Shape shape = source.get();
        for (Placed placed : value.stack()) {
            Walk walk = new Walk(new Reporter(problem -> {}), false);
            Optional<Shape> out = walk.layer(
                    placed, List.of(shape), List.of(value.name()), Optional.empty(), () -> Width.PENDING, List::of);
            if (out.isEmpty()) {
                return walk.deferred ? Width.PENDING : Width.SILENT;
            }
            shape = out.get();
        }
        return Width.of(rank == 1 ? shape.first() : shape.last());
    }

    /** One attempt at the layers of a block. */
    private final class Walk {
        private final Reporter problems;
        private final boolean stuck;
        private boolean deferred;
        private boolean failed;

        Walk(Reporter problems, boolean stuck) {
            this.problems = problems;
            this.stuck = stuck;
        }

        boolean fine() {
            return !deferred && !failed;
        }

        Optional<Shape> layer(
                Placed placed,
                List<Shape> inputs,
                List<String> names,
                Optional<Declarations.Type> label,
                Supplier<Width> width,
                Supplier<List<String>> trail) {
            PlacedSite site = new PlacedSite(
                    placed, inputs, names, label, () -> resolve(placed, width.get(), trail), trail, problems);
            Optional<Shape> shape = placed.layer().shape(site);
            if (shape.isPresent()
                    && placed.role() != Layer.Role.LOSS
                    && !Shape.fits(shape.get().sizes())) {
                site.report(
                        "", Messages.tooLarge(placed.annotation(), shape.get().toString()));
                shape = Optional.empty();
            }
            failed |= shape.isEmpty() && !deferred;
            return shape;
        }

        private Optional<Integer> resolve(Placed placed, Width width, Supplier<List<String>> trail) {
            boolean waiting = width.state() == Width.State.PENDING && !stuck;
            if (width.state() == Width.State.KNOWN) {
                return Optional.of(width.size());
            }
            if (waiting) {
                deferred = true;
            } else if (width.state() != Width.State.SILENT && !guessing) {
                problems.error(
                        placed.declaration().position(),
                        Messages.widthUnknown("@" + placed.layer().name()),
                        trail.get());
            }
            return Optional.empty();
        }
    }
}
