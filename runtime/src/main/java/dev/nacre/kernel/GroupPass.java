package dev.nacre.kernel;

import java.util.Arrays;

/**
 * Normalisation of groups of channels of each sample, divided among threads by sample and group, for the gradient of weights by
 * group. Backward computes the statistics again: a group is in the cache when its elements are wanted.
 */
final class GroupPass implements Threads.Work {
    private AbstractKernels kernels;
    private float[] x;
    private float[] dy;
    private float[] y;
    private float[] weight;
    private float[] bias;

    /** For gradients of weights, or the means of groups; else null. */
    private double[] weights;

    /** For gradients of biases, or the variances of groups. */
    private double[] biases;

    private int samples;
    private int channels;
    private int inner;
    private int groups;
    private float epsilon;
    private Activation f;

    private float mean;
    private double inverse;

    private GroupPass on(
            AbstractKernels kernels,
            float[] x,
            float[] dy,
            float[] y,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon) {
        this.kernels = kernels;
        this.x = x;
        this.dy = dy;
        this.y = y;
        this.samples = samples;
        this.channels = channels;
        this.inner = inner;
        this.groups = groups;
        this.epsilon = epsilon;
        return this;
    }

    void forward(
            AbstractKernels kernels,
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon,
            Activation f) {
        this.weight = weight;
        this.bias = bias;
        this.f = f;
        on(kernels, x, null, y, samples, channels, inner, groups, epsilon).byGroups();
    }

    /** Forward with a group for each feature, whose statistics move the running ones: their means over the rows. */
    void instances(
            AbstractKernels kernels,
            float[] x,
            float[] y,
            float[] weight,
            float[] bias,
            float[] runningMean,
            float[] runningVariance,
            BatchStatistics statistics,
            int rows,
            Activation f) {
        int features = statistics.features;
        int inner = statistics.inner;
        double[] means = Scratch.get().sums(rows * features);
        double[] variances = Scratch.get().secondSums(rows * features);
        weights = means;
        biases = variances;
        forward(kernels, x, y, weight, bias, rows, features, inner, features, statistics.epsilon, f);
        weights = null;
        float momentum = statistics.momentum;
        for (int c = 0; c < features; c++) {
            double mean = 0;
            double variance = 0;
            for (int at = c; at < rows * features; at += features) {
                mean += means[at];
                variance += variances[at];
            }
            double unbiased = variance / rows * inner / (inner - 1);
            runningMean[c] = (1f - momentum) * runningMean[c] + momentum * (float) (mean / rows);
            runningVariance[c] = (1f - momentum) * runningVariance[c] + momentum * (float) unbiased;
        }
    }

    void gradient(
            AbstractKernels kernels,
            float[] x,
            float[] dy,
            float[] dx,
            float[] weight,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon) {
        this.weight = weight;
        on(kernels, x, dy, dx, samples, channels, inner, groups, epsilon).byGroups();
    }

    /** Adds up over the samples, per channel. */
    void weightGradient(
            AbstractKernels kernels,
            float[] x,
            float[] dy,
            double[] weights,
            double[] biases,
            int samples,
            int channels,
            int inner,
            int groups,
            float epsilon) {
        this.weights = weights;
        this.biases = biases;
        on(kernels, x, dy, null, samples, channels, inner, groups, epsilon);
        Threads.divide(
                this, groups, Math.max(1, FeaturePass.LEAST / Math.max(1, samples * (channels / groups) * inner)));
        this.weights = null;
    }

    private void byGroups() {
        Threads.divide(this, samples * groups, Math.max(1, FeaturePass.LEAST / (channels / groups * inner)));
    }

    /** The state of one thread's part is its own: a copy of what the caller was given. */
    @Override
    public void run(int from, int to) {
        GroupPass own = Scratch.get().groupPart();
        own.weight = weight;
        own.bias = bias;
        own.f = f;
        own.weights = weights;
        own.biases = biases;
        own.on(kernels, x, dy, y, samples, channels, inner, groups, epsilon);
        for (int i = from; i < to; i++) {
            if (dy == null) {
                own.normalize(i);
            } else if (y != null) {
                own.differentiate(i);
            } else {
                own.sum(i);
            }
        }
    }

    private double total(FeatureSums.Term term, float[] with, float m, int at, int count) {
        return Scratch.get().featureSums.of(kernels, term, x, with, m, at, 0, 1, count);
    }

    /**
     * The mean and the inverse deviation of the group that starts there; a constant one has no rounding at all.
     *
     * @return the variance
     */
    private double moments(int at) {
        int n = channels / groups * inner;
        double exact = x[at] + total(FeatureSums.Term.DIFFERENCE, x, x[at], at, n) / n;
        mean = (float) exact;
        double variance = total(FeatureSums.Term.SQUARE, x, mean, at, n) / n - (exact - mean) * (exact - mean);
        variance = Math.max(0, variance);
        inverse = 1 / Math.sqrt(variance + epsilon);
        return variance;
    }

    private void normalize(int group) {
        int width = channels / groups;
        int at = group * width * inner;
        double variance = moments(at);
        if (weights != null) {
            weights[group] = mean;
            biases[group] = variance;
        }
        for (int c = 0; c < width; c++) {
            int channel = group % groups * width + c;
            float scale = weight == null ? (float) inverse : (float) (inverse * weight[channel]);
            kernels.normalizePlane(x, y, at + c * inner, mean, scale, bias == null ? 0 : bias[channel], inner);
            if (f != Activation.IDENTITY) {
                kernels.forward(y, y, at + c * inner, inner, f);
            }
        }
    }

    /** {@code dx = (g - mean(g) - n mean(g n)) / deviation} with {@code g = dy weight} and n the normalised x. */
    private void differentiate(int group) {
        int width = channels / groups;
        int at = group * width * inner;
        int first = group % groups * width;
        moments(at);
        double sum = 0;
        double product = 0;
        for (int c = 0; c < width; c++) {
            double factor = weight == null ? 1 : weight[first + c];
            sum += factor * total(FeatureSums.Term.PRODUCT, dy, mean, at + c * inner, inner);
            product += factor * Scratch.get().featureSums.products();
        }
        double n = width * inner;
        float slope = (float) (-product / n * inverse * inverse * inverse);
        float shift = (float) (-sum / n * inverse);
        for (int c = 0; c < width; c++) {
            float scale = weight == null ? (float) inverse : (float) (inverse * weight[first + c]);
            kernels.gradientPlane(x, dy, y, at + c * inner, mean, slope, scale, shift, inner);
        }
    }

    private void sum(int group) {
        int width = channels / groups;
        int first = group * width;
        Arrays.fill(weights, first, first + width, 0);
        Arrays.fill(biases, first, first + width, 0);
        for (int sample = 0; sample < samples; sample++) {
            int at = (sample * channels + first) * inner;
            moments(at);
            for (int c = 0; c < width; c++) {
                biases[first + c] += total(FeatureSums.Term.PRODUCT, dy, mean, at + c * inner, inner);
                weights[first + c] += inverse * Scratch.get().featureSums.products();
            }
        }
    }
}
