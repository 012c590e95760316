package dev.nacre.network;

import dev.nacre.tensor.Tensor;
import java.util.List;

/**
 * What one training step sees.
 *
 * @param inputs one tensor per input of the network, in its order of declaration
 * @param labels one {@code int[]} (class indices) or {@link Tensor} (targets) per label, in order of declaration; empty
 *     where none are known
 */
public record Batch(List<Tensor> inputs, List<Object> labels) {
    /** @return a batch of one input and its class indices */
    public static Batch of(Tensor input, int[] labels) {
        return new Batch(List.of(input), List.of(labels));
    }

    /** @return a batch of one input and its targets */
    public static Batch of(Tensor input, Tensor targets) {
        return new Batch(List.of(input), List.of(targets));
    }

    /** @return a batch of one input without labels */
    public static Batch of(Tensor input) {
        return new Batch(List.of(input), List.of());
    }

    /** @return the number of samples */
    public int size() {
        return inputs.get(0).sizes().size(0);
    }
}
