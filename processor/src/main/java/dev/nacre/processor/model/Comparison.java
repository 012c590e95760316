package dev.nacre.processor.model;

import java.util.OptionalInt;

/**
 * What a label is compared with.
 *
 * @param kind what it is
 * @param shape of its array, for one sample
 * @param classes the number of classes for a class index, 0 for anything else
 * @param ignored the class index that counts nothing, where there is one
 */
record Comparison(LabelKind kind, Shape shape, int classes, OptionalInt ignored) {
    /** @return whether one array can be both */
    boolean agrees(Comparison other) {
        return form() == other.form() && shape.equals(other.shape) && classes == other.classes;
    }

    private LabelKind form() {
        return kind == LabelKind.DISTRIBUTION ? LabelKind.TARGET : kind;
    }

    /** @return what both allow */
    Comparison and(Comparison other) {
        return ignored.equals(other.ignored) ? this : new Comparison(kind, shape, classes, OptionalInt.empty());
    }

    /** @return for people */
    String described() {
        String positions = shape.elements() == 1 ? "" : " at " + shape.elements() + " positions";
        return switch (kind) {
            case CLASS -> classes + " classes" + positions;
            case BINARY -> "0 and 1" + positions;
            case SIGN -> "1 and -1" + positions;
            default -> "shape " + shape;
        };
    }
}
