package dev.nacre.training;

import java.util.Arrays;

/** The scores of the samples of one class, and those of the rest. */
final class Ranked {
    private double[] positives = new double[16];
    private double[] negatives = new double[16];
    private int positiveCount;
    private int negativeCount;
    private boolean comparable = true;

    void add(double score, boolean positive) {
        comparable &= !Double.isNaN(score);
        // Adding zero makes one zero of two, which sorting would tell apart.
        if (positive) {
            positives = room(positives, positiveCount);
            positives[positiveCount++] = score + 0.0;
        } else {
            negatives = room(negatives, negativeCount);
            negatives[negativeCount++] = score + 0.0;
        }
    }

    private static double[] room(double[] scores, int count) {
        return count < scores.length ? scores : Arrays.copyOf(scores, 2 * count);
    }

    boolean hasPositives() {
        return positiveCount > 0;
    }

    double rocAuc() {
        if (positiveCount == 0 || negativeCount == 0 || !comparable) {
            return Double.NaN;
        }
        sort();
        // For each sample of the class: the others below it, and half of those beside it.
        double sum = 0;
        int below = 0;
        int notAbove = 0;
        for (int i = 0; i < positiveCount; i++) {
            while (below < negativeCount && negatives[below] < positives[i]) {
                below++;
            }
            while (notAbove < negativeCount && negatives[notAbove] <= positives[i]) {
                notAbove++;
            }
            sum += below + 0.5 * (notAbove - below);
        }
        return sum / positiveCount / negativeCount;
    }

    double averagePrecision() {
        if (positiveCount == 0) {
            return 0;
        }
        if (!comparable) {
            return Double.NaN;
        }
        sort();
        double sum = 0;
        int hits = 0;
        int misses = 0;
        while (hits < positiveCount) {
            double threshold = positives[positiveCount - 1 - hits];
            int before = hits;
            while (hits < positiveCount && positives[positiveCount - 1 - hits] >= threshold) {
                hits++;
            }
            while (misses < negativeCount && negatives[negativeCount - 1 - misses] >= threshold) {
                misses++;
            }
            sum += (double) (hits - before) / positiveCount * hits / (hits + misses);
        }
        return sum;
    }

    private void sort() {
        Arrays.sort(positives, 0, positiveCount);
        Arrays.sort(negatives, 0, negativeCount);
    }
}
