package dev.nacre.examples.page;

import java.util.ArrayList;
import java.util.List;

/** From numbers to places on paper, with ticks at round numbers. */
public final class Axis {
    private final double least;
    private final double most;
    private final double from;
    private final double to;
    private final double step;

    /**
     * @param least the smallest number
     * @param most the largest number
     * @param from where the smallest lies
     * @param to where the largest lies
     * @param ticks about how many ticks
     */
    public Axis(double least, double most, double from, double to, int ticks) {
        this.step = step((most - least) / ticks);
        this.least = least;
        this.most = most == least ? least + 1 : most;
        this.from = from;
        this.to = to;
    }

    /** An axis that begins and ends at a tick. */
    public static Axis rounded(double least, double most, double from, double to, int ticks) {
        double spread = most == least ? 1 : most - least;
        double step = step(spread / ticks);
        return new Axis(Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step, from, to, ticks);
    }

    /** The number 1, 2 or 5 times a power of ten that comes next. */
    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(rough, 1e-12))));
        for (double factor : new double[] {1, 2, 5}) {
            if (rough <= factor * power * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    public double at(double value) {
        return from + (value - least) / (most - least) * (to - from);
    }

    public double from() {
        return from;
    }

    public double to() {
        return to;
    }

    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.ceil(least / step - 1e-9);
        long last = (long) Math.floor(most / step + 1e-9);
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** A tick's number, with as many digits as its neighbours need. */
    public String label(double tick) {
        if (step >= 1) {
            return Math.abs(tick) >= 10_000 ? Numbers.count(Math.round(tick)) : Numbers.fixed(tick, 0);
        }
        return Numbers.fixed(tick, (int) Math.ceil(-Math.log10(step) - 1e-9));
    }
}
