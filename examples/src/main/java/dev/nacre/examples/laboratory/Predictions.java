package dev.nacre.examples.laboratory;

import dev.nacre.network.MonteCarlo;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What a network says of each test image, and how sure it is. */
final class Predictions {
    private static final int CLASSES = 10;
    private static final int BINS = 10;

    private final int[] labels;
    private final int[] predicted;
    private final double[] probability;
    private final double[] entropy;
    private final double[] information;
    private int filled;

    Predictions(int[] labels) {
        this.labels = labels;
        this.predicted = new int[labels.length];
        this.probability = new double[labels.length];
        this.entropy = new double[labels.length];
        this.information = new double[labels.length];
    }

    /** The next images, by the mean over passes. */
    void add(MonteCarlo passes) {
        float[] mean = passes.mean().toArray();
        float[] unsure = passes.predictiveEntropy().toArray();
        float[] disagreement = passes.mutualInformation().toArray();
        for (int i = 0; i < unsure.length; i++) {
            double[] p = new double[CLASSES];
            for (int c = 0; c < CLASSES; c++) {
                p[c] = mean[i * CLASSES + c];
            }
            add(p, unsure[i], disagreement[i]);
        }
    }

    /** The next images, by one pass. */
    void add(float[] logits, int count) {
        for (int i = 0; i < count; i++) {
            double[] p = Probabilities.softmax(logits, i * CLASSES, CLASSES);
            double sum = 0;
            for (double one : p) {
                sum -= one > 0 ? one * StrictMath.log(one) : 0;
            }
            add(p, sum, 0);
        }
    }

    private void add(double[] p, double unsure, double disagreement) {
        predicted[filled] = Probabilities.largest(p);
        probability[filled] = p[predicted[filled]];
        entropy[filled] = unsure;
        information[filled++] = disagreement;
    }

    int size() {
        return labels.length;
    }

    int predicted(int image) {
        return predicted[image];
    }

    boolean right(int image) {
        return predicted[image] == labels[image];
    }

    float[] rights() {
        float[] rights = new float[size()];
        for (int i = 0; i < rights.length; i++) {
            rights[i] = right(i) ? 1 : 0;
        }
        return rights;
    }

    double accuracy() {
        return IntStream.range(0, size()).filter(this::right).count() / (double) size();
    }

    /** How sure it is in the mean of what it says. */
    double meanProbability() {
        return DoubleStream.of(probability).sum() / size();
    }

    double[] entropy() {
        return entropy;
    }

    double[] information() {
        return information;
    }

    /** Guo et al., 2017, with ten bins. */
    double calibrationError() {
        double[] sums = new double[BINS];
        for (int i = 0; i < size(); i++) {
            sums[bin(i)] += (right(i) ? 1 : 0) - probability[i];
        }
        return DoubleStream.of(sums).map(Math::abs).sum() / size();
    }

    private int bin(int image) {
        return Math.min(BINS - 1, (int) (probability[image] * BINS));
    }

    /** Mean probability and share of right predictions of each bin with enough images. */
    double[][] reliability(int enough) {
        double[] counts = new double[BINS];
        double[] probabilities = new double[BINS];
        double[] rights = new double[BINS];
        for (int i = 0; i < size(); i++) {
            counts[bin(i)]++;
            probabilities[bin(i)] += probability[i];
            rights[bin(i)] += right(i) ? 1 : 0;
        }
        int[] filledBins =
                IntStream.range(0, BINS).filter(bin -> counts[bin] >= enough).toArray();
        return new double[][] {
            Arrays.stream(filledBins)
                    .mapToDouble(bin -> probabilities[bin] / counts[bin])
                    .toArray(),
            Arrays.stream(filledBins)
                    .mapToDouble(bin -> rights[bin] / counts[bin])
                    .toArray()
        };
    }
}
