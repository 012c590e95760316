package dev.nacre.network;

import dev.nacre.tensor.Tensor;
import java.util.List;

/**
 * What one training step sees. The lists are copied; the tensors and arrays in them are not.
 *
 * @param inputs one tensor per input of the network, in its order of declaration
 * @param labels one {@code int[]} (class indices) or {@link Tensor} (targets) per label, in order of declaration; empty
 *     where none are known
 */
public record Batch(List<Tensor> inputs, List<Object> labels) {
    /**
     * @throws IllegalArgumentException if there is no input, the first has no batch axis, or a label is neither
     *     {@code int[]} nor {@link Tensor}
     * @throws NullPointerException if a list or something in one is null
     */
    public Batch {
        inputs = List.copyOf(inputs);
        labels = List.copyOf(labels);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a batch has no inputs: give one tensor per input of the network");
        }
        if (inputs.get(0).sizes().rank() == 0) {
            throw new IllegalArgumentException("the first input of a batch is a scalar: its first axis counts samples");
        }
        for (int i = 0; i < labels.size(); i++) {
            Object label = labels.get(i);
            if (!(label instanceof int[] || label instanceof Tensor)) {
                throw new IllegalArgumentException("label number " + (i + 1) + " of a batch is a "
                        + label.getClass().getSimpleName() + ": give an int[] of class indices or a Tensor of targets");
            }
        }
    }

    /**
     * @param input (batch, ...)
     * @param labels one class index per sample
     * @return a batch of one input and its class indices
     */
    public static Batch of(Tensor input, int[] labels) {
        return new Batch(List.of(input), List.of(labels));
    }

    /**
     * @param input (batch, ...)
     * @param targets (batch, ...)
     * @return a batch of one input and its targets
     */
    public static Batch of(Tensor input, Tensor targets) {
        return new Batch(List.of(input), List.of(targets));
    }

    /**
     * @param input (batch, ...)
     * @return a batch of one input without labels
     */
    public static Batch of(Tensor input) {
        return new Batch(List.of(input), List.of());
    }

    /** @return the number of samples */
    public int size() {
        return inputs.get(0).sizes().size(0);
    }
}
