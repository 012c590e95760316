package dev.nacre.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/** What layers say that pool. */
public final class PoolingMessages {
    private PoolingMessages() {}

    /** Padding of more than half of the kernel. */
    public static Message padding(String layer, List<Integer> padding, List<Integer> kernel, int along) {
        return new Message(
                "@" + layer + "(padding = " + written(padding) + ") is more than half of the kernel, which is "
                        + written(kernel) + ": a position could lie in padding alone, which is never pooled",
                "use padding <= " + along / 2 + " or a larger kernel, or put @Pad before it");
    }

    /** A position of a kernel with gaps that misses the image. */
    public static Message paddingAlone(String layer, Window window, int axis, Shape in) {
        return new Message(
                "@" + layer + " has a position that misses its input " + in + ": with dilation "
                        + window.dilation().get(axis) + " all "
                        + window.kernel().get(axis)
                        + " elements of the kernel lie in padding",
                "use less padding or a smaller dilation");
    }

    /** A kernel that is larger than what it slides over, of a layer without padding. */
    public static Message doesNotFit(String layer, List<Integer> kernel, Window window, int axis, Shape in) {
        return new Message(
                "@" + layer + "(kernel = " + written(kernel) + ") does not fit: its input is " + in,
                "use kernel <= " + window.size().get(axis) + ", or put @Pad before it");
    }

    /** A number of positions that is none. */
    public static Message positions(String layer, int axes, List<Integer> values) {
        return new Message(
                "@" + layer + "(" + written(values) + ") is out of range: "
                        + (axes == 2 ? "one number, or one for height and one for width" : "one number")
                        + ", each 1 or more",
                "write the number of positions, such as @" + layer + "(7)");
    }

    /** A vector, which has no axes behind its channels. */
    public static Message noAxes(String layer, Shape in) {
        return new Message(
                "@" + layer + " needs channels and axes behind them, but its input is " + in,
                "take @" + layer + " out, or bring the sample to more axes with @Reshape");
    }

    static String written(List<Integer> values) {
        return values.size() == 1
                ? String.valueOf(values.get(0))
                : values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
}
