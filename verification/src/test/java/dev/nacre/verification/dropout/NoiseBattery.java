package dev.nacre.verification.dropout;

import java.util.Arrays;
import java.util.Random;

/**
 * The battery for Gaussian noise, of candidates that multiply by it (rates are p, variance p / q) or add it (rates are deviations).
 * What lies above a limit that normal numbers exceed with a probability is a mask of that rate, which D1 to D7 judge; the numbers themselves
 * follow, standardised: moments, quantiles and tails (D15), correlations of numbers and of squares (D4, D6), sums of units (D2), a linear
 * layer (D16) and what becomes of values and gradients (D8 to D11). Nothing is dropped, so D12 and the enumerations D17 to D19 have no
 * subject.
 */
final class NoiseBattery {
    /** Above these, and below: in the tails, at a quartile, in the middle. */
    private static final double[] EXCEEDED = {0.01, 0.25, 0.5, 0.99};

    /** The least for products of squares, whose sum has a skewness of 8 / sqrt(n). */
    private static final int ENOUGH = 60_000;

    private static final int CELLS = 128;

    /** Of D15. */
    private static final int MANY = 1_000_000;

    /** The skewness of z^4: its third central moment, 10395 - 3 * 105 * 3 + 2 * 27 = 9504, over 96^1.5. */
    private static final double FOURTH = 10.1;

    private final Candidate candidate;
    private final boolean multiplies;
    private final Findings findings = new Findings();
    private final Random random;
    private final long seed;
    private final int width;
    private final int rows;

    private NoiseBattery(Candidate candidate, boolean multiplies, long seed) {
        this.candidate = candidate;
        this.multiplies = multiplies;
        this.seed = seed;
        this.random = new Random(seed);
        this.width = candidate.width();
        this.rows = (candidate.effort() + width - 1) / width;
    }

    static Findings run(Candidate candidate, boolean multiplies, long seed) {
        NoiseBattery battery = new NoiseBattery(candidate, multiplies, seed);
        for (double strength : candidate.rates()) {
            Candidate exceeding = battery.new Exceeding(strength);
            Sizes sizes = Sizes.of(exceeding, seed);
            new RateChecks(exceeding, sizes, battery.findings).run();
            new IndependenceChecks(exceeding, sizes, battery.findings).run();
            Draw draw = Draw.of(strength, seed + 17);
            battery.distribution(draw);
            battery.independence(draw);
            battery.linear(draw);
            battery.values(draw);
        }
        if (candidate.layers(0) > 0) {
            battery.none(Draw.of(0, seed));
        }
        return battery.findings;
    }

    private double deviation(Draw draw) {
        return multiplies ? Math.sqrt(draw.p() / draw.q()) : draw.p();
    }

    private float[] noise(Draw draw, int count) {
        float[] x = new float[count * width];
        Arrays.fill(x, multiplies ? 1f : 0f);
        return candidate.forward(draw, x, count, width);
    }

    private float[] standard(Draw draw, int count) {
        float[] z = noise(draw, count);
        double deviation = deviation(draw);
        for (int i = 0; i < z.length; i++) {
            z[i] = (float) ((z[i] - (multiplies ? 1 : 0)) / deviation);
        }
        return z;
    }

    private static double power(float[] z, int exponent) {
        double sum = 0;
        for (float value : z) {
            double power = value;
            for (int i = 1; i < exponent; i++) {
                power *= value;
            }
            sum += power;
        }
        return sum / z.length;
    }

    private void distribution(Draw draw) {
        int many = (Math.max(candidate.effort(), MANY) + width - 1) / width;
        float[] noise = noise(draw, many);
        findings.addAll(
                multiplies
                        ? NoiseChecks.gaussianDropout("generated", draw.p(), noise)
                        : NoiseChecks.gaussianNoise("generated, s = " + draw.p(), draw.p(), noise));
        float[] z = standard(draw, many);
        String what = ", strength " + draw.p();
        // z^3 has variance 15, z^4 variance 96.
        findings.sigma("D15", "third moment" + what, power(z, 3) / Math.sqrt(15.0 / z.length));
        findings.sigma(
                "D15",
                "fourth moment" + what,
                Tails.skewed((power(z, 4) - 3) / Math.sqrt(96.0 / z.length), FOURTH / Math.sqrt(z.length)));
        for (double limit : new double[] {1, 2, 3, 4}) {
            int above = 0;
            int below = 0;
            for (float value : z) {
                above += value > limit ? 1 : 0;
                below += value < -limit ? 1 : 0;
            }
            double tail = Tails.normal(limit);
            findings.sigma("D15", "above " + limit + what, Statistics.rate(above, z.length, tail));
            findings.sigma("D15", "below " + limit + what, Statistics.rate(below, z.length, tail));
        }
        findings.sigma("D15", "quantiles" + what, quantiles(z));
        units(z, what);
    }

