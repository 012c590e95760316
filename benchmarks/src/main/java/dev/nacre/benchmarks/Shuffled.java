package dev.nacre.benchmarks;

import dev.nacre.data.Batches;
import dev.nacre.network.Batch;
import java.util.Iterator;

/** The real images in shuffled batches, one epoch after the other, the same for all who learn from them. */
public final class Shuffled {
    private final Batches batches;
    private Iterator<Batch> epoch;
    private int epochs;

    /** @param size of a batch */
    public Shuffled(int size) {
        batches = Images.training().batches(size, true);
        epoch = batches.shuffle(1, 0).iterator();
    }

    /** @return the next batch, gathered */
    public Batch next() {
        if (!epoch.hasNext()) {
            epoch = batches.shuffle(1, ++epochs).iterator();
        }
        return epoch.next();
    }
}
