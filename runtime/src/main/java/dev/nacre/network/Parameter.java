package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/** A tensor that is learned: a name, a value, and the gradient of the loss with respect to it. */
public final class Parameter {
    private final String name;
    private final Tensor value;
    private final Tensor gradient;
    private boolean accumulating;

    /**
     * @param name block, layer, role: {@code hidden1.dense.weight}
     * @param shape the size of each axis
     * @throws IllegalArgumentException if a size is negative or an array cannot hold the elements
     */
    public Parameter(String name, int... shape) {
        this.name = Objects.requireNonNull(name, "name");
        Shape sizes = Shape.of(shape);
        this.value = Tensor.view(new float[sizes.elements()], sizes);
        this.gradient = Tensor.view(new float[sizes.elements()], sizes);
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
     * Called by generated code before it writes a gradient: the first contribution after an optimiser's step replaces
     * what is there, those after it add up.
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

    /** Sets the gradient to zero; the next one starts anew. */
    public void zeroGrad() {
        Arrays.fill(gradient.data(), 0);
        accumulating = false;
    }

    /** @return the name and the shape */
    @Override
    public String toString() {
        return name + " " + value.sizes();
    }
}
