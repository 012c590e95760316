package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Numbers;

/**
 * A difference of two means over the same images, and how far chance may have moved it.
 *
 * @param value first minus second
 * @param error its standard error
 */
record Difference(double value, double error) {
    /**
     * Pairs image with image and seed with seed. Images and seeds are both chosen by chance: their errors add up squared.
     *
     * @param first [seed][image]
     * @param second of the same sizes
     */
    static Difference of(float[][] first, float[][] second) {
        int seeds = first.length;
        int images = first[0].length;
        double[] bySeed = new double[seeds];
        double[] byImage = new double[images];
        for (int seed = 0; seed < seeds; seed++) {
            for (int image = 0; image < images; image++) {
                double difference = (double) first[seed][image] - second[seed][image];
                bySeed[seed] += difference / images;
                byImage[image] += difference / seeds;
            }
        }
        double square = squaredError(byImage) + (seeds > 1 ? squaredError(bySeed) : 0);
        return new Difference(mean(byImage), Math.sqrt(square));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The squared standard error of the mean of independent values. */
    static double squaredError(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1.0) / values.length;
    }

    /** @return whether it is more than two standard errors */
    boolean isClear() {
        return Math.abs(value) > 2 * error;
    }

    /** As a difference of accuracies: +1.2 ± 0.4 points. */
    String points() {
        return Numbers.signed(100 * value, 1) + " ± " + Numbers.fixed(100 * error, 1) + " points";
    }

    /** As a difference of losses: −0.12 ± 0.01. */
    String plain() {
        return Numbers.signed(value, 3) + " ± " + Numbers.fixed(error, 3);
    }
}
