package dev.nacre.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What a loss can be given besides its predictions. */
public enum LabelKind {
    /** The index of a class: an {@code int[]}. */
    CLASS(Value.Kind.LABEL, "a class index (a Label, an int or an enum)"),
    /** Yes or no: 1 or 0 in a {@code float[]}. */
    BINARY(Value.Kind.TARGET, "yes or no (a boolean, an enum of two constants, or a Label or an int of 0 and 1)"),
    /** Alike or not: 1 or -1 in a {@code float[]}. */
    SIGN(Value.Kind.TARGET, "yes or no (a boolean, or a Label or an int of 1 and -1)"),
    /** A tensor of the prediction's shape. */
    TARGET(Value.Kind.TARGET, "a Target or a float"),
    /** A tensor of the prediction's shape, which for one number alone would mean nothing. */
    DISTRIBUTION(Value.Kind.TARGET, "a Target of probabilities"),
    /** A weight per sample. */
    WEIGHTS(Value.Kind.TARGET, "SampleWeights");

    private final Value.Kind value;
    private final String description;

    LabelKind(Value.Kind value, String description) {
        this.value = value;
        this.description = description;
    }

    /** @return how its array is kept: LABEL for an {@code int[]}, TARGET for a {@code float[]} */
    public Value.Kind value() {
        return value;
    }

    /** @return whether it is one of two possibilities, which callers give as int or boolean */
    public boolean isEither() {
        return this == BINARY || this == SIGN;
    }

    /** @return whether callers give it as class indices */
    public boolean isIndex() {
        return this == CLASS || isEither();
    }

    /** @return whether a parameter of a type can be it */
    public boolean admits(Declarations.Type type) {
        boolean index = type == Declarations.SimpleType.LABEL || type == Declarations.SimpleType.INT;
        return switch (this) {
            case CLASS -> index || type instanceof Declarations.EnumType;
            case BINARY -> index || type == Declarations.SimpleType.BOOLEAN || type instanceof Declarations.EnumType;
            case SIGN -> index || type == Declarations.SimpleType.BOOLEAN;
            case TARGET -> type == Declarations.SimpleType.TARGET || type == Declarations.SimpleType.FLOAT;
            case DISTRIBUTION -> type == Declarations.SimpleType.TARGET;
            case WEIGHTS -> type == Declarations.SimpleType.SAMPLE_WEIGHTS;
        };
    }

    /** @return the kind that a type is for a loss that takes some */
    public static Optional<LabelKind> of(Declarations.Type type, List<LabelKind> accepted) {
        return accepted.stream().filter(kind -> kind.admits(type)).findFirst();
    }

    /** @return the width of the one prediction that a label of a type says, where it does */
    OptionalInt width(Declarations.Type type) {
        boolean one = type == Declarations.SimpleType.BOOLEAN
                || type == Declarations.SimpleType.INT
                || type == Declarations.SimpleType.FLOAT
                || type instanceof Declarations.EnumType;
        if (this == CLASS) {
            return type instanceof Declarations.EnumType classes
                    ? OptionalInt.of(classes.constants().size())
                    : OptionalInt.empty();
        }
        return one && this != WEIGHTS ? OptionalInt.of(1) : OptionalInt.empty();
    }

    /** @return what a loss compares with, for people */
    static String described(List<LabelKind> kinds) {
        return kinds.stream().map(kind -> kind.description).collect(Collectors.joining(", or with "));
    }
}
