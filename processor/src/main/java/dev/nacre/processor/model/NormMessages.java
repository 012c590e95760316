package dev.nacre.processor.model;

/** What the normalisations say. */
public final class NormMessages {
    private NormMessages() {}

    /** More axes than there are. */
    public static Message fewerAxes(String layer, int axes, Shape in) {
        return new Message(
                "@" + layer + "(axes = " + axes + ") does not fit: its input " + in + " has " + in.rank()
                        + (in.rank() == 1 ? " axis" : " axes"),
                (in.rank() == 1 ? "use axes = 1" : "use from 1 to " + in.rank() + " axes")
                        + "; the batch does not count");
    }

    /** One element, which is its own mean. */
    public static Message oneElement(String layer, Shape in, int axes) {
        boolean more = in.rank() > axes && in.elements() > 1;
        return new Message(
                "@" + layer + " over one element is always 0; the last " + (axes == 1 ? "axis" : axes + " axes")
                        + " of its input " + in + " has 1",
                more
                        ? "normalise over more axes, such as axes = " + in.rank()
                        : "take it out, or widen the layer before it");
    }
}
