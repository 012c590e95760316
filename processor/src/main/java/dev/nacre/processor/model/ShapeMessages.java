package dev.nacre.processor.model;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** What the layers say that change the shape of a sample. */
public final class ShapeMessages {
    private static final String AXES_WITHOUT_BATCH = "; the batch does not count";

    private ShapeMessages() {}

    // Reshape

    /** No sizes at all. */
    public static Message noSizes() {
        return new Message("@Reshape({}) has no sizes", "write the sizes of one sample, such as @Reshape({3, -1})");
    }

    /** A size that is none. */
    public static Message sizeOutside(List<Integer> sizes, int size) {
        return new Message(
                reshape(sizes) + " is out of range: a size is " + size
                        + "; every size is 1 or more, or -1 where it follows from the others",
                Messages.sizeRemedy(size, "leave the batch out and write the sizes of one sample"));
    }

    /** More than one size left open. */
    public static Message severalOpen(List<Integer> sizes) {
        long open = sizes.stream().filter(size -> size == -1).count();
        return new Message(
                reshape(sizes) + " leaves " + open + " sizes open; one can follow from the others",
                "write -1 once and a number for the others");
    }

    /** Sizes that multiply up to another number of elements. */
    public static Message otherProduct(List<Integer> sizes, BigInteger product, Shape in) {
        return new Message(
                reshape(sizes) + " does not fit: its input is " + in + " with " + elements(in.elements()) + ", and "
                        + written(sizes) + " has " + product,
                "write sizes that multiply up to " + in.elements() + ", or -1 for one that follows from the others");
    }

    /** Sizes from which the open one does not follow. */
    public static Message openDoesNotFollow(List<Integer> sizes, BigInteger product, Shape in) {
        return new Message(
                reshape(sizes) + " does not fit: its input is " + in + " with " + elements(in.elements())
                        + ", and the sizes beside -1 multiply up to " + product + ", which does not divide "
                        + in.elements(),
                "write sizes whose product divides " + in.elements());
    }

    private static String reshape(List<Integer> sizes) {
        return "@Reshape(" + set(sizes) + ")";
    }

    private static String written(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }

    // Permute and Transpose

    /** An axis that the shape does not have. */
    public static Message permutedAxis(List<Integer> order, int axis, Shape in) {
        return new Message(
                permute(order) + " does not fit: its input is " + in + ", with axes 0 to " + (in.rank() - 1)
                        + ", and it names axis " + axis,
                axes(in));
    }

    /** An axis named twice. */
    public static Message permutedTwice(List<Integer> order, int axis, Shape in) {
        return new Message(permute(order) + " names axis " + axis + " of its input " + in + " twice", axes(in));
    }

    /** Axes left out. */
    public static Message permutedCount(List<Integer> order, Shape in) {
        return new Message(
                permute(order) + " does not fit: its input " + in + " has " + count(in.rank(), "axis", "axes")
                        + ", and " + order.size() + (order.size() == 1 ? " is named" : " are named"),
                axes(in));
    }

    private static String permute(List<Integer> order) {
        return "@Permute(" + set(order) + ")";
    }

    private static String axes(Shape in) {
        return "name each axis from 0 to " + (in.rank() - 1) + " once" + AXES_WITHOUT_BATCH;
    }

    /** One axis, which has none to be swapped with. */
    public static Message nothingToSwap(Shape in) {
        return new Message(
                "@Transpose swaps two axes, and its input " + in + " has one",
                "take it out, or bring the value to two axes with @Reshape first");
    }

    /** An axis swapped with itself. */
    public static Message swappedWithItself(int axis, Shape in) {
        return new Message(
                "@Transpose swaps axis " + axis + " of its input " + in + " with itself",
                "name two axes from 0 to " + (in.rank() - 1) + AXES_WITHOUT_BATCH);
    }

    // Slice

    /** A first position outside of the axis. */
    public static Message fromOutside(int from, int axis, Shape in) {
        return outside(
                "from = " + from,
                axis,
                in,
                "use a position from " + -size(in, axis) + " to " + (size(in, axis) - 1)
                        + "; negative ones count from the end");
    }

    /** A last position outside of the axis. */
    public static Message toOutside(int to, int axis, Shape in) {
        return outside(
                "to = " + to,
                axis,
                in,
                "use a position from " + -size(in, axis) + " to " + size(in, axis)
                        + "; negative ones count from the end, and without it the slice goes to the end");
    }

    private static Message outside(String option, int axis, Shape in, String remedy) {
        return new Message("@Slice(" + option + ") does not fit: " + axis(in, axis), remedy);
    }

    /** A slice without an element. */
    public static Message emptySlice(int from, int to, int axis, Shape in) {
        return new Message(
                "@Slice takes nothing: it goes from " + from + " up to and without " + to + ", and " + axis(in, axis),
                "let it end behind position " + from);
    }

    // Split

    /** Neither a number of parts nor their sizes. */
    public static Message noParts() {
        return new Message(
                "@Split says neither into how many parts nor their sizes",
                "write parts, such as @Split(parts = 2, index = 0), or sizes, such as @Split(sizes = {1, 3}, index = 0)");
    }

    /** Both a number of parts and their sizes. */
    public static Message partsAndSizes() {
        return new Message("@Split says both the number of parts and their sizes", "keep one of them");
    }

    /** A size that is none. */
    public static Message partSize(List<Integer> sizes, int size) {
        return new Message(
                split(sizes) + " is out of range: a part has " + elements(size) + "; every part has 1 or more",
                Messages.sizeRemedy(size, "write a size for each part"));
    }

    /** Parts that would not be of one size. */
    public static Message unequalParts(int parts, int size, int axis, Shape in) {
        return new Message(
                "@Split(parts = " + parts + ") does not fit: " + axis(in, axis) + ", and " + parts + " does not divide "
                        + size,
                "use a number that divides " + size + ", or say the sizes of the parts");
    }

    /** Parts that add up to another size. */
    public static Message partsSum(List<Integer> sizes, long sum, int size, int axis, Shape in) {
        return new Message(
                split(sizes) + " does not fit: " + axis(in, axis) + ", and the parts have " + sum,
                "write sizes that add up to " + size);
    }

    /** A part that there is not. */
    public static Message partOutside(int index, int count) {
        return new Message(
                "@Split(index = " + index + ") does not fit: there "
                        + (count == 1 ? "is 1 part" : "are " + count + " parts") + ", numbered from 0 to "
                        + (count - 1),
                "use an index from " + -count + " to " + (count - 1) + "; negative ones count from the last");
    }

    private static String split(List<Integer> sizes) {
        return "@Split(sizes = " + set(sizes) + ")";
    }

    private static String axis(Shape in, int axis) {
        return "axis " + axis + " of its input " + in + " has " + elements(size(in, axis));
    }

    private static int size(Shape in, int axis) {
        return in.sizes().get(axis);
    }

    private static String elements(int number) {
        return count(number, "element", "elements");
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    private static String set(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
}
