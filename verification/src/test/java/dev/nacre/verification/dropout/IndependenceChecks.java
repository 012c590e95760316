package dev.nacre.verification.dropout;

import static dev.nacre.verification.dropout.Statistics.coincidences;
import static dev.nacre.verification.dropout.Statistics.correlation;
import static dev.nacre.verification.dropout.Statistics.part;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** D4, D5 and D6: elements tell nothing of each other, nor rows, steps, layers, seeds, and what different threads make. */
final class IndependenceChecks {
    private static final int[] FAR = {64, 128, 256, 512, 1024, 4096, 1 << 15, 1 << 16};
    private static final int[] SHIFTS = {0, 1, 4, 8, 16};
    private static final int PERIOD = 1 << 16;

    /** So many rare values, all repeated, are far beyond chance. */
    private static final double SEEN = 20;

    private final Candidate candidate;
    private final Sizes sizes;
    private final Findings findings;

    IndependenceChecks(Candidate candidate, Sizes sizes, Findings findings) {
        this.candidate = candidate;
        this.sizes = sizes;
        this.findings = findings;
    }

    void run() {
        for (double p : candidate.rates()) {
            Draw draw = Draw.of(p, sizes.seed() + 7);
            int width = candidate.width();
            int rows = Math.min(1 << 18, sizes.elements()) / width;
            inside(draw, rows, width);
            between(draw, Math.max(1, Math.min(1 << 16, sizes.elements()) / width), width);
        }
    }

    /**
     * One correlation, where there are enough elements: the skewness of the sum of n products is (1 - 4v) / (v sqrt(n)), and the limit
     * for it is that of a count. Where p is near 0 or 1, exact counts of the rare value coming twice; what repeats has np of them
     * in place of np^2.
     */
    private void correlate(String check, String what, boolean[] a, boolean[] b, int lag, Draw draw) {
        double v = draw.variance();
        double skewness = (1 - 4 * v) / v;
        int n = Math.min(a.length, b.length - lag);
        String name = what + ", p = " + draw.p();
        if (n >= Sizes.ENOUGH && n >= Sizes.ENOUGH * skewness * skewness) {
            findings.sigma(check, name, correlation(a, b, lag, draw.q()));
        } else if (n * Math.min(draw.p(), draw.q()) >= SEEN) {
            // Within one mask only half of the pairs have no element in common with another.
            for (int parity = a == b ? 0 : -1; parity < (a == b ? 2 : 0); parity++) {
                findings.sigma(check, name + ", coincidences", coincidences(a, b, lag, draw.q(), parity));
            }
        }
    }

    private void inside(Draw draw, int rows, int width) {
        boolean[] keep = candidate.mask(draw, rows, width);
        if (keep.length * Math.min(draw.p(), draw.q()) >= 100) {
            findings.sigma("D5", "p = " + draw.p(), Statistics.bytes(keep, draw.q()));
        }
        TreeSet<Integer> lags = new TreeSet<>();
        for (int lag = 1; lag <= 33; lag++) {
            lags.add(lag);
        }
        lags.add(width);
        for (int lag : FAR) {
            lags.add(lag);
        }
        for (int lag : lags) {
            correlate("D4", "lag " + lag, keep, keep, lag, draw);
        }
    }

    private void between(Draw draw, int rows, int width) {
        boolean[] keep = candidate.mask(draw, rows, width);
        for (int distance = 1; distance <= 8; distance++) {
            correlate("D6 rows", "row " + distance + " on", keep, keep, distance * width, draw);
        }
        // Threads take parts of the rows: halves, thirds, quarters.
        for (int threads = 2; threads <= 4; threads++) {
            int part = rows / threads * width;
            for (int i = 1; i < threads; i++) {
                cross(
                        "D6 threads",
                        "part " + i + " of " + threads,
                        part(keep, 0, part),
                        part(keep, i * part, keep.length),
                        draw,
                        width);
            }
        }
        for (long other : new long[] {1, 2, 3, PERIOD, 1L << 32}) {
            others("D6 steps", "step + " + other, keep, draw.step(draw.step() + other), rows, width);
        }
        for (int other = 1; other < candidate.layers(draw.p()); other++) {
            others("D6 layers", "layer + " + other, keep, draw.layer(other), rows, width);
        }
        for (long other : new long[] {1, 2, PERIOD, 1L << 32}) {
            others("D6 seeds", "seed + " + other, keep, draw.seed(draw.seed() + other), rows, width);
        }
        others(
                "D6 seeds",
                "seed and step exchanged",
                keep,
                draw.seed(draw.step()).step(draw.seed()),
                rows,
                width);
    }

    private void others(String check, String what, boolean[] keep, Draw other, int rows, int width) {
        cross(check, what, keep, candidate.mask(other, rows, width), other, width);
    }

    /** Each a shift of the other, by anything that the arithmetic counts in. */
    private void cross(String check, String what, boolean[] a, boolean[] b, Draw draw, int width) {
        List<Integer> lags = new ArrayList<>();
        for (int shift : SHIFTS) {
            lags.add(shift);
        }
        lags.add(width);
        for (int lag : lags) {
            correlate(check, what + " by " + lag, a, b, lag, draw);
            if (lag > 0) {
                correlate(check, what + " back by " + lag, b, a, lag, draw);
            }
        }
    }
}
