package dev.nacre.processor.model;

import java.util.List;

/** What the layers say that merge values. */
public final class MergeMessages {
    private MergeMessages() {}

    /** More values than two. */
    public static Message twoValues(String layer, List<String> names, String remedy) {
        return new Message(
                "@" + layer + " takes two values; found " + names.size() + ": " + String.join(", ", names), remedy);
    }

    /** Values that cannot be brought to one shape by repeating what has size 1. */
    public static Message unlikeShapes(String layer, List<String> names, List<Shape> shapes) {
        boolean sameRank = shapes.stream().map(Shape::rank).distinct().count() == 1;
        return new Message(
                "@" + layer + " needs values of one shape, or of size 1 where they differ: "
                        + Messages.described(names, shapes),
                "change the blocks before it, or put layers on a parameter to bring it to the others' shape"
                        + (sameRank
                                ? ""
                                : "; of values with fewer axes only those with one are repeated, as channels"));
    }

    /** Values of size 1 along different axes whose merge an array cannot hold. */
    public static Message mergedTooLarge(String layer, List<Integer> sizes) {
        return new Message(
                "@" + layer + " does not fit: its result would be " + new Shape(sizes)
                        + "; allowed are 2147483647 elements",
                "use smaller sizes");
    }

    /** Vectors that have no inner product. */
    public static Message dotShapes(List<String> names, List<Shape> shapes) {
        return new Message(
                "@Dot needs two values of one shape, whose last axes it multiplies: "
                        + Messages.described(names, shapes),
                "change the blocks before it, or put a layer such as @Dense on a parameter");
    }

    /** Values that differ before their last axes. */
    public static Message bilinearShapes(List<String> names, List<Shape> shapes) {
        return new Message(
                "@Bilinear needs two values that agree in every axis but the last: "
                        + Messages.described(names, shapes),
                "change the blocks before it, or put a layer such as @Flatten on a parameter");
    }

    /** An outer product that an array cannot hold. */
    public static Message outerTooLarge(Shape outer) {
        return new Message(
                "@Bilinear does not fit: the outer product of one sample would have " + outer
                        + " elements; allowed are 2147483647",
                "use smaller sizes");
    }
}
