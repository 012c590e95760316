package dev.nacre.verification.dropout;

import java.util.Random;

/**
 * D16 and D17: the mean and the variance of what stands behind dropout, over many masks, against those that follow exactly from
 * independent drops.
 */
final class EnsembleChecks {
    private static final int OUTPUTS = 8;

    private EnsembleChecks() {}

    /**
     * Var[y_j] = g^2 v sum_i (W_ji x_i)^2 for y = W dropout(x), where g is what kept values are multiplied by: 1 / q, or 1 in the
     * classic form. About the known mean, so (y - mean)^2 are independent; their variance and skewness follow from the cumulants of
     * Bernoulli variables up to the sixth, and the limits hold for p near 0 and 1, too, where y is far from normal.
     */
    static void linearVariance(Candidate candidate, Sizes sizes, Findings findings) {
        int width = candidate.width();
        if (width < 64) {
            return;
        }
        int rows = Math.min(10_000, sizes.rows(width));
        Random random = new Random(sizes.seed());
        float[] x = new float[rows * width];
        double[] terms = new double[width];
        for (int i = 0; i < width; i++) {
            x[i] = 0.5f + random.nextFloat();
            terms[i] = (random.nextBoolean() ? 1 : -1) * (0.5 + random.nextDouble());
        }
        for (int row = 1; row < rows; row++) {
            System.arraycopy(x, 0, x, row * width, width);
        }
        for (double p : candidate.rates()) {
            Draw draw = Draw.of(p, sizes.seed() + 3);
            float[] dropped = candidate.forward(draw, x, rows, width);
            for (int output = 0; output < OUTPUTS; output++) {
                Cumulants cumulants = new Cumulants(draw.q());
                double[] y = new double[rows];
                double mean = 0;
                for (int i = 0; i < width; i++) {
                    // Other signs for every output.
                    double weight = terms[i] * (Integer.bitCount(i & output * 37) % 2 == 0 ? 1 : -1);
                    cumulants.add(weight * x[i] * candidate.gain(draw));
                    mean += weight * x[i] * candidate.gain(draw) * draw.q();
                    for (int row = 0; row < rows; row++) {
                        y[row] += weight * dropped[row * width + i];
                    }
                }
                findings.sigma("D16", "output " + output + ", p = " + p, cumulants.variance(y, mean));
            }
        }
    }

    static double sampleVariance(double[] y) {
        double mean = 0;
        for (double value : y) {
            mean += value / y.length;
        }
        double sum = 0;
        for (double value : y) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (y.length - 1);
    }

    /** The softmax of a random layer behind dropout: over many draws, and over all 2^d masks with their probabilities. */
    static void enumerated(Candidate candidate, Sizes sizes, Findings findings) {
        for (int d : candidate.widths()) {
            if (d < 8 || d > 12) {
                continue;
            }
            int draws = Math.min(100_000, sizes.rows(d));
            Random random = new Random(sizes.seed() + d);
            float[] x = new float[d];
            double[][] w = new double[3][d];
            for (int i = 0; i < d; i++) {
                x[i] = 0.5f + random.nextFloat();
                for (double[] row : w) {
                    row[i] = random.nextGaussian();
                }
            }
            for (double p : candidate.rates()) {
                enumerated(candidate, Draw.of(p, sizes.seed() + 5), x, w, draws, findings);
            }
        }
    }

    private static void enumerated(
            Candidate candidate, Draw draw, float[] x, double[][] w, int draws, Findings findings) {
        int d = x.length;
        float[] repeated = new float[draws * d];
        for (int row = 0; row < draws; row++) {
            System.arraycopy(x, 0, repeated, row * d, d);
        }
        float[] dropped = candidate.forward(draw, repeated, draws, d);
        double[] sampled = new double[w.length];
        for (int row = 0; row < draws; row++) {
            double[] y = Ensembles.softmax(Ensembles.product(w, dropped, row * d));
            for (int c = 0; c < y.length; c++) {
                sampled[c] += y[c] / draws;
            }
        }
        double[] mean = new double[w.length];
        double[] squares = new double[w.length];
        double[] cubes = new double[w.length];
        for (int mask = 0; mask < 1 << d; mask++) {
            float[] one = Ensembles.masked(x, mask, candidate.gain(draw));
            double[] y = Ensembles.softmax(Ensembles.product(w, one, 0));
            double weight = Ensembles.weight(mask, d, draw.p());
            for (int c = 0; c < y.length; c++) {
                mean[c] += weight * y[c];
                squares[c] += weight * y[c] * y[c];
                cubes[c] += weight * y[c] * y[c] * y[c];
            }
        }
        String what = "d = " + d + ", p = " + draw.p() + ", class ";
        for (int c = 0; c < mean.length; c++) {
            double variance = squares[c] - mean[c] * mean[c];
            double third = cubes[c] - 3 * mean[c] * squares[c] + 2 * mean[c] * mean[c] * mean[c];
            double skewness = third / Math.pow(variance, 1.5) / Math.sqrt(draws);
            findings.sigma(
                    "D17", what + c, Tails.skewed((sampled[c] - mean[c]) / Math.sqrt(variance / draws), skewness));
        }
    }
}
