package dev.nacre.processor.model;

import java.util.List;

/** What layers say that pad, make larger and shuffle. */
public final class ResamplingMessages {
    private ResamplingMessages() {}

    /** A sample without axes to resample, or with too many. */
    public static Message rank(String layer, Shape in) {
        return new Message(
                "@" + layer + " needs channels and one or two axes behind them, but its input is " + in,
                "bring the sample to these axes before it, such as with @Reshape({1, 28, 28})");
    }

    /** A sample that is no image. */
    public static Message image(String layer, Shape in) {
        return new Message(
                "@" + layer + " needs channels, height and width, but its input is " + in,
                "bring the sample to 3 axes before it, such as with @Reshape({4, 14, 14})");
    }

    /** Padding of a wrong number of sides. */
    public static Message padding(List<Integer> values) {
        return new Message(
                pad(values)
                        + " is out of range: one number, two for height and width or front and end, or four for top,"
                        + " bottom, left and right",
                "write @Pad(1), @Pad({1, 2}) or @Pad({0, 1, 0, 1})");
    }

    /** A crop that leaves nothing. */
    public static Message crops(List<Integer> values, int before, int after, int size, Shape in) {
        String taken = before < 0 && after < 0
                ? -(long) before + " and " + -(long) after + " taken"
                : -(long) Math.min(before, after) + " taken";
        return new Message(
                pad(values) + " does not fit: its input is " + in + ", and " + taken + " from an axis of " + size
                        + (before < 0 && after < 0 ? " leave nothing" : " leaves nothing"),
                size == 1
                        ? "take nothing from an axis of 1"
                        : "take at most " + (size - 1) + " from the two sides together");
    }

    /** Four sides of a sample that has two. */
    public static Message sides(List<Integer> values, Shape in) {
        return new Message(
                pad(values) + " does not fit: its input " + in + " has one axis behind its channels",
                "write one number, or two for the front and the end");
    }

    /** A reflection of more than there is. */
    public static Message reflects(List<Integer> values, int padding, int size, Shape in) {
        return new Message(
                pad(values) + " does not fit: its input is " + in + ", and a mirror on the border of an axis of " + size
                        + " shows " + (size - 1) + ", not " + padding,
                size == 1
                        ? "use mode = Pad.Mode.REPLICATE"
                        : "use at most " + (size - 1) + ", or mode = Pad.Mode.REPLICATE");
    }

    /** A constant where the margin is made of something else. */
    public static Message constantUnused(String mode) {
        return new Message(
                "@Pad has a constant, which mode " + mode + " does not use",
                "leave the constant out, or use mode = Pad.Mode.CONSTANT");
    }

    private static String pad(List<Integer> values) {
        return "@Pad(" + PoolingMessages.written(values) + ")";
    }

    /** A scale that is none. */
    public static Message scale(List<Integer> values) {
        return new Message(
                "@Upsample(" + PoolingMessages.written(values)
                        + ") is out of range: one number, or one for height and one for width, each 1 or more",
                "write @Upsample(2) or @Upsample({2, 3})");
    }

    /** Two scales for one axis. */
    public static Message scales(List<Integer> values, Shape in) {
        return new Message(
                "@Upsample(" + PoolingMessages.written(values) + ") does not fit: its input " + in
                        + " has one axis behind its channels",
                "write one number");
    }

    /** Lines in one dimension on an image, or the other way round. */
    public static Message lines(String mode, String right, Shape in) {
        return new Message(
                "@Upsample(mode = " + mode + ") does not fit: its input " + in + " has "
                        + (in.rank() == 2 ? "one axis" : "two axes") + " behind its channels",
                "use mode = Upsample.Mode." + right);
    }

    /** Corners where there are no lines. */
    public static Message cornersUnused() {
        return new Message(
                "@Upsample aligns corners, which mode NEAREST does not do",
                "leave alignCorners out, or use mode = Upsample.Mode.BILINEAR");
    }

    /** Channels that the square of a factor does not divide. */
    public static Message shuffledChannels(long factor, Shape in) {
        return new Message(
                "@PixelShuffle(" + factor + ") does not fit: its input is " + in + ", and " + factor + "² = "
                        + factor * factor + " does not divide its " + channels(in.first()),
                "bring it to a multiple of " + factor * factor
                        + " channels, such as with a convolution, or use another factor");
    }

    /** An image that a factor does not divide. */
    public static Message unshuffledImage(int factor, Shape in) {
        return new Message(
                "@PixelUnshuffle(" + factor + ") does not fit: its input is " + in + ", and " + factor
                        + " does not divide both height and width",
                "use a factor that divides both, or put @Pad before it");
    }

    /** Groups that do not divide the channels. */
    public static Message shuffledGroups(int groups, Shape in) {
        return new Message(
                "@ChannelShuffle(" + groups + ") does not fit: its input is " + in + ", and " + groups
                        + " does not divide its " + channels(in.first()),
                "use a number of groups that divides " + in.first());
    }

    private static String channels(int count) {
        return count == 1 ? "1 channel" : count + " channels";
    }
}
