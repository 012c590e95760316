package dev.nacre.data;

import dev.nacre.kernel.Threads;
import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers samples into batches. There is one batch object per batch size, made at first use and filled anew by each
 * call: gathering allocates nothing after that. Not for several threads at once.
 */
public final class Gatherer {
    /** Elements below which handing over rows costs about what it brings. */
    private static final int LEAST = 1 << 13;

    /** Samples whose bytes are fetched together. */
    private static final int FETCHED = 8;

    private final Dataset data;
    private final List<Batch> batches = new ArrayList<>();
    private final Threads.Work work = this::copyRows;
    private final Threads.Work augmentedWork = this::augmentRows;
    private int[] rows = {};
    private int[] numbers = {};
    private Samples samples;
    private float[] into;
    private boolean training;
    private long seed;
    private int epoch;

    /** One for each place in a batch, so that threads need none of their own; made where the first input is augmented. */
    private Frame[] frames = {};

    private float[] room;
    private long key;

    /** Of no use but that it is written. */
    private int touched;

    Gatherer(Dataset data) {
        this.data = data;
    }

    /**
     * Gathers for training from now on: what is {@link Dataset#augmented} is augmented as (seed, epoch) says.
     *
     * @param seed chooses the sequence of augmentations
     * @param epoch chooses one of them, from 0
     * @return this
     */
    public Gatherer augment(long seed, int epoch) {
        this.training = true;
        this.seed = seed;
        this.epoch = epoch;
        return this;
    }

    /**
     * @param samples numbers of samples, from 0 to {@code size() - 1} of the data set
     * @param from the first place in {@code samples} to use
     * @param to the place after the last one
     * @return the samples in this order; the next call with as many samples overwrites it
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public Batch gather(int[] samples, int from, int to) {
        int size = to - from;
        Batch batch = batchOf(size);
        if (rows.length < size) {
            rows = new int[size];
            numbers = new int[size];
        }
        for (int place = 0; place < size; place++) {
            numbers[place] = samples[from + place];
            rows[place] = data.row(numbers[place]);
        }
        for (int input = 0; input < data.inputs().size(); input++) {
            copy(data.inputs().get(input), batch.inputs().get(input), size);
        }
        for (int label = 0; label < data.labels().size(); label++) {
            copy(data.labels().get(label), batch.labels().get(label), size);
        }
        return batch;
    }

    private Batch batchOf(int size) {
        // Two sizes in practice, the full and the last one: a search that boxes nothing.
        for (int known = 0; known < batches.size(); known++) {
            if (batches.get(known).size() == size) {
                return batches.get(known);
            }
        }
        Batch batch = allocate(size);
        batches.add(batch);
        return batch;
    }

    private void copy(Samples samples, Tensor into, int size) {
        this.samples = samples;
        this.into = into.data();
        boolean augmented = samples instanceof AugmentedSamples;
        if (augmented) {
            prepare((AugmentedSamples) samples, size);
        }
        Threads.Work copying = augmented ? augmentedWork : work;
        // Samples of the user's need not know of threads.
        if (samples instanceof Elements || augmented && room == null) {
            Threads.divide(
                    copying,
                    size,
                    Math.max(1, LEAST / Math.max(1, samples.shape().elements())));
        } else {
            copying.run(0, size);
        }
    }

    private void prepare(AugmentedSamples augmented, int size) {
        if (frames.length < size) {
            frames = new Frame[size];
            for (int place = 0; place < size; place++) {
                frames[place] = augmented.frame();
            }
            room = augmented.room();
        }
        key = Augmentation.key(seed, epoch);
    }

    private void augmentRows(int from, int to) {
        AugmentedSamples augmented = (AugmentedSamples) samples;
        int elements = augmented.shape().elements();
        for (int place = from; place < to; place++) {
            Frame frame = frames[place];
            if (training) {
                augmented.decide(frame, key, numbers[place]);
            } else {
                augmented.settle(frame);
            }
            augmented.write(frame, rows[place], room, into, place * elements);
        }
    }

    private void copyRows(int from, int to) {
        int elements = samples.shape().elements();
        int sum = 0;
        for (int next = from; next < to; next += FETCHED) {
            int end = Math.min(to, next + FETCHED);
            if (samples instanceof ByteSamples bytes) {
                sum += bytes.fetch(rows, next, end);
            }
            for (int place = next; place < end; place++) {
                samples.copy(rows[place], into, place * elements);
            }
        }
        touched = sum;
    }

    private void copy(Labels labels, Object into, int size) {
        if (labels instanceof TargetLabels targets) {
            copy(targets.targets(), (Tensor) into, size);
            return;
        }
        for (int place = 0; place < size; place++) {
            if (labels instanceof ClassLabels classes) {
                ((int[]) into)[place] = classes.indices().applyAsInt(rows[place]);
            } else if (labels instanceof SampleWeightLabels column) {
                ((float[]) into)[place] = column.weights()[rows[place]];
            }
        }
    }

    private Batch allocate(int size) {
        List<Tensor> inputs = new ArrayList<>();
        for (Samples samples : data.inputs()) {
            inputs.add(tensor(samples, size));
        }
        List<Object> labels = new ArrayList<>();
        for (Labels column : data.labels()) {
            labels.add(room(column, size));
        }
        return new Batch(List.copyOf(inputs), List.copyOf(labels));
    }

    private static Object room(Labels column, int size) {
        if (column instanceof TargetLabels targets) {
            return tensor(targets.targets(), size);
        }
        return column instanceof SampleWeightLabels ? new float[size] : new int[size];
    }

    private static Tensor tensor(Samples samples, int size) {
        return Tensor.zeros(samples.shape().withBatch(size).toArray());
    }
}
