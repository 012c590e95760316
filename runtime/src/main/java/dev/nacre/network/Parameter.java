package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;

/** A tensor that is learned: a name, a value, and the gradient of the loss with respect to it. */
public final class Parameter {
    private final String name;
    private final Tensor value;
    private final Tensor gradient;
    private boolean accumulating;

    /**
     * @param name block, layer, role: {@code hidden1.dense.weight}
     * @param shape the size of each axis
     */
    public Parameter(String name, int... shape) {
        this.name = name;
        this.value = Tensor.zeros(shape);
        this.gradient = Tensor.zeros(shape);
    }

    /** @return block, layer, role: {@code hidden1.dense.weight} */
    public String name() {
        return name;
    }

    /** @return the size of each axis, a copy */
    public int[] shape() {
        return value.shape();
    }

    /** @return the value, a view: writing writes through */
    public Tensor value() {
        return value;
    }

    /** @return the gradient, a view: writing writes through */
    public Tensor gradient() {
        return gradient;
    }

    /** @return the value's array, for generated code */
    public float[] values() {
        return value.data();
    }

    /** @return the gradient's array, for generated code */
    public float[] gradients() {
        return gradient.data();
    }

    /**
     * Called by generated code before it writes a gradient: the first contribution after an optimiser's step replaces what
     * is there, those after it add up.
     *
     * @return whether to add
     */
    public boolean accumulate() {
        boolean add = accumulating;
        accumulating = true;
        return add;
    }

    /** Called by optimisers after a step: the next gradient starts anew. What is there can still be read. */
    public void consumed() {
        accumulating = false;
    }

    /** Sets the gradient to zero. */
    public void zeroGrad() {
        Arrays.fill(gradient.data(), 0);
        accumulating = false;
    }

    @Override
    public String toString() {
        return name + " " + value.sizes();
    }
}
