package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Objects;

/**
 * Where an output of a network lies. Two buffers take turns, so that two consecutive results can be compared: a result
 * is overwritten by the run after the next. Nothing is allocated while batch sizes repeat.
 */
public final class Result {
    private final Shape sample;
    private final Buffer first;
    private final Buffer second;
    private Buffer last;
    private Tensor tensor;
    private int batch;

    /** The view for the same batch of the buffer whose turn is next, or null. */
    private Tensor other;

    /** @param sample the shape of one sample */
    public Result(Shape sample) {
        this.sample = Objects.requireNonNull(sample, "sample");
        this.first = new Buffer();
        this.second = new Buffer();
        this.last = second;
    }

    /**
     * Turns to the other buffer.
     *
     * @param batch the number of samples
     * @return where to write them; may be longer
     * @throws IllegalArgumentException if an array cannot hold that many samples
     */
    public float[] next(int batch) {
        Tensor before = other;
        if (before != null && batch == this.batch) {
            other = tensor;
            tensor = before;
            last = last == first ? second : first;
            return before.data();
        }
        return find(batch);
    }

    private float[] find(int batch) {
        Buffer next = last == first ? second : first;
        // What the turn after this one gives, if the batch stays.
        other = batch == this.batch ? tensor : null;
        tensor = next.view(sample, batch);
        last = next;
        this.batch = batch;
        return tensor.data();
    }

    /**
     * @return a view (batch, sample...) of the buffer that {@link #next} returned last
     * @throws IllegalStateException before the first {@link #next}
     */
    public Tensor tensor() {
        if (tensor == null) {
            throw new IllegalStateException("there is no result yet: call forward(...) or loss(...) first");
        }
        return tensor;
    }

    /** One array, and views of it for the batch sizes that were seen. */
    private static final class Buffer {
        /** More than a training and a validation set need: a full and a last, smaller batch each. */
        private static final int VIEWS = 8;

        private final Tensor[] views = new Tensor[VIEWS];
        private float[] data = {};
        private int oldest;

        Tensor view(Shape sample, int batch) {
            for (Tensor view : views) {
                if (view != null && view.sizes().size(0) == batch) {
                    return view;
                }
            }
            int elements = Checks.elements(batch, sample.elements());
            if (elements > data.length) {
                data = new float[elements];
                for (int i = 0; i < VIEWS; i++) {
                    views[i] = views[i] == null ? null : Tensor.view(data, views[i].sizes());
                }
            }
            Tensor view = Tensor.view(data, sample.withBatch(batch));
            views[oldest] = view;
            oldest = (oldest + 1) % VIEWS;
            return view;
        }
    }
}
