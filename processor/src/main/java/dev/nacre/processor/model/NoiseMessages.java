package dev.nacre.processor.model;

/** What is reported of noise on values and weights. */
public final class NoiseMessages {
    private NoiseMessages() {}

    /** A p that gives no variance. */
    public static Message variance(String layer, double p) {
        return new Message(
                "@" + layer + "(" + Placed.number(p) + ") is out of range: p is 0 or more and below 1,"
                        + " for the variance of the noise is p / (1 - p)",
                "write a p such as 0.5; @Dropout(1) gives zeros");
    }

    /** All weights dropped: there is no variance. */
    public static Message momentsOfNothing(String annotation) {
        return new Message(
                annotation + " drops all weights, and then they have no variance that could be matched",
                "write a probability below 1, or leave evaluation = MOMENT_MATCHING out");
    }

    /** Masks for each sample, or moments, of a layer that has them for a batch only. */
    static Message onlyDense(String annotation, String layer, boolean perSample, boolean own) {
        String option = perSample ? "masks = PER_SAMPLE" : "evaluation = MOMENT_MATCHING";
        String what = perSample ? "masks the weights anew for each sample" : "matches the moments of masked weights";
        return new Message(
                annotation + " " + what + ", which works for @Dense, not for " + layer,
                "leave " + option + " out: with one mask for a batch it works for convolutions, too"
                        + (own ? "" : "; or write it after each @Dense"));
    }

    static Message noActivation(String annotation, String layer, String found, boolean own) {
        return new Message(
                annotation + " averages the activation behind " + layer + " in evaluation, but " + found,
                "put an activation element by element such as @ReLU right behind it, or leave evaluation = MOMENT_MATCHING out"
                        + (own ? "" : "; write it after the layers it is for"));
    }
}
