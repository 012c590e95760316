package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** A metric on its way over a data set: it is shown batch after batch, and asked at the end. */
public interface Measurement {
    /**
     * @param outputs the outputs of the network for the batch, in order of declaration; buffers that the next batch
     *     overwrites
     * @param batch the samples with their labels
     * @throws IllegalArgumentException if the metric does not fit the outputs or labels
     */
    void add(List<Tensor> outputs, Batch batch);

    /** @return the metric of all samples so far; NaN where it is not defined */
    double value();
}
