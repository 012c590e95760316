package dev.nacre.data;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Samples with their labels: a column of {@link Samples} per input of a network and a column of {@link Labels} per label,
 * both in order of declaration. Immutable; {@link #take}, {@link #subset} and {@link #split} are views that copy no sample.
 */
public final class Dataset {
    private final List<Samples> inputs;
    private final List<Labels> labels;
    private final int[] rows;

    private Dataset(List<Samples> inputs, List<Labels> labels, int[] rows) {
        this.inputs = inputs;
        this.labels = labels;
        this.rows = rows;
    }

    /**
     * @param inputs a column per input of the network, in order of declaration
     * @param labels a column per label of the network, in order of declaration; none where no label is known
     * @return the data set
     * @throws IllegalArgumentException if there is no input, or the columns differ in length
     */
    public static Dataset of(List<? extends Samples> inputs, List<? extends Labels> labels) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a data set needs at least one column of inputs");
        }
        int size = inputs.get(0).size();
        for (int column = 1; column < inputs.size(); column++) {
            requireSize("input column " + column, inputs.get(column).size(), size);
        }
        for (int column = 0; column < labels.size(); column++) {
            requireSize("label column " + column, labels.get(column).size(), size);
        }
        int[] rows = new int[size];
        Arrays.setAll(rows, row -> row);
        return new Dataset(List.copyOf(inputs), List.copyOf(labels), rows);
    }

    /**
     * @param inputs the one input
     * @param labels the one label
     * @return the data set
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static Dataset of(Samples inputs, Labels labels) {
        return of(List.of(inputs), List.of(labels));
    }

    /**
     * @param inputs (samples, ...); not copied
     * @param classes one class index per sample; not copied
     * @return a classification
     * @throws IllegalArgumentException if the lengths differ, or a class index is negative
     */
    public static Dataset of(Tensor inputs, int[] classes) {
        return of(Samples.of(inputs), Labels.classes(classes));
    }

    /**
     * @param inputs (samples, ...), such as a generated network's {@code encode} gives; not copied
     * @param classes one constant per sample
     * @return a classification
     * @throws IllegalArgumentException if the lengths differ, or a constant is null
     */
    public static Dataset of(Tensor inputs, Enum<?>[] classes) {
        return of(Samples.of(inputs), Labels.classes(classes));
    }

    /**
     * @param inputs (samples, ...); not copied
     * @param targets (samples, ...); not copied
     * @return a regression
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Dataset of(Tensor inputs, Tensor targets) {
        return of(Samples.of(inputs), Labels.targets(Samples.of(targets)));
    }

    /**
     * @param inputs (samples, ...); not copied
     * @param targets one number per sample, a target of width 1
     * @return a regression
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Dataset of(Tensor inputs, float[] targets) {
        return of(inputs, Tensor.of(targets, targets.length, 1));
    }

    /**
     * @param inputs one vector per sample; copied
     * @param classes one class index per sample; not copied
     * @return a classification
     * @throws IllegalArgumentException if the lengths differ, or a class index is negative
     */
    public static Dataset of(float[][] inputs, int[] classes) {
        return of(Samples.of(inputs), Labels.classes(classes));
    }

    /**
     * @param inputs one vector per sample; copied
     * @param targets one number per sample, a target of width 1
     * @return a regression
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Dataset of(float[][] inputs, float[] targets) {
        return of(Samples.of(inputs), Labels.targets(Samples.of(Tensor.of(targets, targets.length, 1))));
    }

    /**
     * @param inputs one vector per sample; copied
     * @param targets one vector per sample; copied
     * @return a regression
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Dataset of(float[][] inputs, float[][] targets) {
        return of(Samples.of(inputs), Labels.targets(Samples.of(targets)));
    }

    private static void requireSize(String column, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(column + " has " + found + " samples, but input column 0 has " + expected
                    + ": give each sample a value in every column");
        }
    }

    /** @return the number of samples */
    public int size() {
        return rows.length;
    }

    /** @return the shape of a sample per input, without the batch axis */
    public List<Shape> shapes() {
        return inputs.stream().map(Samples::shape).toList();
    }

    /**
     * Samples to ask about labels before a long run: of each column of class indices or weights one with the least and one with
     * the greatest value. Where a network takes these, all are in its range.
     *
     * @return numbers of samples, each once, in ascending order; none where there is no such column
     */
    public int[] extremes() {
        return labels.stream()
                .flatMapToInt(column -> Extremes.of(column, rows))
                .distinct()
                .sorted()
                .toArray();
    }

    /** @return the column per input, of the whole data that this is perhaps a view of */
    List<Samples> inputs() {
        return inputs;
    }

    /** @return the column per label, of the whole data that this is perhaps a view of */
    List<Labels> labels() {
        return labels;
    }

    /** @return the place of a sample in the columns */
    int row(int sample) {
        return rows[sample];
    }

    /**
     * @param samples numbers of samples, in any order
     * @return these samples in this order
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public Dataset subset(int... samples) {
        int[] chosen = new int[samples.length];
        for (int place = 0; place < samples.length; place++) {
            if (samples[place] < 0 || samples[place] >= rows.length) {
                throw new IndexOutOfBoundsException("sample " + samples[place] + " of a data set of " + rows.length
                        + ": from 0 to " + (rows.length - 1));
            }
            chosen[place] = rows[samples[place]];
        }
        return new Dataset(inputs, labels, chosen);
    }

    /**
     * @param count how many samples
     * @return the first samples; all where there are fewer
     * @throws IllegalArgumentException if the number is negative
     */
    public Dataset take(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("cannot take " + count + " samples: 0 or more");
        }
        return new Dataset(inputs, labels, Arrays.copyOf(rows, Math.min(count, rows.length)));
    }

    /**
     * Two parts by chance: the same parts for the same seed.
     *
     * @param fraction the part of the samples that goes into the first, from 0 to 1; rounded to whole samples
     * @param seed chooses which samples
     * @return the parts, in random order
     * @throws IllegalArgumentException if the fraction is outside 0 to 1
     */
    public Split split(double fraction, long seed) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("cannot split at " + fraction + ": a fraction from 0 to 1");
        }
        Dataset shuffled = subset(Permutation.of(rows.length, seed, 0));
        int first = (int) Math.round(fraction * rows.length);
        return new Split(
                shuffled.take(first),
                new Dataset(inputs, labels, Arrays.copyOfRange(shuffled.rows, first, rows.length)));
    }

    /**
     * @param augmentation what chance does to the images of the first input in training, and in training alone; after what was said before
     * @return the same samples, augmented where they are trained with
     * @throws IllegalArgumentException if the samples are no images, or smaller than a crop
     */
    public Dataset augmented(Augmentation augmentation) {
        Objects.requireNonNull(augmentation, "augmentation");
        return withFirst(AugmentedSamples.of(inputs.get(0), augmentation));
    }

    /**
     * @param by a mean and a deviation for each channel of the first input
     * @return the same samples, normalised when they are gathered
     * @throws IllegalArgumentException if the samples have another number of channels, or are augmented already
     */
    public Dataset normalized(Normalization by) {
        return withFirst(by.of(inputs.get(0)));
    }

    private Dataset withFirst(Samples first) {
        List<Samples> changed = new ArrayList<>(inputs);
        changed.set(0, first);
        return new Dataset(List.copyOf(changed), labels, rows);
    }

    /** @return a gatherer of batches with buffers of its own */
    public Gatherer gatherer() {
        return new Gatherer(this);
    }

    /**
     * @param batchSize the number of samples in each batch but the last, which has the rest
     * @return batches in the order of the samples, until {@link Batches#shuffle} changes it
     * @throws IllegalArgumentException if the size is below 1
     */
    public Batches batches(int batchSize) {
        return new Batches(this, batchSize, false);
    }

    /**
     * @param batchSize the number of samples in each batch
     * @param dropLast whether a last, smaller batch is left out
     * @return batches in the order of the samples, until {@link Batches#shuffle} changes it
     * @throws IllegalArgumentException if the size is below 1
     */
    public Batches batches(int batchSize, boolean dropLast) {
        return new Batches(this, batchSize, dropLast);
    }

    /** @return the number of samples, the shape of each input and what the labels are, in one line */
    @Override
    public String toString() {
        return rows.length
                + (rows.length == 1 ? " sample of shape " : " samples of shape ")
                + shapes().stream().map(Shape::toString).collect(Collectors.joining(", "))
                + (labels.isEmpty() ? " without labels" : " with ")
                + labels.stream().map(Labels::toString).collect(Collectors.joining(", "));
    }
}
