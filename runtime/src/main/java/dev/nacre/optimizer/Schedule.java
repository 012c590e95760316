package dev.nacre.optimizer;

/**
 * The learning rate as a function of the number of steps taken, so that training can resume anywhere. It is given to
 * {@link FluentOptimizer#schedule}: {@code Adam.of(0.001f).schedule(Schedule.cosine(10_000).warmUp(500))}.
 *
 * <p>Those made here have the values of PyTorch's schedulers of the same name. There, schedulers often count epochs:
 * {@link #perEpoch} does that. A schedule of one's own is a lambda: {@code (base, step) -> base / Math.sqrt(step + 1)}.
 */
@FunctionalInterface
public interface Schedule {
    /**
     * @param base the learning rate that the optimiser was made with, times the factor of the group
     * @param step how many steps were taken, so 0 for the first
     * @return the learning rate of the next step, a finite number, 0 or more
     */
    double learningRate(double base, long step);

    /** @return {@code base}, always: to be given a {@link #warmUp} */
    static Schedule constant() {
        return (base, step) -> base;
    }

    /**
     * A staircase: {@code base * factor^floor(step / every)}.
     *
     * @param every the length of a stair, 1 or more
     * @param factor what each stair is multiplied by, 0 or more; 0.1 is usual
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule step(long every, double factor) {
        Options.atLeast(1, "the length of a stair", every);
        Options.nonNegative("factor", factor);
        return (base, step) -> base * PortableMath.power(factor, step / every);
    }

    /**
     * A staircase of uneven stairs: {@code base * factor^(number of milestones that are at most step)}.
     *
     * @param factor what each stair is multiplied by, 0 or more; 0.1 is usual
     * @param milestones the steps at which stairs begin, ascending, 1 or more each
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range, or there are no milestones
     */
    static Schedule multiStep(double factor, long... milestones) {
        Options.nonNegative("factor", factor);
        long[] stairs = milestones.clone();
        if (stairs.length == 0) {
            throw new IllegalArgumentException("there are no milestones: give the steps at which stairs begin");
        }
        for (int i = 0; i < stairs.length; i++) {
            Options.atLeast(1, "a milestone", stairs[i]);
            if (i > 0 && stairs[i] <= stairs[i - 1]) {
                throw new IllegalArgumentException("milestone " + stairs[i] + " comes after milestone " + stairs[i - 1]
                        + ": they must ascend, each once");
            }
        }
        return (base, step) -> {
            int passed = 0;
            while (passed < stairs.length && stairs[passed] <= step) {
                passed++;
            }
            return base * PortableMath.power(factor, passed);
        };
    }

    /**
     * {@code base * factor^step}.
     *
     * @param factor what each step is multiplied by, 0 or more; 0.95 per epoch is usual
     * @return the schedule
     * @throws IllegalArgumentException if the factor is negative or not finite
     */
    static Schedule exponential(double factor) {
        Options.nonNegative("factor", factor);
        return (base, step) -> base * PortableMath.power(factor, step);
    }

    /**
     * {@link #cosine(long, double)} down to 0.
     *
     * @param steps how many steps there are to 0, 1 or more
     * @return the schedule
     * @throws IllegalArgumentException if there are less than 1 steps
     */
    static Schedule cosine(long steps) {
        return cosine(steps, 0);
    }

