package dev.nacre.processor.model;

import java.util.OptionalInt;

/** What a label's type says. */
final class LabelKinds {
    private LabelKinds() {}

    /** @return LABEL for class indices, TARGET for tensors */
    static Value.Kind of(Declarations.Type type) {
        return type == Declarations.SimpleType.TARGET || type == Declarations.SimpleType.FLOAT
                ? Value.Kind.TARGET
                : Value.Kind.LABEL;
    }

    /** @return the width of a prediction, where the type says it */
    static OptionalInt width(Declarations.Type type) {
        if (type instanceof Declarations.EnumType classes) {
            return OptionalInt.of(classes.constants().size());
        }
        return type == Declarations.SimpleType.FLOAT ? OptionalInt.of(1) : OptionalInt.empty();
    }
}
