package dev.nacre.optimizer;

/**
 * One cycle (Smith and Topin, "Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates",
 * 2018) as in PyTorch: from {@code base / startDivisor} up to the base in the first part of the steps, then down to
 * {@code base / startDivisor / endDivisor}, where it stays. The base is the greatest learning rate. PyTorch moves the
 * momentum against the learning rate unless told otherwise; here the momentum stays as it is.
 */
public final class OneCycle implements Schedule {
    private final long steps;
    private final double peak;
    private final double startDivisor;
    private final double endDivisor;
    private final boolean linear;
    private final boolean threePhases;

    private OneCycle(
            long steps, double peak, double startDivisor, double endDivisor, boolean linear, boolean threePhases) {
        this.steps = steps;
        this.peak = peak;
        this.startDivisor = startDivisor;
        this.endDivisor = endDivisor;
        this.linear = linear;
        this.threePhases = threePhases;
    }

    static OneCycle of(long steps) {
        return new OneCycle(Options.atLeast(2, "the length of the cycle", steps), 0.3, 25, 1e4, false, false);
    }

    /**
     * @param peak the part of the steps in which the learning rate grows, from 0 to 1; 0.3 is the default
     * @return a schedule with it
     * @throws IllegalArgumentException if it is out of range, or leaves no steps for the last of three phases
     */
    public OneCycle peak(double peak) {
        Options.fraction("the part before the peak", peak);
        requireRoom(peak, threePhases);
        return new OneCycle(steps, peak, startDivisor, endDivisor, linear, threePhases);
    }

    /**
     * @param divisor what the base is divided by at the start, more than 0; 25 is the default
     * @return a schedule with it
     * @throws IllegalArgumentException if it is out of range
     */
    public OneCycle startDivisor(double divisor) {
        Options.positive("the divisor at the start", divisor);
        return new OneCycle(steps, peak, divisor, endDivisor, linear, threePhases);
    }

    /**
     * @param divisor what the learning rate of the start is divided by at the end, more than 0; 10,000 is the default
     * @return a schedule with it
     * @throws IllegalArgumentException if it is out of range
     */
    public OneCycle endDivisor(double divisor) {
        Options.positive("the divisor at the end", divisor);
        return new OneCycle(steps, peak, startDivisor, divisor, linear, threePhases);
    }

    /** @return a schedule of straight lines instead of cosines */
    public OneCycle linear() {
        return new OneCycle(steps, peak, startDivisor, endDivisor, true, threePhases);
    }

    /**
     * As in the paper: up, down to the start again in as many steps, and only then to the end.
     *
     * @return a schedule of three phases
     * @throws IllegalArgumentException if the peak leaves no steps for the last
     */
    public OneCycle threePhases() {
        requireRoom(peak, true);
        return new OneCycle(steps, peak, startDivisor, endDivisor, linear, true);
    }

    private static void requireRoom(double peak, boolean threePhases) {
        if (threePhases && peak > 0.5) {
            throw new IllegalArgumentException("the part before the peak is " + peak
                    + ": with three phases it must be 0.5 or less, as the way down takes as long");
        }
    }

    @Override
    public double learningRate(double base, long step) {
        double start = base / startDivisor;
        double end = start / endDivisor;
        double last = steps - 1;
        double top = peak * steps - 1;
        if (step <= top) {
            return between(start, base, 0, top, step);
        }
        if (!threePhases) {
            return between(base, end, top, last, step);
        }
        double bottom = 2 * peak * steps - 2;
        return step <= bottom ? between(base, start, top, bottom, step) : between(start, end, bottom, last, step);
    }

    private double between(double from, double to, double begin, double finish, double step) {
        double progress = finish > begin ? Math.min((step - begin) / (finish - begin), 1) : 1;
        return linear ? Annealing.linear(from, to, progress) : Annealing.cosine(from, to, progress);
    }
}