    /**
     * Half a cosine, without the restarts of Loshchilov and Hutter (below):
     * {@code minimum + (base - minimum) * (1 + cos(pi * step / steps)) / 2}. After its end it rises again, as
     * PyTorch's.
     *
     * @param steps how many steps there are to the minimum, 1 or more
     * @param minimum the least learning rate, 0 or more
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule cosine(long steps, double minimum) {
        Options.atLeast(1, "the length of the cosine", steps);
        Options.nonNegative("minimum", minimum);
        return (base, step) -> Annealing.cosine(base, minimum, (double) step / steps);
    }

    /**
     * {@link #cosineRestarts(long, int, double)} down to 0.
     *
     * @param first the length of the first in steps, 1 or more
     * @param multiplier how many times as long as the one before each is, 1 or more
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule cosineRestarts(long first, int multiplier) {
        return cosineRestarts(first, multiplier, 0);
    }

    /**
     * Half cosines that start again and again (Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm
     * Restarts", ICLR 2017), each as {@link #cosine(long, double)}.
     *
     * @param first the length of the first in steps, 1 or more
     * @param multiplier how many times as long as the one before each is, 1 or more
     * @param minimum the least learning rate, 0 or more
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule cosineRestarts(long first, int multiplier, double minimum) {
        Options.atLeast(1, "the length of the first cosine", first);
        Options.atLeast(1, "multiplier", multiplier);
        Options.nonNegative("minimum", minimum);
        return (base, step) -> Annealing.cosine(base, minimum, Annealing.sinceRestart(first, multiplier, step));
    }

    /**
     * A straight line, then constant: {@code base * (start + (end - start) * min(step, steps) / steps)}.
     *
     * @param start what the base is multiplied by at first, 0 or more
     * @param end what it is multiplied by at last, 0 or more
     * @param steps the length of the line, 1 or more
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule linear(double start, double end, long steps) {
        Options.nonNegative("the factor at the start", start);
        Options.nonNegative("the factor at the end", end);
        Options.atLeast(1, "the length of the line", steps);
        return (base, step) -> base * (start + (end - start) * Math.min(step, steps) / steps);
    }

    /**
     * {@link #polynomial(long, double, double)} down to 0.
     *
     * @param steps how many steps there are to 0, 1 or more
     * @param power 1 for a line, 2 for a parabola; more than 0
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule polynomial(long steps, double power) {
        return polynomial(steps, power, 0);
    }

    /**
     * {@code minimum + (base - minimum) * (1 - min(step, steps) / steps)^power}.
     *
     * @param steps how many steps there are to the minimum, 1 or more
     * @param power 1 for a line, 2 for a parabola; more than 0
     * @param minimum the learning rate from there on, 0 or more
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    static Schedule polynomial(long steps, double power, double minimum) {
        Options.atLeast(1, "the length of the polynomial", steps);
        Options.positive("power", power);
        Options.nonNegative("minimum", minimum);
        return (base, step) ->
                minimum + (base - minimum) * PortableMath.power(1 - (double) Math.min(step, steps) / steps, power);
    }

    /**
     * Up to the base and down to nearly nothing, with the options of {@link OneCycle}.
     *
     * @param steps the length in steps, 2 or more
     * @return the schedule
     * @throws IllegalArgumentException if there are less than 2 steps
     */
    static OneCycle oneCycle(long steps) {
        return OneCycle.of(steps);
    }

    /**
     * This schedule after a linear warm-up (Goyal et al., "Accurate, Large Minibatch SGD", 2017), whose k-th step has
     * k / steps of this schedule's first learning rate. This schedule begins after it.
     *
     * @param steps the length of the warm-up, 1 or more
     * @return the schedule
     * @throws IllegalArgumentException if there are less than 1 steps
     */
    default Schedule warmUp(long steps) {
        Options.atLeast(1, "the length of the warm-up", steps);
        return (base, step) ->
                step < steps ? learningRate(base, 0) * (step + 1) / steps : learningRate(base, step - steps);
    }

    /**
     * This schedule after a linear warm-up that has {@code start + (1 - start) * step / steps} of this schedule's first
     * learning rate, as PyTorch's {@code LinearLR} in a {@code SequentialLR}.
     *
     * @param steps the length of the warm-up, 1 or more
     * @param start what the first learning rate is multiplied by at first, 0 or more
     * @return the schedule
     * @throws IllegalArgumentException if an argument is out of range
     */
    default Schedule warmUp(long steps, double start) {
        Options.atLeast(1, "the length of the warm-up", steps);
        Options.nonNegative("the factor at the start", start);
        return (base, step) -> step < steps
                ? learningRate(base, 0) * (start + (1 - start) * step / steps)
                : learningRate(base, step - steps);
    }

    /**
     * The same in epochs: all steps of an epoch have the learning rate of its number, where the first is 0.
     *
     * @param steps how many steps an epoch has, 1 or more
     * @return the schedule
     * @throws IllegalArgumentException if there are less than 1 steps
     */
    default Schedule perEpoch(long steps) {
        Options.atLeast(1, "the number of steps of an epoch", steps);
        return (base, step) -> learningRate(base, step / steps);
    }
}
