package dev.nacre.network;

import dev.nacre.tensor.Tensor;
import java.util.List;

/**
 * What one training step sees. The lists are copied; the tensors and arrays in them are not.
 *
 * @param inputs one tensor per input of the network, in its order of declaration
 * @param labels one {@code int[]} (class indices; 0 and 1; 1 and -1), {@link Tensor} (targets) or {@code float[]} (weights of
 *     samples) per label, in order of declaration; empty where none are known
 */
public record Batch(List<Tensor> inputs, List<Object> labels) {
    /**
     * @throws IllegalArgumentException if there is no input, the first has no batch axis, or a label is none of
     *     {@code int[]}, {@link Tensor} and {@code float[]}
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
            if (!(label instanceof int[] || label instanceof Tensor || label instanceof float[])) {
                throw new IllegalArgumentException("label number " + (i + 1) + " of a batch is a "
                        + label.getClass().getSimpleName()
                        + ": give an int[] of class indices, a Tensor of targets or a float[] of the samples' weights");
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
     * @param flags one truth per sample, which becomes the class index 1 or 0
     * @return a batch of one input and its flags
     */
    public static Batch of(Tensor input, boolean[] flags) {
        return new Batch(List.of(input), List.of(Label.of(flags).indices()));
    }

    /**
     * @param input (batch, ...)
     * @param labels one class index per sample
     * @param weights what each sample's loss is multiplied with
     * @return a batch of one input, its class indices and their weights
     */
    public static Batch of(Tensor input, int[] labels, float[] weights) {
        return new Batch(List.of(input), List.of(labels, weights));
    }

    /**
     * @param input (batch, ...)
     * @param targets (batch, ...)
     * @param weights what each sample's loss is multiplied with
     * @return a batch of one input, its targets and their weights
     */
    public static Batch of(Tensor input, Tensor targets, float[] weights) {
        return new Batch(List.of(input), List.of(targets, weights));
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
