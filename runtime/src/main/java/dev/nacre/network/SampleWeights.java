package dev.nacre.network;

import java.util.Objects;

/** What each sample's loss is multiplied with: the type of a loss's weights in a declaration. */
public final class SampleWeights {
    private final float[] values;

    private SampleWeights(float[] values) {
        this.values = values;
    }

    /**
     * @param values one weight per sample, 0 or more; not copied
     * @return the weights
     */
    public static SampleWeights of(float... values) {
        return new SampleWeights(Objects.requireNonNull(values, "values"));
    }

    /** @return one weight per sample, not a copy */
    public float[] values() {
        return values;
    }
}
