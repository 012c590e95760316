package dev.nacre.tensor;

import java.util.Arrays;

/** The sizes of a tensor's axes, first the slowest; immutable. */
public final class Shape {
    /** The most elements that a tensor can have: what every Java virtual machine lets an array hold. */
    public static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    private final int[] sizes;
    private final int elements;

    private Shape(int[] sizes) {
        this.sizes = sizes;
        this.elements = elements(sizes);
    }

    /**
     * @param sizes the size of each axis; none for a scalar
     * @return the shape
     * @throws IllegalArgumentException if a size is negative or the product exceeds {@link #MAX_ELEMENTS}
     */
    public static Shape of(int... sizes) {
        return new Shape(sizes.clone());
    }

    private static int elements(int[] sizes) {
        boolean empty = false;
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException(
                        "shape " + format(sizes) + " has the negative size " + size + ": sizes are 0 or more");
            }
            empty |= size == 0;
        }
        if (empty) {
            return 0;
        }
        long product = 1;
        for (int size : sizes) {
            product *= size;
            if (product > MAX_ELEMENTS) {
                throw new IllegalArgumentException(
                        "shape " + format(sizes) + " has more elements than an array can hold, " + MAX_ELEMENTS);
            }
        }
        return (int) product;
    }

    /** @return the number of axes */
    public int rank() {
        return sizes.length;
    }

    /**
     * @param axis from 0
     * @return the size of an axis
     * @throws IndexOutOfBoundsException if there is no such axis
     */
    public int size(int axis) {
        return sizes[axis];
    }

    /** @return the number of elements: the product of the sizes, 1 for a scalar */
    public int elements() {
        return elements;
    }

    /**
     * @param batch the size of the new first axis
     * @return this shape with a batch axis in front
     * @throws IllegalArgumentException if the batch is negative or the product exceeds {@link #MAX_ELEMENTS}
     */
    public Shape withBatch(int batch) {
        int[] batched = new int[sizes.length + 1];
        batched[0] = batch;
        System.arraycopy(sizes, 0, batched, 1, sizes.length);
        return new Shape(batched);
    }

    /**
     * @param batched the shape of a batch
     * @return whether these are the sizes of all axes but the first of another shape
     */
    public boolean isSampleOf(Shape batched) {
        int[] found = batched.sizes;
        boolean same = found.length == sizes.length + 1;
        // Shapes are so short that the loop is all there is to it.
        for (int axis = 0; same && axis < sizes.length; axis++) {
            same = sizes[axis] == found[axis + 1];
        }
        return same;
    }

    /** @return a copy of the sizes */
    public int[] toArray() {
        return sizes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    /** @return the sizes joined by x, as in 256x1x28x28; "scalar" without axes */
    @Override
    public String toString() {
        return format(sizes);
    }

    private static String format(int[] sizes) {
        if (sizes.length == 0) {
            return "scalar";
        }
        StringBuilder text = new StringBuilder();
        for (int size : sizes) {
            text.append(text.isEmpty() ? "" : "x").append(size);
        }
        return text.toString();
    }
}
