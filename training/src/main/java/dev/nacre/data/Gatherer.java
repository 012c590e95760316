package dev.nacre.data;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers samples into batches. There is one batch object per batch size, made at first use and filled anew by each
 * call: gathering allocates nothing after that. Not for several threads at once.
 */
public final class Gatherer {
    private final Dataset data;
    private final List<Batch> batches = new ArrayList<>();

    Gatherer(Dataset data) {
        this.data = data;
    }

    /**
     * @param samples numbers of samples, from 0 to {@code size() - 1} of the data set
     * @param from the first place in {@code samples} to use
     * @param to the place after the last one
     * @return the samples in this order; the next call with as many samples overwrites it
     * @throws IndexOutOfBoundsException if there is no such sample
     */
    public Batch gather(int[] samples, int from, int to) {
        Batch batch = batchOf(to - from);
        for (int place = from; place < to; place++) {
            int row = data.row(samples[place]);
            for (int input = 0; input < data.inputs().size(); input++) {
                copy(data.inputs().get(input), row, batch.inputs().get(input), place - from);
            }
            for (int label = 0; label < data.labels().size(); label++) {
                copy(data.labels().get(label), row, batch.labels().get(label), place - from);
            }
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

    private static void copy(Samples samples, int row, Tensor into, int place) {
        samples.copy(row, into.data(), place * samples.shape().elements());
    }

    private static void copy(Labels labels, int row, Object into, int place) {
        if (labels instanceof ClassLabels classes) {
            ((int[]) into)[place] = classes.indices().applyAsInt(row);
        } else if (labels instanceof SampleWeightLabels column) {
            ((float[]) into)[place] = column.weights()[row];
        } else if (labels instanceof TargetLabels targets) {
            copy(targets.targets(), row, (Tensor) into, place);
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
