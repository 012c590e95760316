package dev.nacre.data;

import dev.nacre.network.Batch;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A data set, batch by batch. All iterations share their buffers: a batch is valid until the next one is asked for, and
 * only one iteration can be under way.
 */
public final class Batches implements Iterable<Batch> {
    private final Gatherer gatherer;
    private final int[] order;
    private final int batchSize;
    private final boolean dropLast;

    Batches(Dataset data, int batchSize, boolean dropLast) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch size " + batchSize + ": at least 1");
        }
        this.gatherer = data.gatherer();
        this.order = new int[data.size()];
        for (int sample = 0; sample < order.length; sample++) {
            order[sample] = sample;
        }
        this.batchSize = batchSize;
        this.dropLast = dropLast;
    }

    /**
     * Changes the order of the next iterations to that of (seed, epoch).
     *
     * @param seed chooses the sequence of orders
     * @param epoch chooses one of them, from 0
     * @return this
     */
    public Batches shuffle(long seed, int epoch) {
        Permutation.fill(order, seed, epoch);
        return this;
    }

    /**
     * Lets the next iterations be for training: what is {@link Dataset#augmented} is augmented as (seed, epoch) says. Unless
     * this is called, batches have the samples as they are.
     *
     * @param seed chooses the sequence of augmentations
     * @param epoch chooses one of them, from 0
     * @return this
     */
    public Batches augment(long seed, int epoch) {
        gatherer.augment(seed, epoch);
        return this;
    }

    /** @return how many batches there are */
    public int count() {
        return dropLast ? order.length / batchSize : (int) (((long) order.length + batchSize - 1) / batchSize);
    }

    /** @return how many samples the batches have together */
    public int samples() {
        return dropLast ? order.length - order.length % batchSize : order.length;
    }

    @Override
    public Iterator<Batch> iterator() {
        int end = samples();
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < end;
            }

            @Override
            public Batch next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("all " + count() + " batches are read");
                }
                int from = next;
                next = (int) Math.min((long) from + batchSize, end);
                return gatherer.gather(order, from, next);
            }
        };
    }
}
