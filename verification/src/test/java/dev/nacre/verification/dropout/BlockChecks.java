package dev.nacre.verification.dropout;

import java.util.Arrays;
import java.util.Random;

/**
 * The battery for DropBlock. Squares overlap, so elements are not independent and one does not see each square; but an element in a corner of a
 * channel lies in one square only. So D1 to D7 judge the corners, which are dropped with probability gamma, as a mask of their
 * own, and here follows what is true of all elements. D16 and D17 are of independent drops, and the mean of a value is kept
 * over a sample, not for each unit, so there is nothing for them to say.
 */
final class BlockChecks {
    private final Candidate candidate;
    private final Blocks blocks;
    private final Findings findings = new Findings();
    private final Random random;
    private final int rows;
    private final long seed;

    private BlockChecks(Candidate candidate, Blocks blocks, long seed) {
        this.candidate = candidate;
        this.blocks = blocks;
        this.seed = seed;
        this.random = new Random(seed);
        this.rows = Math.max(16, candidate.effort() / blocks.corners().length);
    }

    static Findings run(Candidate candidate, Blocks blocks, long seed) {
        BlockChecks checks = new BlockChecks(candidate, blocks, seed);
        Candidate corners = new Corners(candidate, blocks);
        Sizes sizes = Sizes.of(corners, seed);
        new RateChecks(corners, sizes, checks.findings).run();
        new IndependenceChecks(corners, sizes, checks.findings).run();
        for (double p : candidate.rates()) {
            Draw draw = Draw.of(p, seed + 11);
            checks.masks(draw);
            checks.values(draw);
            checks.evaluation(draw);
        }
        if (candidate.extremes()) {
            checks.extremes(Draw.of(0, seed));
        }
        return checks.findings;
    }

    private void masks(Draw draw) {
        int width = blocks.elements();
        boolean[] keep = candidate.mask(draw, rows, width);
        double p = draw.p();
        int channel = blocks.height() * blocks.width();
        double mean = blocks.mean(p);
        double variance = blocks.variance(p);
        float[] counts = new float[rows];
        double[][] byChannel = new double[blocks.channels()][rows];
        int[] units = new int[width];
        long outside = 0;
        for (int row = 0; row < rows; row++) {
            counts[row] = Statistics.count(keep, row * width, (row + 1) * width);
            for (int i = 0; i < width; i++) {
                units[i] += keep[row * width + i] ? 1 : 0;
                byChannel[i / channel][row] += keep[row * width + i] ? 1 : 0;
            }
            outside += blocks.outside(Statistics.part(keep, row * width, (row + 1) * width));
        }
        findings.exact("D13", "what is dropped is whole squares, p = " + p, outside);
        findings.sigma(
                "D1",
                "elements, p = " + p,
                Statistics.mean(counts, blocks.channels() * mean, blocks.channels() * variance));
        findings.sigma(
                "D7", "elements of a sample, p = " + p, Statistics.variance(counts, blocks.channels() * variance));
        for (int i = 0; i < width; i++) {
            findings.sigma("D2", "unit " + i + ", p = " + p, Statistics.rate(units[i], rows, blocks.kept(i, p)));
        }
        for (int a = 0; a < byChannel.length; a++) {
            for (int b = 0; b < a; b++) {
                double sum = 0;
                for (int row = 0; row < rows; row++) {
                    sum += (byChannel[a][row] - mean) * (byChannel[b][row] - mean);
                }
                findings.sigma("D4", "channels " + b + " and " + a + ", p = " + p, sum / variance / Math.sqrt(rows));
            }
        }
    }

    private float[] values(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (random.nextBoolean() ? 1 : -1) * (0.5f + random.nextFloat());
        }
        return x;
    }

    private static float[] selected(boolean[] keep, float[] x, int width) {
        float[] y = new float[x.length];
        for (int from = 0; from < x.length; from += width) {
            float gain = (float) ((double) width / Math.max(1, Statistics.count(keep, from, from + width)));
            for (int i = from; i < from + width; i++) {
                y[i] = keep[i] ? x[i] * gain : 0f;
            }
        }
        return y;
    }

    private void values(Draw draw) {
        int width = blocks.elements();
        int some = 64;
        float[] x = values(some * width);
        float[] dy = values(some * width);
        boolean[] keep = candidate.mask(draw, some, width);
        String what = "p = " + draw.p();
        findings.exact(
                "D8",
                "kept values are x times elements over kept ones, " + what,
                Statistics.differences(selected(keep, x, width), candidate.forward(draw, x, some, width)));
        findings.exact("D9", what, differing(selected(keep, dy, width), candidate.gradient(draw, x, dy, some, width)));
        Arrays.fill(x, Float.NaN);
        float[] y = candidate.forward(draw, x, some, width);
        long wrong = 0;
        for (int i = 0; i < y.length; i++) {
            wrong += keep[i] == Float.isNaN(y[i]) && (keep[i] || Float.floatToRawIntBits(y[i]) == 0) ? 0 : 1;
        }
        findings.exact("D12", what, wrong);
    }

    /** A sum of gradients may turn -0 into +0. */
    private static long differing(float[] expected, float[] actual) {
        long wrong = 0;
        for (int i = 0; i < expected.length; i++) {
            wrong += expected[i] == actual[i] ? 0 : 1;
        }
        return wrong;
    }

    private void evaluation(Draw draw) {
        int width = blocks.elements();
        float[] x = values(8 * width);
        ValueChecks.place(x);
        boolean[] before = candidate.mask(draw, 8, width);
        findings.exact("D11", "p = " + draw.p(), Statistics.differences(x, candidate.evaluate(draw, x, 8, width)));
        findings.exact(
                "D11",
                "masks after it, p = " + draw.p(),
                Statistics.differences(before, candidate.mask(draw, 8, width)));
    }

    private void extremes(Draw none) {
        int width = blocks.elements();
        float[] x = values(8 * width);
        float[] dy = values(8 * width);
        findings.exact("D10", "p = 0 forward", Statistics.differences(x, candidate.forward(none, x, 8, width)));
        findings.exact("D10", "p = 0 gradient", differing(dy, candidate.gradient(none, x, dy, 8, width)));
        Draw all = none.p(1);
        float[] zeros = new float[x.length];
        ValueChecks.place(x);
        findings.exact("D10", "p = 1 forward", Statistics.differences(zeros, candidate.forward(all, x, 8, width)));
        findings.exact("D10", "p = 1 gradient", differing(zeros, candidate.gradient(all, x, dy, 8, width)));
    }

    /** The corners alone, dropped with probability gamma. */
    private static final class Corners extends Masks {
        private final Candidate inner;
        private final Blocks blocks;
        private final int[] corners;

        Corners(Candidate inner, Blocks blocks) {
            super(inner.name() + ", corners", blocks.corners().length, inner.effort());
            this.inner = inner;
            this.blocks = blocks;
            this.corners = blocks.corners();
        }

        @Override
        public double[] rates() {
            return Arrays.stream(inner.rates()).map(blocks::gamma).toArray();
        }

        private double declared(double gamma) {
            return Arrays.stream(inner.rates())
                    .filter(p -> blocks.gamma(p) == gamma)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public int layers(double gamma) {
            return inner.layers(declared(gamma));
        }

        @Override
        public boolean[] mask(Draw draw, int rows, int width) {
            boolean[] all = inner.mask(draw.p(declared(draw.p())), rows, blocks.elements());
            boolean[] keep = new boolean[rows * width];
            for (int i = 0; i < keep.length; i++) {
                keep[i] = all[i / width * blocks.elements() + corners[i % width]];
            }
            return keep;
        }
    }
}
