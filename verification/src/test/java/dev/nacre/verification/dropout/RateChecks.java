package dev.nacre.verification.dropout;

import static dev.nacre.verification.dropout.Statistics.binomialCounts;
import static dev.nacre.verification.dropout.Statistics.count;
import static dev.nacre.verification.dropout.Statistics.rate;

import java.util.OptionalLong;

/** D1, D2, D3 and D7: how many are kept, of all, of each unit, at the edges, of each row. */
final class RateChecks {
    private static final int EDGE = 16;

    /** More steps of a small mask for each unit's count. */
    private static final int STEP_ROWS = 4;

    /** Of a count that is compared by chi-square: the sum's variance is larger by (1 - 6v) / (2nv), under 3 percent. */
    private static final double COUNTED = 20;

    private final Candidate candidate;
    private final Sizes sizes;
    private final Findings findings;

    RateChecks(Candidate candidate, Sizes sizes, Findings findings) {
        this.candidate = candidate;
        this.sizes = sizes;
        this.findings = findings;
    }

    void run() {
        for (double p : candidate.rates()) {
            Draw draw = Draw.of(p, sizes.seed());
            all(draw);
            threshold(draw);
            units(draw);
            rows(draw);
            masks(draw);
        }
        edges();
    }

    private void all(Draw draw) {
        int width = candidate.width();
        int rows = sizes.rows(width);
        int kept = count(candidate.mask(draw, rows, width));
        findings.sigma("D1", "p = " + draw.p(), rate(kept, (long) rows * width, draw.q()));
    }

    /**
     * Proven: |round(p 2^32) / 2^32 - p| is at most 2^-33, because 2^32 p is exact in double precision and {@link Math#round}
     * moves it by at most a half. So what is left to be shown is that the threshold is that number: of a word w, p = w / 2^32 is
     * the largest probability that keeps it.
     */
    private void threshold(Draw draw) {
        int width = 64;
        long wrong = 0;
        boolean known = false;
        for (int column = 0; column < width; column++) {
            OptionalLong word = candidate.word(draw, 0, column, width);
            if (word.isPresent()) {
                known = true;
                double p = word.getAsLong() * 0x1p-32;
                wrong += candidate.mask(draw.p(p), 1, width)[column] ? 0 : 1;
                wrong += candidate.mask(draw.p(p + 0x1p-32), 1, width)[column] ? 1 : 0;
            }
        }
        if (known) {
            findings.exact("D1", "threshold of words, p = " + draw.p(), wrong);
        }
    }

    private void units(Draw draw) {
        int width = Math.min(256, candidate.width());
        int steps = Math.min(2048, Math.max(32, sizes.elements() / (STEP_ROWS * width)));
        steps = (int) Math.max(steps, Math.ceil(COUNTED / draw.variance()));
        int[] counts = new int[STEP_ROWS * width];
        for (int step = 1; step <= steps; step++) {
            boolean[] keep = candidate.mask(draw.step(step), STEP_ROWS, width);
            for (int i = 0; i < counts.length; i++) {
                counts[i] += keep[i] ? 1 : 0;
            }
        }
        findings.sigma("D2", "p = " + draw.p() + ", " + steps + " steps", binomialCounts(counts, steps, draw.q()));
    }

    private void edges() {
        double[] rates = candidate.rates();
        for (int width : candidate.widths()) {
            for (double p : rates) {
                int rows = Math.max(1, Math.min(2000, 2 * sizes.elements() / width));
                int edge = Math.min(EDGE, width);
                Draw draw = Draw.of(p, sizes.seed()).step(width);
                boolean[] keep = candidate.mask(draw, rows, width);
                long first = 0;
                long last = 0;
                for (int row = 0; row < rows; row++) {
                    first += count(keep, row * width, row * width + edge);
                    last += count(keep, (row + 1) * width - edge, (row + 1) * width);
                }
                long n = (long) rows * edge;
                findings.sigma("D3", "first " + edge + " of " + width + ", p = " + p, rate(first, n, draw.q()));
                findings.sigma("D3", "last " + edge + " of " + width + ", p = " + p, rate(last, n, draw.q()));
            }
        }
    }

    private void rows(Draw draw) {
        int width = candidate.width();
        // Rare drops are counted over several rows.
        int each = (int) Math.max(1, Math.ceil(COUNTED / (width * draw.variance())));
        int groups = sizes.rows(width) / each;
        if (groups < 10) {
            return;
        }
        boolean[] keep = candidate.mask(draw.step(3), groups * each, width);
        findings.sigma("D7", "rows, p = " + draw.p(), grouped(keep, groups, draw.q()));
    }

    /** A number of drops that is fixed over the whole mask shows only from mask to mask. */
    private void masks(Draw draw) {
        int width = candidate.width();
        int masks = 64;
        int rows = (int) Math.max(4, Math.ceil(COUNTED / (width * draw.variance())));
        if ((long) masks * rows * width > sizes.elements()) {
            return;
        }
        int[] counts = new int[masks];
        for (int i = 0; i < masks; i++) {
            counts[i] = count(candidate.mask(draw.step(1000 + i), rows, width));
        }
        findings.sigma("D7", "masks, p = " + draw.p(), binomialCounts(counts, (long) rows * width, draw.q()));
    }

    private static double grouped(boolean[] keep, int groups, double q) {
        int each = keep.length / groups;
        int[] counts = new int[groups];
        for (int i = 0; i < groups; i++) {
            counts[i] = count(keep, i * each, (i + 1) * each);
        }
        return binomialCounts(counts, each, q);
    }
}
