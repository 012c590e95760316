package dev.nacre.processor.model;

import java.util.List;
import java.util.stream.Collectors;

/** What layers say whose kernel slides over a sample. */
public final class WindowMessages {
    private WindowMessages() {}

    /** A sample of another number of axes. */
    public static Message rank(String layer, int axes, Shape in) {
        String wanted = axes == 2 ? "channels, height and width" : "channels and positions";
        String example = axes == 2 ? "@Reshape({1, 28, 28})" : "@Reshape({1, 100})";
        String other = axes == 2 ? "1d" : "2d";
        boolean otherFits = in.rank() == (axes == 2 ? 2 : 3);
        return new Message(
                "@" + layer + " needs " + wanted + ", but its input is " + in,
                otherFits
                        ? "use @" + layer.substring(0, layer.length() - 2) + other + ", or bring the sample to "
                                + (axes + 1) + " axes with @Reshape"
                        : "bring the sample to " + (axes + 1) + " axes before it, such as with " + example);
    }

    /** A kernel, stride or dilation of a wrong number of values, or one below 1. */
    public static Message numbers(String layer, int axes, String option, List<Integer> values) {
        String allowed = axes == 2 ? "one number, or one for height and one for width" : "one number";
        return new Message(
                option(layer, option, values) + " is out of range: " + allowed + ", each 1 or more",
                "write " + option + " = 2" + (axes == 2 ? " or " + option + " = {2, 3}" : ""));
    }

    /** Padding of a wrong number of values, or a negative one. */
    public static Message padding(String layer, int axes, List<Integer> values, boolean same) {
        String allowed = axes == 2
                ? "one number, two for height and width, or four for top, bottom, left and right"
                : "one number, or two for the front and the end";
        return new Message(
                option(layer, "padding", values) + " is out of range: " + allowed + ", each 0 or more",
                "write padding = 1" + (same ? ", " : " or ") + (axes == 2 ? "padding = {1, 2}" : "padding = {2, 0}")
                        + (same ? " or padding = " + layer + ".SAME" : ""));
    }

    /** A kernel that is larger than what it slides over. */
    public static Message doesNotFit(
            String layer, List<Integer> kernel, List<Integer> padding, Window window, int axis, Shape in) {
        int size = window.size().get(axis);
        int around = window.before().get(axis) + window.after().get(axis);
        int dilation = window.dilation().get(axis);
        int largest = (size + around - 1) / dilation + 1;
        long missing = window.reach(axis) - size - around;
        long more = (missing + 1) / 2
                + Math.max(window.before().get(axis), window.after().get(axis));
        String gaps = dilation == 1 ? "" : ", dilation " + dilation + " makes it cover " + window.reach(axis);
        return new Message(
                option(layer, "kernel", kernel) + " does not fit: its input is " + in + " and padding is "
                        + (padding.size() == 1 ? padding.get(0) : set(padding)) + gaps,
                "use kernel <= " + largest + ", or padding >= " + more);
    }

    /** Groups that do not divide the channels. */
    public static Message groups(String layer, int groups, int in, int out) {
        return new Message(
                "@" + layer + "(groups = " + groups + ") does not fit: groups must divide the " + in
                        + " channels of its input and the " + out + " of its output",
                "use a number of groups that divides both, such as " + divisor(in, out, groups));
    }

    /** A group for each channel, and a number of channels that go out that is no multiple of that. */
    public static Message depthwise(String layer, int in, int out) {
        int multiple = in * Math.max(1, out / in);
        return new Message(
                "@" + layer + "(groups = DEPTHWISE) does not fit: " + out + " channels go out, which the " + in
                        + " channels of its input cannot share evenly",
                "use a multiple of " + in + ", such as value = " + multiple);
    }

    private static int divisor(int in, int out, int below) {
        int divisor = Math.max(1, Math.min(below, Math.min(in, out)));
        while (in % divisor != 0 || out % divisor != 0) {
            divisor--;
        }
        return divisor;
    }

    /** No groups, or a negative number that is not DEPTHWISE. */
    public static Message groupsOutside(String layer, int groups) {
        return new Message(
                "@" + layer + "(groups = " + groups + ") is out of range: groups are 1 or more",
                "use groups = 1, or groups = " + layer + ".DEPTHWISE for one for each channel of the input");
    }

    /** More padding than a transposed convolution can take away. */
    public static Message nothingLeft(String layer, List<Integer> sizes, Shape in) {
        return new Message(
                "@" + layer + " leaves nothing: its input is " + in + ", and its output would be "
                        + sizes.stream().map(String::valueOf).collect(Collectors.joining("x")),
                "use less padding or a larger kernel");
    }

    /** Output padding that is not below the stride or the dilation. */
    public static Message outputPadding(String layer, int axes, List<Integer> values, int allowed) {
        return new Message(
                option(layer, "outputPadding", values) + " is out of range: "
                        + (axes == 2 ? "one number, or one for height and one for width" : "one number")
                        + ", each from 0 and below the stride or the dilation, whichever is larger",
                allowed < 1 ? "leave it out, or use a larger stride" : "use a number from 0 to " + allowed);
    }

    private static String option(String layer, String option, List<Integer> values) {
        return "@" + layer + "(" + option + " = " + (values.size() == 1 ? values.get(0) : set(values)) + ")";
    }

    private static String set(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }
}
