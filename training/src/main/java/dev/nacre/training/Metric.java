package dev.nacre.training;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;

/**
 * A number that says how good predictions are: the mean over all samples of something known for each. {@link Metrics} has
 * the usual ones.
 */
public interface Metric {
    /** @return the name in histories and tables, such as {@code accuracy} */
    String name();

    /**
     * @param outputs the outputs of the network for the batch, in order of declaration
     * @param batch the samples with their labels
     * @return the <em>sum</em> over the samples of the batch
     */
    double sum(List<Tensor> outputs, Batch batch);
}
