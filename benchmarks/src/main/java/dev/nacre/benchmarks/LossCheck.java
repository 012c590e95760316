package dev.nacre.benchmarks;

/** What does not learn has no speed worth printing. */
public final class LossCheck {
    /** Well below what guessing gives, ln 10, and reached within the first third of the steps. */
    private static final float LEARNT = 1.2f;

    private static final int ENOUGH_STEPS = 300;

    private final String who;
    private final int enough;
    private final float pace;
    private float average = (float) Math.log(10);
    private int steps;

    /** @param who learns, one who has 300 steps to do it in */
    public LossCheck(String who) {
        this(who, ENOUGH_STEPS);
    }

    /** @param enough the steps after which the loss must have come down */
    public LossCheck(String who, int enough) {
        this.who = who;
        this.enough = enough;
        this.pace = 15f / enough;
    }

    /** @return the loss, seen */
    public float see(float loss) {
        average += pace * (loss - average);
        steps++;
        return loss;
    }

    /** @throws IllegalStateException if many steps have not brought the loss down */
    public void end() {
        if (steps >= enough && !(average < LEARNT)) {
            throw new IllegalStateException(
                    who + " did not learn: its loss is " + average + " after " + steps + " steps");
        }
    }
}
