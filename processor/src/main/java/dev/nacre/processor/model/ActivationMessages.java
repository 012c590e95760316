package dev.nacre.processor.model;

import java.util.List;
import java.util.Optional;

/** The texts about activations. */
public final class ActivationMessages {
    private static final String FUNCTIONS = "static float value(float x) and static float derivative(float x)";

    private ActivationMessages() {}

    /** A number that a float cannot hold. */
    public static Message noFloat(String layer, String option, double value) {
        String written = option.equals("value") ? Placed.number(value) : option + " = " + Placed.number(value);
        return new Message(
                "@" + layer + "(" + written + ") does not fit a float, which would make it "
                        + ((float) value == 0 ? "0" : "infinite"),
                "write a number of a magnitude between 1e-38 and 3e38");
    }

    /** Bounds in the wrong order. */
    public static Message order(String layer, String low, double found, String high, double other, boolean mayBeEqual) {
        return new Message(
                "@" + layer + "(" + low + " = " + Placed.number(found) + ", " + high + " = " + Placed.number(other)
                        + ") needs " + low + (mayBeEqual ? " not above " : " below ") + high,
                "write a larger " + high + ", or a smaller " + low);
    }

    /** Slopes that are neither one nor one per feature. */
    public static Message slopes(String layer, int found, Shape input) {
        return new Message(
                "@" + layer + "(" + found + ") does not fit: its input is " + input + ", with " + input.first()
                        + (input.first() == 1 ? " feature" : " features") + " along its first axis",
                input.first() == 1
                        ? "use 1 slope"
                        : "use 1 slope for all, or " + input.first() + " for one per feature");
    }

    /** An axis that has no halves. */
    public static Message odd(String layer, int axis, Shape input) {
        return new Message(
                "@" + layer + " halves axis " + axis + " of its input " + input + ", whose size "
                        + input.sizes().get(axis) + " is odd",
                "make it even: the block before needs twice as many units as shall come out");
    }

    /** Something to apply that has no methods at all. */
    public static Message noFunctionClass(String layer, Declarations.FunctionType type) {
        return new Message("@" + layer + "(" + name(type) + ") names no class", "name a class with " + FUNCTIONS);
    }

    /** A class that generated code cannot see. */
    public static Message hiddenFunctions(String layer, Declarations.FunctionType type, String culprit) {
        return new Message(
                "@" + layer + "(" + name(type) + ") cannot be called: " + culprit
                        + " is not visible to the generated class",
                "make " + culprit + " public, or package-private beside the network");
    }

    /** Functions that are missing or wrong; {@code flaws} says how. */
    public static Message functions(String layer, Declarations.FunctionType type, List<String> flaws) {
        return new Message(
                "@" + layer + "(" + name(type) + ") needs " + FUNCTIONS + ": " + String.join("; ", flaws),
                "add or correct "
                        + (flaws.size() == 1 ? "it" : "them")
                        + " in " + name(type) + "; double in place of float is allowed, checked exceptions are not");
    }

    /** @return what is wrong with one function; empty where it can be called */
    public static Optional<String> flaw(Declarations.FunctionType type, String function) {
        List<Declarations.Method> named = type.methods().stream()
                .filter(method -> method.name().equals(function))
                .toList();
        if (named.isEmpty()) {
            return Optional.of("it has no method " + function);
        }
        List<Declarations.Method> fitting = named.stream()
                .filter(method -> method.computes("float") || method.computes("double"))
                .toList();
        if (fitting.isEmpty()) {
            return Optional.of("it has " + named.get(0).display());
        }
        // Java calls the one for float where there are both.
        Declarations.Method called = fitting.stream()
                .filter(method -> method.computes("float"))
                .findFirst()
                .orElse(fitting.get(0));
        if (!called.isStatic()) {
            return Optional.of(called.display() + " is not static");
        } else if (!called.isVisible()) {
            return Optional.of(called.display() + " is not visible to the generated class");
        }
        return called.thrown().isEmpty()
                ? Optional.empty()
                : Optional.of(called.display() + " throws " + String.join(", ", called.thrown()));
    }

    private static String name(Declarations.FunctionType type) {
        return type.simpleNames().get(type.simpleNames().size() - 1);
    }
}
