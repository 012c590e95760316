package dev.nacre.tensor;

import java.util.Arrays;

/**
 * A dense, row-major tensor of {@code float}s; the first axis is the batch where there is one.
 *
 * <p>A tensor is a view of an array. Those that {@link #of} makes have their own copy; those that a network hands out
 * view its buffers and parameters, so that writing writes through.
 */
public final class Tensor {
    private static final int SHOWN = 8;

    private final float[] data;
    private final Shape shape;

    private Tensor(float[] data, Shape shape) {
        this.data = data;
        this.shape = shape;
    }

    /**
     * @param values the elements, row by row; copied
     * @param shape the size of each axis; none for a vector of all values
     * @return a tensor of its own
     * @throws IllegalArgumentException if the number of values is not the product of the sizes
     */
    public static Tensor of(float[] values, int... shape) {
        Shape sizes = shape.length == 0 ? Shape.of(values.length) : Shape.of(shape);
        if (values.length != sizes.elements()) {
            throw new IllegalArgumentException("shape " + sizes + " has " + sizes.elements() + " elements, but "
                    + values.length + " values were given");
        }
        return new Tensor(values.clone(), sizes);
    }

    /**
     * @param shape the size of each axis; none for a scalar
     * @return a tensor of zeros
     * @throws IllegalArgumentException if a size is negative or an array cannot hold the product
     */
    public static Tensor zeros(int... shape) {
        Shape sizes = Shape.of(shape);
        return new Tensor(new float[sizes.elements()], sizes);
    }

    /**
     * @param shape the shape
     * @return a tensor of zeros
     */
    public static Tensor zeros(Shape shape) {
        return new Tensor(new float[shape.elements()], shape);
    }

    /**
     * A view of the beginning of an array, which is not copied: for generated code and data loaders.
     *
     * @param data at least as many elements as the shape has
     * @param shape the shape
     * @return the view
     * @throws IllegalArgumentException if the array is shorter than the shape
     */
    public static Tensor view(float[] data, Shape shape) {
        if (data.length < shape.elements()) {
            throw new IllegalArgumentException("shape " + shape + " has " + shape.elements()
                    + " elements, but the array to view has only " + data.length);
        }
        return new Tensor(data, shape);
    }

    /** @return the size of each axis, a copy */
    public int[] shape() {
        return shape.toArray();
    }

    /** @return the shape as an object, without a copy */
    public Shape sizes() {
        return shape;
    }

    /** @return the number of elements */
    public int elements() {
        return shape.elements();
    }

    /** @return the elements, row by row, a copy */
    public float[] toArray() {
        return Arrays.copyOf(data, shape.elements());
    }

    /** @return the array behind this tensor, which may be longer than the tensor; writing writes through */
    public float[] data() {
        return data;
    }

    /**
     * @param index one index per axis
     * @return the element
     * @throws IndexOutOfBoundsException if there are more or fewer indices than axes, or one is outside its axis
     */
    public float get(int... index) {
        return data[offset(index)];
    }

    /**
     * @param value the new value
     * @param index one index per axis
     * @throws IndexOutOfBoundsException if there are more or fewer indices than axes, or one is outside its axis
     */
    public void set(float value, int... index) {
        data[offset(index)] = value;
    }

    private int offset(int[] index) {
        if (index.length != shape.rank()) {
            throw new IndexOutOfBoundsException(index.length + " indices for a tensor of shape " + shape
                    + ", which has " + shape.rank() + " axes: give one index per axis");
        }
        int offset = 0;
        for (int axis = 0; axis < index.length; axis++) {
            int size = shape.size(axis);
            if (index[axis] < 0 || index[axis] >= size) {
                throw new IndexOutOfBoundsException("index " + index[axis] + " on axis " + axis
                        + " of a tensor of shape " + shape + " is outside 0 to " + (size - 1));
            }
            offset = offset * size + index[axis];
        }
        return offset;
    }

    /** @return a tensor of its own with the same shape and elements */
    public Tensor copy() {
        return new Tensor(toArray(), shape);
    }

    /**
     * @param sizes a shape with the same number of elements
     * @return a view of the same elements
     * @throws IllegalArgumentException if the number of elements differs
     */
    public Tensor reshape(int... sizes) {
        Shape other = Shape.of(sizes);
        if (other.elements() != shape.elements()) {
            throw new IllegalArgumentException("cannot reshape " + shape + " to " + other + ": " + shape.elements()
                    + " elements are not " + other.elements());
        }
        return new Tensor(data, other);
    }

    /** @return the shape and the first elements */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Tensor ").append(shape).append(" [");
        for (int i = 0; i < Math.min(shape.elements(), SHOWN); i++) {
            text.append(i == 0 ? "" : ", ").append(data[i]);
        }
        return text.append(shape.elements() > SHOWN ? ", ...]" : "]").toString();
    }
}
