package dev.nacre.processor.model;

/** What is reported of random noise. */
public final class NoiseMessages {
    private NoiseMessages() {}

    /** A p that gives no variance. */
    public static Message variance(String layer, double p) {
        return new Message(
                "@" + layer + "(" + Placed.number(p) + ") is out of range: p is 0 or more and below 1,"
                        + " for the variance of the noise is p / (1 - p)",
                "write a p such as 0.5; @Dropout(1) gives zeros");
    }
}
