package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Layers;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.layer.weights.WeightRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns the annotations of one stack into layers: options within their ranges, what is for weights and repeats attached. */
final class StackReader {
    private static final Range REPEATS = Range.between(1, 1000, "the number of repetitions");

    private final UsedReader used;
    private final Reporter reporter;

    StackReader(UsedReader used, Reporter reporter) {
        this.used = used;
        this.reporter = reporter;
    }

    /**
     * A stack that was read.
     *
     * @param layers in order, not yet named
     * @param below what goes for the layers below that say nothing else
     * @param sound false after an error
     */
    record Read(List<Placed> layers, Treatment below, boolean sound) {}

    /** @param outer what goes for the whole stack */
    Read read(List<Declarations.Layer> stack, Treatment outer) {
        List<Placed> layers = new ArrayList<>();
        WeightRuleReader rules = new WeightRuleReader(outer, reporter);
        Optional<Placed> current = Optional.empty();
        boolean ahead = true;
        boolean sound = true;
        for (int i = 0; i < stack.size(); i++) {
            Declarations.Layer annotation = stack.get(i);
            if (annotation.name().equals("Repeat")) {
                // A Use has read the Repeat behind it.
                if (i == 0 || !stack.get(i - 1).name().equals("Use")) {
                    reporter.error(annotation.position(), Messages.repeatMisplaced());
                    sound = false;
                }
            } else if (WeightRuleReader.reads(annotation)) {
                if (!inRange(
                        annotation,
                        WeightRules.named(annotation.name()).orElseThrow().ranges())) {
                    sound = false;
                } else if (ahead) {
                    sound &= rules.ahead(annotation);
                } else if (current.isPresent()) {
                    Optional<Placed> with = rules.after(current.get(), annotation);
                    sound &= with.isPresent();
                    current = with.or(() -> Optional.of(layers.get(layers.size() - 1)));
                    layers.set(layers.size() - 1, current.get());
                }
            } else {
                ahead = false;
                Optional<Declarations.Layer> next =
                        i + 1 < stack.size() ? Optional.of(stack.get(i + 1)) : Optional.empty();
                current = layer(annotation, next).map(found -> new Placed(annotation, found, Treatment.NONE, "", ""));
                sound &= current.isPresent();
                current.ifPresent(layers::add);
            }
        }
        Treatment below = rules.blanket().inside(outer);
        return new Read(
                layers.stream()
                        .map(placed -> placed.with(placed.treatment().inside(below.of(placed.layer()))))
                        .toList(),
                below,
                sound);
    }

    private Optional<Layer> layer(Declarations.Layer annotation, Optional<Declarations.Layer> next) {
        if (annotation.name().equals("Use")) {
            Optional<Declarations.Layer> repeat =
                    next.filter(following -> following.name().equals("Repeat"));
            if (repeat.isPresent() && !inRange(repeat.get(), Map.of("value", REPEATS))) {
                return Optional.empty();
            }
            return used.read(annotation, repeat).map(layer -> layer);
        }
        Optional<Layer> layer = Layers.named(annotation.name());
        if (layer.isEmpty()) {
            reporter.error(annotation.position(), Messages.unknownLayer("@" + annotation.name()));
            return Optional.empty();
        }
        return layer.filter(found -> inRange(annotation, found.ranges()) && isFaultless(annotation, found));
    }

    private boolean isFaultless(Declarations.Layer annotation, Layer layer) {
        List<Layer.Fault> faults = layer.faults(new Options(annotation.options()));
        for (Layer.Fault fault : faults) {
            // What is wrong with a default is wrong with what the user wrote beside it.
            boolean other = !annotation.written().contains(fault.option())
                    && annotation.written().size() == 1;
            String place = other ? annotation.written().iterator().next() : fault.option();
            reporter.error(annotation.position().option(place), fault.message());
        }
        return faults.isEmpty();
    }

    private boolean inRange(Declarations.Layer annotation, Map<String, Range> ranges) {
        boolean inside = true;
        Options options = new Options(annotation.options());
        for (Map.Entry<String, Range> entry : new TreeMap<>(ranges).entrySet()) {
            String option = entry.getKey();
            // A default may stand for something else than a number: a Dense's 0 for a width that follows.
            if (annotation.written().contains(option) && !fits(annotation, option, entry.getValue())) {
                reporter.error(
                        annotation.position().option(option),
                        Messages.range(Placed.described(annotation, option), options.number(option), entry.getValue()));
                inside = false;
            }
        }
        return inside;
    }

    /** The arithmetic is that of float: a number too small for one is 0 there, and one too large infinite. */
    private static boolean fits(Declarations.Layer annotation, String option, Range range) {
        double number = new Options(annotation.options()).number(option);
        boolean fraction = annotation.options().get(option) instanceof Double;
        return range.contains(number) && (!fraction || range.contains((float) number));
    }

    /**
     * Names the layers of a stack.
     *
     * @param prefix block, or block and parameter; empty for the anonymous block
     * @param alone whether nothing else under the prefix has parameters: a used network then takes the prefix itself
     */
    static List<Placed> named(List<Placed> layers, String prefix, boolean alone) {
        Map<String, Integer> kinds = new HashMap<>();
        for (Placed placed : layers) {
            kinds.merge(placed.layer().part(), 1, Integer::sum);
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Placed> named = new ArrayList<>();
        for (Placed placed : layers) {
            String kind = placed.layer().part();
            String part = kinds.get(kind) == 1 ? kind : kind + seen.merge(kind, 1, Integer::sum);
            String name = prefix.isEmpty() ? part : prefix + "." + part;
            if (placed.layer() instanceof UseLayer && alone && !prefix.isEmpty()) {
                name = prefix;
            }
            named.add(placed.named(part, name));
        }
        return named;
    }
}
