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

    /** Groups that do not divide the channels. */
    public static Message groups(String layer, int groups, Shape in) {
        int divisor = Math.min(groups, in.first());
        while (in.first() % divisor != 0) {
            divisor--;
        }
        return new Message(
                "@" + layer + "(groups = " + groups + ") does not fit: groups must divide the " + in.first()
                        + (in.first() == 1 ? " channel" : " channels") + " of its input " + in,
                "use a number that divides " + in.first() + ", such as groups = " + divisor);
    }

    /** A momentum where nothing moves. */
    public static Message momentumUnused() {
        return new Message(
                "@InstanceNorm has a momentum, but no running statistics that it could move",
                "use trackRunning = true, or leave the momentum out");
    }

    /** One element in a group, which is its own mean. */
    public static Message oneInGroup(String layer, Shape in, int groups) {
        return new Message(
                "@" + layer + " over one element is always 0; "
                        + (layer.equals("InstanceNorm") ? "each channel" : "each of the " + groups + " groups")
                        + " of its input " + in + " has 1",
                layer.equals("InstanceNorm")
                        ? "normalise over the batch with @BatchNorm, or over channels with @LayerNorm"
                        : "use fewer groups");
    }
}
