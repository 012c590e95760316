package dev.nacre.optimizer;

/** Checks of options, with one wording. */
final class Options {
    private Options() {}

    static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be a finite number");
        }
        return value;
    }

    static double nonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be a finite number, 0 or more");
        }
        return value;
    }

    static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be a finite number, more than 0");
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

    /** From 0 to 1. */
    static double fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be from 0 to 1");
        }
        return value;
    }

    static long atLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be " + least + " or more");
        }
        return value;
    }

    /** What a schedule gave. The text is made only if it is needed, as this is asked in every step. */
    static double scheduled(double rate, long steps) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the schedule gave the learning rate " + rate + " after " + steps
                    + " steps: it must be a finite number, 0 or more");
        }
        return rate;
    }
}
