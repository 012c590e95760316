package dev.nacre.tensor;

import java.util.Arrays;

/** The sizes of a tensor's axes, first the slowest; immutable. */
public final class Shape {
    private final int[] sizes;
    private final int elements;

    private Shape(int[] sizes) {
        this.sizes = sizes;
        this.elements = elements(sizes);
    }

    /**
     * @param sizes the size of each axis; none for a scalar
     * @return the shape
     * @throws IllegalArgumentException if a size is negative or the product exceeds an array
     */
    public static Shape of(int... sizes) {
        return new Shape(sizes.clone());
    }

    private static int elements(int[] sizes) {
        long product = 1;
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("shape " + format(sizes) + " has a negative size");
            }
            product *= size;
            if (product > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("shape " + format(sizes) + " has more elements than an array can hold");
            }
        }
        return (int) product;
    }

    /** @return the number of axes */
    public int rank() {
        return sizes.length;
    }

    /** @return the size of an axis */
    public int size(int axis) {
        return sizes[axis];
    }

    /** @return the number of elements: the product of the sizes, 1 for a scalar */
    public int elements() {
        return elements;
    }

    /** @return this shape with a batch axis in front */
    public Shape withBatch(int batch) {
        int[] batched = new int[sizes.length + 1];
        batched[0] = batch;
        System.arraycopy(sizes, 0, batched, 1, sizes.length);
        return new Shape(batched);
    }

    /** @return whether these are the sizes of all axes but the first of another shape */
    public boolean isSampleOf(Shape batched) {
        if (batched.sizes.length != sizes.length + 1) {
            return false;
        }
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] != batched.sizes[axis + 1]) {
                return false;
            }
        }
        return true;
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
            text.append(text.length() == 0 ? "" : "x").append(size);
        }
        return text.toString();
    }
}
