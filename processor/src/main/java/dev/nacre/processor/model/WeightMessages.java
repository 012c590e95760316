package dev.nacre.processor.model;

import dev.nacre.processor.layer.weights.WeightRule;

/** What is reported of initialisers, constraints, penalties and frozen layers. */
public final class WeightMessages {
    private static final String PLACES = "put it right after the layer it is for, or ahead of all layers";

    private WeightMessages() {}

    /** A uniform distribution whose ends are the wrong way round. */
    public static Message ends(String annotation, double low, double high) {
        return new Message(
                annotation + " has no number in it: low is " + Placed.number(low) + " and high is "
                        + Placed.number(high),
                "write the smaller number as low");
    }

    static Message twice(String annotation, String other, WeightRule.Kind kind) {
        if (kind == WeightRule.Kind.INITIALISER) {
            return new Message(annotation + " follows another initialiser for the same weights", "keep one of them");
        }
        return new Message(annotation + " and " + other + " are for the same weights", "keep one of them");
    }

    static Message misplaced(String annotation, String layer, WeightRule.Kind kind) {
        return new Message(
                annotation + " follows " + layer + ", which "
                        + (kind == WeightRule.Kind.FREEZING ? "has no " : "takes no ") + kind.word(),
                PLACES);
    }

    static Message behindUse(String annotation, String layer, String network) {
        return new Message(
                annotation + " follows " + layer + ", whose layers have their weights from their own network",
                "write it in " + network + ", after the layer it is for or ahead of all layers");
    }

    static Message axes(String annotation, String layer, String parameter, Shape shape) {
        return new Message(
                annotation + " needs weights of two or more axes, [out, in, ...]; " + parameter + " of " + layer
                        + " is " + shape,
                "take it out; @Normal, @Uniform and @Constant are for weights of any shape");
    }

    static Message nothingToKeep(String annotation, String layer) {
        return new Message(
                annotation + " follows " + layer + ", which learns nothing",
                "take it out; running statistics move in training all the same");
    }

    // Lints

    static Message frozenAnyway(String annotation, String layer, String frozen) {
        return Messages.lint(
                "frozen-weights",
                annotation + " does nothing for " + layer + ": " + frozen + " keeps its weights as they are",
                "keep one of them");
    }

    static Message noWeights(String annotation, String place) {
        return Messages.lint(
                "no-weights",
                annotation + " stands ahead of the layers of " + place + ", and none of them takes it",
                "take it out, or put it where the weights are; used networks and layers with their own keep theirs");
    }
}
