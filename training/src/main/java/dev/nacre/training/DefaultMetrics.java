package dev.nacre.training;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.List;

/** The metric that fits the outputs and labels, for those who name none. */
final class DefaultMetrics {
    private DefaultMetrics() {}

    /** Asks the network for one sample in evaluation mode, which changes nothing in it. */
    static List<Metric> of(Network network, Dataset data) {
        Batch one = data.gatherer().gather(new int[] {0}, 0, 1);
        Mode before = network.mode();
        List<Tensor> outputs;
        try {
            network.eval().forward(one);
            outputs = network.outputs();
        } finally {
            network.mode(before);
        }
        if (one.labels().size() != 1 || outputs.size() != 1) {
            return List.of();
        }
        Tensor output = outputs.get(0);
        if (one.labels().get(0) instanceof Tensor target) {
            return target.sizes().equals(output.sizes()) ? List.of(Metrics.meanAbsoluteError()) : List.of();
        }
        int rank = output.sizes().rank();
        long labels = (long) ((int[]) one.labels().get(0)).length
                * (rank < 2 ? 0 : output.sizes().size(rank - 1));
        return labels == output.elements() ? List.of(Metrics.accuracy()) : List.of();
    }
}
