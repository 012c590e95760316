package dev.nacre.training;

/** Checks of options, with one wording. */
final class Numbers {
    private Numbers() {}

    static int atLeastOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " " + value + ": at least 1");
        }
        return value;
    }
}
