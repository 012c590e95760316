package dev.nacre.network;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/** A tensor that is learned: a name, a value, and the gradient of the loss with respect to it. */
public final class Parameter {
    private final String name;
    private final Tensor value;

    /** The array of the value: the way through the tensor takes a small network a nanosecond each time. */
    private final float[] values;

    /** Made when it is first asked for: who only predicts has none. */
    private Tensor gradient;

    private float[] gradients;
    private float[] zeros;

    private final int columns;
    private Constraint[] constraints;
    private boolean accumulating;
    private boolean frozen;

    /**
     * @param name block, layer, role: {@code hidden1.dense.weight}
     * @param shape the size of each axis
     * @throws IllegalArgumentException if a size is negative or an array cannot hold the elements
     */
    public Parameter(String name, int... shape) {
        this.name = Objects.requireNonNull(name, "name");
        Shape sizes = Shape.of(shape);
        this.values = new float[sizes.elements()];
        this.value = Tensor.view(values, sizes);
        this.columns = shape.length == 0 || shape[0] == 0 ? 1 : sizes.elements() / shape[0];
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
        if (gradient == null) {
            gradients = new float[values.length];
            gradient = Tensor.view(gradients, value.sizes());
        }
        return gradient;
    }

    /** @return the value's array, for generated code */
    public float[] values() {
        return values;
    }

    /** @return the gradient's array, for generated code */
    public float[] gradients() {
        return gradients == null ? gradient().data() : gradients;
    }

    /**
     * Keeps the value as it is: optimisers leave the parameter out from here on, their weight decay included. Called by
     * the constructors of generated networks for what is declared frozen; these compute no gradient for it, which is why
     * there is no way back: to train it, declare the network without {@code @Frozen} and load the same file.
     *
     * @return this
     */
    public Parameter freeze() {
        frozen = true;
        return this;
    }

    /** @return whether optimisers leave the parameter as it is; its gradient then means nothing */
    public boolean frozen() {
        return frozen;
    }

    /**
     * Says what the value is held to after each step of an optimiser, in place of what was said before.
     *
     * @param constraints applied in this order
     * @return this
     */
    public Parameter constraints(Constraint... constraints) {
        this.constraints = constraints.clone();
        return this;
    }

    /** @return whether an optimiser may change the value and nothing holds it to anything */
    public boolean free() {
        return !frozen && constraints == null;
    }

    /** Moves the value to where its constraints allow; called by optimisers after they changed it. */
    public void constrain() {
        for (int i = 0; constraints != null && i < constraints.length; i++) {
            constraints[i].apply(values, columns);
        }
    }

    /** @return as many zeros as the value has elements, never to be written, for generated code: what a first gradient adds to */
    public float[] zeros() {
        if (zeros == null) {
            zeros = new float[values.length];
        }
        return zeros;
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
        if (gradient != null) {
            Arrays.fill(gradient.data(), 0);
        }
        accumulating = false;
    }

    /** @return the name and the shape */
    @Override
    public String toString() {
        return name + " " + value.sizes();
    }
}
