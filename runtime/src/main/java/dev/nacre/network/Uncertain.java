package dev.nacre.network;

import java.util.Objects;

/**
 * A prediction in the user's own type, and how sure it is.
 *
 * @param value the prediction by the mean over all passes
 * @param passes what the passes gave for this one sample
 * @param <T> what is predicted
 */
public record Uncertain<T>(T value, MonteCarlo passes) {
    /** Neither is null. */
    public Uncertain {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(passes, "passes");
    }

    /**
     * @return the entropy of the mean in nats: 0 for one that is sure, log C for a guess among C classes
     * @throws IllegalStateException if what is predicted has no probabilities
     */
    public double predictiveEntropy() {
        return passes.predictiveEntropy().data()[0];
    }

    /**
     * @return how far the passes disagree, in nats: 0 where they agree
     * @throws IllegalStateException if what is predicted has no probabilities
     */
    public double mutualInformation() {
        return passes.mutualInformation().data()[0];
    }
}
