package dev.nacre.processor.model;

import dev.nacre.processor.layer.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the layers on the components of a record: what may stand there, and what each comes to. */
final class ComponentReader {
    private static final Set<String> SCALING = Set.of("Standardize", "MinMax");

    private final StackReader stacks;
    private final Reporter reporter;

    ComponentReader(StackReader stacks, Reporter reporter) {
        this.stacks = stacks;
        this.reporter = reporter;
    }

    /**
     * Reads the components of a record; those of which nothing can be made are passed over.
     *
     * @return the components in order; empty after a problem
     */
    Optional<List<RecordLayer.Part>> read(Declarations.RecordType record) {
        boolean sound = true;
        for (Declarations.Component component : record.components()) {
            sound &= isEncodable(component) && check(component, RecordMessages.component(record, component));
        }
        if (!sound) {
            return Optional.empty();
        }
        List<RecordLayer.Part> parts = new ArrayList<>();
        for (RecordColumn column : RecordColumn.of(record)) {
            part(column).ifPresent(parts::add);
        }
        return parts.size() == record.components().size() ? Optional.of(List.copyOf(parts)) : Optional.empty();
    }

    /** @return whether a component is a number, a boolean or an enum with constants */
    static boolean isEncodable(Declarations.Component component) {
        return component.kind() != Declarations.ComponentKind.OTHER
                && component.enumType().stream()
                        .noneMatch(type -> type.constants().isEmpty());
    }

    private boolean check(Declarations.Component component, String place) {
        boolean sound = true;
        Optional<Declarations.Layer> scaling = Optional.empty();
        for (Declarations.Layer layer : component.stack()) {
            Optional<Message> problem = problem(component, layer, place, scaling);
            if (problem.isPresent()) {
                reporter.error(layer.position(), problem.get());
                sound = false;
            }
            if (SCALING.contains(layer.name())) {
                scaling = scaling.or(() -> Optional.of(layer));
            } else if (layer.name().equals("Missing")) {
                sound &= checkMissingEnum(component, layer, place);
            }
        }
        return sound;
    }

    private static Optional<Message> problem(
            Declarations.Component component,
            Declarations.Layer layer,
            String place,
            Optional<Declarations.Layer> scaling) {
        String annotation = "@" + Placed.described(layer);
        boolean isEnum = component.kind() == Declarations.ComponentKind.ENUM;
        if (SCALING.contains(layer.name())) {
            if (component.kind() != Declarations.ComponentKind.NUMBER) {
                return Optional.of(RecordMessages.scalesNumbers(annotation, place, isEnum));
            }
            return scaling.map(first -> RecordMessages.twice(annotation, place, "@" + Placed.described(first)));
        }
        if (layer.name().equals("Embedding")) {
            return isEnum ? Optional.empty() : Optional.of(RecordMessages.embedsEnums(annotation, place));
        }
        if (layer.name().equals("Missing")) {
            if (!RecordColumn.mayBeMissing(component) && !isEnum) {
                return Optional.of(RecordMessages.neverMissing(annotation, place, component.type()));
            }
            return Optional.empty();
        }
        return Optional.of(RecordMessages.misplaced(annotation, place));
    }

    private boolean checkMissingEnum(Declarations.Component component, Declarations.Layer layer, String place) {
        if (component.kind() != Declarations.ComponentKind.ENUM
                || layer.written().isEmpty()) {
            return true;
        }
        boolean embedded =
                component.stack().stream().anyMatch(other -> other.name().equals("Embedding"));
        String option = layer.written().iterator().next();
        reporter.error(
                layer.position().option(option),
                RecordMessages.missingEnum("@" + Placed.described(layer), place, embedded));
        return false;
    }

    private Optional<RecordLayer.Part> part(RecordColumn column) {
        Declarations.Component component = column.component();
        boolean isEnum = component.kind() == Declarations.ComponentKind.ENUM;
        List<Declarations.Layer> layers = component.stack().stream()
                // A missing enum has a place among the constants: nothing is left to do.
                .filter(layer -> !(isEnum && layer.name().equals("Missing")))
                .map(layer -> layer.name().equals("Embedding") ? counted(layer, column.places()) : layer)
                .toList();
        StackReader.Read read = stacks.read(withImplied(layers, component), Treatment.NONE);
        boolean sound = read.sound();
        List<Placed> named = StackReader.named(read.layers(), component.name(), false);
        Shape shape = Shape.of(column.width());
        List<Shape> shapes = new ArrayList<>();
        for (Placed placed : sound ? named : List.<Placed>of()) {
            PlacedSite site = new PlacedSite(
                    placed,
                    List.of(shape),
                    List.of(component.name()),
                    Optional.empty(),
                    Optional::empty,
                    List::of,
                    reporter);
            Optional<Shape> out = placed.layer().shape(site);
            if (out.isEmpty()) {
                return Optional.empty();
            }
            shape = out.get();
            shapes.add(shape);
        }
        return sound
                ? Optional.of(new RecordLayer.Part(column, named, shapes, indicates(component)))
                : Optional.empty();
    }

    private static boolean indicates(Declarations.Component component) {
        return component.stack().stream()
                .anyMatch(layer -> layer.name().equals("Missing")
                        && Boolean.TRUE.equals(layer.options().get("indicator")));
    }

    private static Declarations.Layer counted(Declarations.Layer embedding, int count) {
        Map<String, Object> options = new HashMap<>(embedding.options());
        options.put(Embedding.COUNT, count);
        return new Declarations.Layer(embedding.name(), options, embedding.written(), embedding.position());
    }

    /** What scales a number says with it what a missing one is: the mean, or the middle of the range. */
    private static List<Declarations.Layer> withImplied(
            List<Declarations.Layer> layers, Declarations.Component component) {
        boolean declared = layers.stream().anyMatch(layer -> layer.name().equals("Missing"));
        Optional<Declarations.Layer> scaling =
                layers.stream().filter(layer -> SCALING.contains(layer.name())).findFirst();
        if (declared || scaling.isEmpty() || !RecordColumn.mayBeMissing(component)) {
            return layers;
        }
        Map<String, Object> options = scaling.get().options();
        double value = scaling.get().name().equals("MinMax")
                ? ((Double) options.get("low") + (Double) options.get("high")) / 2
                : 0;
        List<Declarations.Layer> all = new ArrayList<>(layers);
        all.add(new Declarations.Layer(
                "Missing",
                Map.of("value", value, "indicator", false),
                Set.of(),
                scaling.get().position()));
        return all;
    }
}
