package dev.nacre.processor.model;

import java.util.HashMap;
import java.util.Map;

/** What each label is compared with: the number of classes, or the shape of a target. */
final class LabelSizes {
    private LabelSizes() {}

    static Map<String, ModelBuilder.Target> of(Draft draft, ShapeTable shapes, Reporter reporter) {
        Map<String, ModelBuilder.Target> sizes = new HashMap<>();
        for (Draft.Block block : draft.blocks()) {
            Sizes known = shapes.sizes(block.name());
            if (!block.isLoss() || known == null) {
                continue;
            }
            Draft.Argument label = block.label().orElseThrow();
            Shape prediction = known.output();
            boolean classes = LabelKinds.of(label.type()) == Value.Kind.LABEL;
            ModelBuilder.Target size = classes
                    ? new ModelBuilder.Target(Shape.of(1), prediction.last())
                    : new ModelBuilder.Target(prediction, 0);
            ModelBuilder.Target first = sizes.putIfAbsent(label.name(), size);
            if (first != null && !first.equals(size)) {
                reporter.error(label.position(), Messages.labelSizes(label.name(), described(first), described(size)));
            }
        }
        return sizes;
    }

    private static String described(ModelBuilder.Target size) {
        return size.classes() > 0 ? size.classes() + " classes" : "shape " + size.shape();
    }
}
