package dev.nacre.optimizer;

/** What all optimisers can be told, as {@link FluentOptimizer} was told it. */
final class Settings {
    private static final Schedule CONSTANT = Schedule.constant();

    final Groups groups = new Groups();

    /** The weight decay outside of groups that have their own. */
    double weightDecay;

    /** Whether weight decay shrinks the values, and stays out of the gradients. */
    boolean decoupled;

    /** The greatest norm of all gradients together. */
    double clipNorm = Double.POSITIVE_INFINITY;

    /** The greatest magnitude of an element of a gradient. */
    double clipValue = Double.POSITIVE_INFINITY;

    /** How many calls of step() there are to a change of the parameters. */
    int accumulation = 1;

    Schedule schedule = CONSTANT;

    /** Whether rates may change from step to step. */
    boolean scheduled() {
        return schedule != CONSTANT;
    }

    boolean clips() {
        return clipNorm < Double.POSITIVE_INFINITY || clipValue < Double.POSITIVE_INFINITY;
    }
}