    /** Cells that are equally probable. */
    private static double quantiles(float[] z) {
        double[] borders = new double[CELLS - 1];
        for (int i = 0; i < borders.length; i++) {
            borders[i] = -Tails.sigmas((i + 1.0) / CELLS);
        }
        long[] counts = new long[CELLS];
        for (float value : z) {
            int place = Arrays.binarySearch(borders, value);
            counts[place < 0 ? -place - 1 : place]++;
        }
        double expected = (double) z.length / CELLS;
        double sum = 0;
        for (long count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return Statistics.chiSquare(sum, CELLS - 1L);
    }

    private void units(float[] z, String what) {
        double[] sums = new double[width];
        double[] squares = new double[width];
        for (int i = 0; i < z.length; i++) {
            sums[i % width] += z[i];
            squares[i % width] += z[i] * (double) z[i];
        }
        double sum = 0;
        for (int unit = 0; unit < width; unit++) {
            int count = z.length / width;
            sum += sums[unit] * sums[unit] / count;
            findings.sigma("D2", "variance of unit " + unit + what, Statistics.chiSquare(squares[unit], count));
        }
        findings.sigma("D2", "means of units" + what, Statistics.chiSquare(sum, width));
    }

    private void independence(Draw draw) {
        int some = (Math.max(candidate.effort(), ENOUGH * 2) + 2 * width) / width;
        float[] z = standard(draw, some);
        for (int lag : new int[] {1, 2, 3, 4, 8, 16, 32, width, 2 * width, 64, 1024, 1 << 15}) {
            correlations("D4", "lag " + lag, z, z, lag, draw);
        }
        float[] half = Arrays.copyOfRange(z, z.length / 2 / width * width, z.length);
        correlations("D6 threads", "halves", Arrays.copyOf(z, z.length / 2 / width * width), half, 0, draw);
        correlations("D6 steps", "step + 1", z, standard(draw.step(draw.step() + 1), some), 0, draw);
        correlations("D6 seeds", "seed + 1", z, standard(draw.seed(draw.seed() + 1), some), 0, draw);
        for (int layer = 1; layer < candidate.layers(draw.p()); layer++) {
            correlations("D6 layers", "layer + " + layer, z, standard(draw.layer(layer), some), 0, draw);
        }
    }

    /** Of the numbers, and of their squares, which two with the same radius share without being correlated. */
    private void correlations(String check, String what, float[] a, float[] b, int lag, Draw draw) {
        int n = Math.min(a.length, b.length - lag);
        if (n < ENOUGH) {
            return;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = a[i];
            double y = b[i + lag];
            sum += x * y;
            squares += (x * x - 1) * (y * y - 1) / 2;
        }
        String name = what + ", strength " + draw.p();
        findings.sigma(check, "numbers " + name, sum / Math.sqrt(n));
        findings.sigma(check, "squares " + name, Tails.skewed(squares / Math.sqrt(n), 8 / Math.sqrt(n)));
    }

    /** Sums of normal numbers are normal, so their squares are exactly chi-square. */
    private void linear(Draw draw) {
        float[] sample = positive(width);
        float[] x = new float[rows * width];
        for (int i = 0; i < x.length; i++) {
            x[i] = sample[i % width];
        }
        float[] y = candidate.forward(draw, x, rows, width);
        double deviation = deviation(draw);
        double[] sums = new double[width];
        double square = 0;
        double variance = 0;
        for (int i = 0; i < width; i++) {
            double factor = multiplies ? sample[i] : 1;
            variance += factor * factor * deviation * deviation;
        }
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int i = 0; i < width; i++) {
                double distance = y[row * width + i] - (double) sample[i];
                sums[i] += distance;
                sum += (i % 3 == 0 ? 1 : -1) * distance;
            }
            square += sum * sum;
        }
        String what = ", strength " + draw.p();
        findings.sigma("D16", "a linear layer" + what, Statistics.chiSquare(square / variance, rows));
        for (int i = 0; i < width; i++) {
            double each = (multiplies ? sample[i] : 1) * deviation;
            findings.sigma("D8", "mean of unit " + i + what, sums[i] / (each * Math.sqrt(rows)));
        }
    }

    private float[] positive(int n) {
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = 0.5f + random.nextFloat();
        }
        return x;
    }

    private void values(Draw draw) {
        int some = 16;
        float[] noise = noise(draw, some);
        float[] x = positive(some * width);
        float[] dy = positive(some * width);
        float[] y = x.clone();
        float[] dx = dy.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = multiplies ? x[i] * noise[i] : x[i] + noise[i];
            dx[i] = multiplies ? dy[i] * noise[i] : dy[i];
        }
        String what = "strength " + draw.p();
        findings.exact(
                "D8",
                "the noise on values, " + what,
                Statistics.differences(y, candidate.forward(draw, x, some, width)));
        findings.exact(
                "D9",
                "the noise in gradients, " + what,
                Statistics.differences(dx, candidate.gradient(draw, x, dy, some, width)));
        ValueChecks.place(x);
        findings.exact("D11", what, Statistics.differences(x, candidate.evaluate(draw, x, some, width)));
        findings.exact("D11", "noise after it, " + what, Statistics.differences(noise, noise(draw, some)));
        findings.exact(
                "D20",
                "a sample's noise does not depend on those after it, " + what,
                Statistics.differences(noise, Arrays.copyOf(noise(draw, 100), noise.length)));
    }

    private void none(Draw none) {
        float[] x = positive(8 * width);
        float[] dy = positive(8 * width);
        findings.exact("D10", "0 gradient", Statistics.differences(dy, candidate.gradient(none, x, dy, 8, width)));
        ValueChecks.place(x);
        findings.exact("D10", "0 forward", Statistics.differences(x, candidate.forward(none, x, 8, width)));
    }

    /** Kept is what lies above the limit that a normal number exceeds with probability q. */
    private final class Exceeding extends Masks {
        private final double strength;

        Exceeding(double strength) {
            super(candidate.name() + " " + strength, candidate.width(), candidate.effort());
            this.strength = strength;
        }

        @Override
        public double[] rates() {
            return EXCEEDED.clone();
        }

        @Override
        public int layers(double p) {
            return candidate.layers(strength);
        }

        @Override
        public boolean[] mask(Draw draw, int rows, int width) {
            float[] z = standard(draw.p(strength), rows);
            float limit = (float) Tails.sigmas(draw.q());
            boolean[] keep = new boolean[z.length];
            for (int i = 0; i < keep.length; i++) {
                keep[i] = z[i] > limit;
            }
            return keep;
        }
    }
}
