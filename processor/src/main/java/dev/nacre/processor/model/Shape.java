package dev.nacre.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The shape of one sample.
 *
 * @param sizes the size of each axis, the batch left out
 */
public record Shape(List<Integer> sizes) {
    public Shape {
        sizes = List.copyOf(sizes);
    }

    public static Shape of(Integer... sizes) {
        return new Shape(List.of(sizes));
    }

    /** @return whether every size is 1 or more and their product is an int */
    public static boolean fits(List<Integer> sizes) {
        long elements = 1;
        for (int size : sizes) {
            if (size < 1 || elements * size > Integer.MAX_VALUE) {
                return false;
            }
            elements *= size;
        }
        return true;
    }

    /** @return the number of elements, which a check keeps within an int */
    public int elements() {
        return Math.toIntExact(sizes.stream().mapToLong(size -> size).reduce(1, Math::multiplyExact));
    }

    public int rank() {
        return sizes.size();
    }

    /** @return the size of the last axis */
    public int last() {
        return sizes.get(sizes.size() - 1);
    }

    /** @return the size of the first axis: features or channels */
    public int first() {
        return sizes.get(0);
    }

    /** @return this shape with another last axis */
    public Shape withLast(int size) {
        List<Integer> other = new java.util.ArrayList<>(sizes);
        other.set(other.size() - 1, size);
        return new Shape(other);
    }

    /** @return 1x28x28 */
    @Override
    public String toString() {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
