package dev.nacre.processor.model;

import dev.nacre.processor.layer.LossLayer;
import dev.nacre.processor.layer.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What each label is compared with: a number of classes, or the shape of a target. */
final class LabelSizes {
    private final Map<String, Comparison> sizes = new HashMap<>();
    private final Reporter reporter;

    private LabelSizes(Reporter reporter) {
        this.reporter = reporter;
    }

    static Map<String, Comparison> of(Draft draft, ShapeTable shapes, Reporter reporter) {
        LabelSizes sizes = new LabelSizes(reporter);
        for (Draft.Block block : draft.blocks()) {
            Sizes known = shapes.sizes(block.name());
            if (block.isLoss() && known != null) {
                block.label().ifPresent(label -> sizes.add(label, compared(block, label, known.output())));
                block.sampleWeights()
                        .ifPresent(weights -> sizes.add(
                                weights, new Comparison(LabelKind.WEIGHTS, Shape.of(1), 0, OptionalInt.empty())));
            }
        }
        return sizes.sizes;
    }

    private static Comparison compared(Draft.Block block, Draft.Argument label, Shape prediction) {
        Placed placed = block.stack().get(block.stack().size() - 1);
        LossLayer loss = (LossLayer) placed.layer();
        LabelKind kind = LabelKind.of(label.type(), loss.labels()).orElseThrow();
        if (kind == LabelKind.CLASS) {
            int positions = prediction.elements() / prediction.last();
            // A constant of an enum is never ignored.
            OptionalInt ignored = label.type() instanceof Declarations.EnumType
                    ? OptionalInt.empty()
                    : loss.ignoredLabel(new Options(placed.declaration().options()));
            return new Comparison(kind, leading(prediction, positions), prediction.last(), ignored);
        }
        Shape shape = kind.isEither() && loss.predictions() > 1 ? Shape.of(1) : prediction;
        return new Comparison(kind, shape, 0, OptionalInt.empty());
    }

    /** The axes before that of the classes. */
    private static Shape leading(Shape prediction, int positions) {
        List<Integer> sizes = prediction.sizes();
        return positions == 1 ? Shape.of(1) : new Shape(List.copyOf(sizes.subList(0, sizes.size() - 1)));
    }

    private void add(Draft.Argument label, Comparison found) {
        Comparison first = sizes.get(label.name());
        if (first != null && !first.agrees(found)) {
            reporter.error(label.position(), Messages.labelSizes(label.name(), first.described(), found.described()));
            return;
        }
        sizes.put(label.name(), first == null ? found : first.and(found));
    }
}
