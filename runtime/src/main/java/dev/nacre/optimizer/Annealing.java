package dev.nacre.optimizer;

/** Ways from one learning rate to another. */
final class Annealing {
    private Annealing() {}

    /** From {@code from} at 0 to {@code to} at 1, with no slope at both. */
    static double cosine(double from, double to, double progress) {
        return to + (from - to) * (1 + PortableMath.cosPi(progress)) / 2;
    }

    static double linear(double from, double to, double progress) {
        return from + (to - from) * progress;
    }

    /** How much of the present period is over, from 0 on, where each is a multiple of the one before. */
    static double sinceRestart(long first, int multiplier, long step) {
        if (multiplier == 1) {
            return (double) (step % first) / first;
        }
        long since = step;
        long length = first;
        while (since >= length) {
            since -= length;
            // A period beyond all counting does not end.
            length = length > Long.MAX_VALUE / multiplier ? Long.MAX_VALUE : length * multiplier;
        }
        return (double) since / length;
    }
}
