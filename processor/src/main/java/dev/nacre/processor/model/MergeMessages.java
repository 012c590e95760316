package dev.nacre.processor.model;

import java.util.List;

/** What the layers say that merge exactly two values. */
public final class MergeMessages {
    private MergeMessages() {}

    /** More values than two. */
    public static Message twoValues(String layer, List<String> names, String remedy) {
        return new Message(
                "@" + layer + " takes two values; found " + names.size() + ": " + String.join(", ", names), remedy);
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
