package dev.nacre.data;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Shape;

/**
 * A mean and a deviation for each channel, by which elements become {@code (x - mean) / deviation}. Measured on the training
 * data and applied to all:
 *
 * <pre>{@code
 * Normalization measured = Normalization.measure(training);
 * Dataset normalized = training.normalized(measured), known = test.normalized(measured);
 * }</pre>
 */
public final class Normalization {
    private static final int MEASURED_AT_ONCE = 64;

    private final float[] means;
    private final float[] deviations;

    private Normalization(float[] means, float[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * @param mean of the one channel
     * @param deviation of the one channel, above 0
     * @return the normalisation
     * @throws IllegalArgumentException if the mean is not finite, or the deviation not finite and above 0
     */
    public static Normalization of(float mean, float deviation) {
        return of(new float[] {mean}, new float[] {deviation});
    }

    /**
     * @param means one for each channel; copied
     * @param deviations one for each channel, above 0; copied
     * @return the normalisation
     * @throws IllegalArgumentException if there are not as many of both, a mean is not finite, or a deviation not finite and
     *     above 0
     */
    public static Normalization of(float[] means, float[] deviations) {
        if (means.length != deviations.length || means.length == 0) {
            throw new IllegalArgumentException(means.length + " means and " + deviations.length
                    + " deviations: give one of each for every channel");
        }
        for (int channel = 0; channel < means.length; channel++) {
            if (!Float.isFinite(means[channel])) {
                throw new IllegalArgumentException(
                        "the mean of channel " + channel + " is " + means[channel] + ": a finite number");
            }
            if (!(deviations[channel] > 0 && Float.isFinite(deviations[channel]))) {
                throw new IllegalArgumentException("the deviation of channel " + channel + " is " + deviations[channel]
                        + ": a finite number above 0");
            }
        }
        return new Normalization(means.clone(), deviations.clone());
    }

    /**
     * @param data the training data, whose first input is (channels, ...), looked at as it is without augmentation
     * @return means and population deviations of its channels, over all samples and positions; a channel that is constant has
     *     the deviation 1
     * @throws IllegalArgumentException if there is no sample, or a sample has no channels
     */
    public static Normalization measure(Dataset data) {
        Shape shape = data.shapes().get(0);
        if (data.size() == 0 || shape.elements() == 0 || shape.rank() == 0) {
            throw new IllegalArgumentException("nothing to measure: " + data.size() + " samples of shape " + shape);
        }
        int channels = shape.size(0);
        int plane = shape.elements() / channels;
        double[] sums = new double[channels];
        double[] squares = new double[channels];
        for (Batch batch : data.batches(MEASURED_AT_ONCE)) {
            float[] values = batch.inputs().get(0).data();
            int at = 0;
            for (int sample = 0; sample < batch.size(); sample++) {
                for (int channel = 0; channel < channels; channel++, at += plane) {
                    for (int element = at; element < at + plane; element++) {
                        sums[channel] += values[element];
                        squares[channel] += (double) values[element] * values[element];
                    }
                }
            }
        }
        double count = (double) data.size() * plane;
        float[] means = new float[channels];
        float[] deviations = new float[channels];
        for (int channel = 0; channel < channels; channel++) {
            double mean = sums[channel] / count;
            double variance = squares[channel] / count - mean * mean;
            means[channel] = (float) mean;
            // What rounding leaves of a constant channel is no deviation.
            deviations[channel] = variance > 1e-12 * mean * mean && variance > 0 ? (float) Math.sqrt(variance) : 1;
        }
        return of(means, deviations);
    }

    /** @return the mean of each channel, a copy */
    public float[] means() {
        return means.clone();
    }

    /** @return the deviation of each channel, a copy */
    public float[] deviations() {
        return deviations.clone();
    }

    Samples of(Samples samples) {
        Shape shape = samples.shape();
        if (shape.rank() == 0 || shape.size(0) != means.length) {
            throw new IllegalArgumentException("a normalisation of " + means.length
                    + " channels does not fit samples of shape " + shape
                    + ": the first axis counts the channels; give a mean and a deviation for each");
        }
        if (samples instanceof AugmentedSamples) {
            throw new IllegalArgumentException("these samples are augmented already: call normalized(...) before"
                    + " augmented(...), whose zeros stay zeros");
        }
        return samples instanceof ByteSamples bytes ? bytes.normalized(this) : new NormalizedSamples(samples, this);
    }

    void apply(float[] values, int from, int count, int channel) {
        float mean = means[channel];
        float deviation = deviations[channel];
        for (int element = from; element < from + count; element++) {
            values[element] = (values[element] - mean) / deviation;
        }
    }

    /** Any other samples, normalised after they are copied. */
    private record NormalizedSamples(Samples samples, Normalization by) implements Samples {
        @Override
        public int size() {
            return samples.size();
        }

        @Override
        public Shape shape() {
            return samples.shape();
        }

        @Override
        public void copy(int index, float[] into, int offset) {
            samples.copy(index, into, offset);
            int channels = by.means.length;
            int plane = shape().elements() / channels;
            for (int channel = 0; channel < channels; channel++) {
                by.apply(into, offset + channel * plane, plane, channel);
            }
        }
    }
}
