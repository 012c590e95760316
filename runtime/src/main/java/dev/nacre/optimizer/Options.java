package dev.nacre.optimizer;

/** Checks of options, with one wording. */
final class Options {
    private Options() {}

    static double nonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be a finite number, 0 or more");
        }
        return value;
    }

    /** From 0 to 1, without 1. */
    static double decayRate(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be 0 or more and less than 1");
        }
        return value;
    }
}
