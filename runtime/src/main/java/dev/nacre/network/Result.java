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
    private final Buffer[] buffers = {new Buffer(), new Buffer()};

    // The views of the two buffers for the batch of the last turn, or null where there has been none. A turn that
    // finds its view stores no reference, of which the garbage collector would have to be told.
    private Tensor even;
    private Tensor odd;
    private int batch;
    private boolean atOdd = true;

    /** @param sample the shape of one sample */
    public Result(Shape sample) {
        this.sample = Objects.requireNonNull(sample, "sample");
    }

    /**
     * Turns to the other buffer.
     *
     * @param batch the number of samples
     * @return where to write them; may be longer
     * @throws IllegalArgumentException if an array cannot hold that many samples
     */
    public float[] next(int batch) {
        Tensor next = atOdd ? even : odd;
        if (next == null || batch != this.batch) {
            next = find(batch);
        }
        atOdd = !atOdd;
        return next.data();
    }

    private Tensor find(int batch) {
        Tensor next = buffers[atOdd ? 0 : 1].view(sample, batch);
        boolean same = batch == this.batch;
        even = atOdd ? next : same ? even : null;
        odd = atOdd ? same ? odd : null : next;
        this.batch = batch;
        return next;
    }

    /**
     * @return a view (batch, sample...) of the buffer that {@link #next} returned last
     * @throws IllegalStateException before the first {@link #next}
     */
    public Tensor tensor() {
        Tensor tensor = atOdd ? odd : even;
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
