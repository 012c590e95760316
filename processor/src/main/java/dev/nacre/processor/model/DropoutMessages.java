package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the layers say that drop. */
public final class DropoutMessages {
    private static final String ONE_AXIS = ", with one axis";

    private DropoutMessages() {}

    /** Two readings of the first axis. */
    public static Message timeAndPositions() {
        return new Message(
                "@Dropout(shared = {TIME, POSITIONS}) reads the first axis as time and as channels",
                "keep one of them; for other axes write noiseShape, such as noiseShape = {1, 1, 28}");
    }

    /** Axes said in two ways. */
    public static Message sharedAndNoiseShape(String shared) {
        return new Message(
                "@Dropout says in two ways along which axes it shares: shared = " + shared + " and noiseShape",
                "keep one of them; BATCH may stand beside noiseShape");
    }

    /** Nothing behind or before the axis that is shared. */
    public static Message sharedOfOneAxis(String shared, Shape in) {
        String axes = shared.equals("TIME")
                ? "the first axis of (time, features)"
                : "all axes behind the first of (channels, positions)";
        return new Message(
                "@Dropout(shared = " + shared + ") does not fit: its input is " + in + ONE_AXIS + ", and " + shared
                        + " shares along " + axes,
                "take " + shared + " out, or bring the value to two axes with @Reshape first");
    }

    /** Another number of axes. */
    public static Message noiseAxes(List<Integer> noise, Shape in) {
        List<Integer> example = new ArrayList<>(in.sizes());
        example.set(example.size() - 1, 1);
        return new Message(
                "@Dropout(noiseShape = " + set(noise) + ") does not fit: its input is " + in + " with "
                        + count(in.rank(), "axis", "axes") + ", and noiseShape has "
                        + count(noise.size(), "size", "sizes"),
                "write a size for each axis, the batch left out: its own, or 1 to share along it, such as noiseShape = "
                        + set(example));
    }

    /** A size that is neither the axis' nor 1. */
    public static Message noiseSize(List<Integer> noise, int axis, Shape in) {
        return new Message(
                "@Dropout(noiseShape = " + set(noise) + ") does not fit: axis " + axis + " of its input " + in
                        + " has size " + in.sizes().get(axis) + ", and noiseShape says " + noise.get(axis),
                "write " + in.sizes().get(axis) + ", or 1 to share along this axis");
    }

    /** A value without channels. */
    public static Message noChannels(String layer, String instead, Shape in) {
        return new Message(
                "@" + layer + " does not fit: its input is " + in + ONE_AXIS
                        + ", and it drops channels, the first of two axes or more",
                "write @" + instead + ", or bring the value to (channels, positions) with @Reshape first");
    }

    /** A value that is no map. */
    public static Message noMaps(Shape in) {
        return new Message(
                "@DropBlock does not fit: its input is " + in + ", and it drops squares of (channels, height, width)",
                "write " + (in.rank() == 1 ? "@Dropout" : "@SpatialDropout")
                        + ", or bring the value to three axes with @Reshape first");
    }

    /** A square that is larger than the map. */
    public static Message blockTooLarge(int block, Shape in) {
        return new Message(
                "@DropBlock(blockSize = " + block + ") does not fit: its input is " + in,
                "use blockSize <= " + Math.min(in.sizes().get(1), in.sizes().get(2)));
    }

    private static String set(List<Integer> sizes) {
        return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
