package dev.nacre.benchmarks.peers;

/** A peer that does not learn has no speed worth printing. */
final class LossCheck {
    /** Well below what guessing gives, ln 10, and reached within the first hundred steps. */
    private static final float LEARNT = 1.2f;

    private static final int ENOUGH_STEPS = 300;

    private final String peer;
    private float average = (float) Math.log(10);
    private int steps;

    LossCheck(String peer) {
        this.peer = peer;
    }

    /** @return the loss, seen */
    float see(float loss) {
        average += 0.05f * (loss - average);
        steps++;
        return loss;
    }

    /** @throws IllegalStateException if many steps have not brought the loss down */
    void end() {
        if (steps >= ENOUGH_STEPS && !(average < LEARNT)) {
            throw new IllegalStateException(
                    peer + " did not learn: its loss is " + average + " after " + steps + " steps");
        }
    }
}
