package dev.nacre.data;

/** A column of what a network should say, or of how much each sample counts: class indices, targets of any shape, weights. */
public sealed interface Labels permits ClassLabels, TargetLabels, SampleWeightLabels {
    /** @return the number of labels */
    int size();

    /**
     * @param classes one class index per sample, from 0, or -100 for none; not copied
     * @return the labels
     * @throws IllegalArgumentException if another index is negative
     */
    static Labels classes(int... classes) {
        return ClassLabels.of(classes);
    }

    /**
     * @param classes one constant per sample; its ordinal is the class index
     * @return the labels
     * @throws IllegalArgumentException if a constant is null
     */
    static Labels classes(Enum<?>... classes) {
        return ClassLabels.of(classes);
    }

    /**
     * @param classes one class index per sample, an unsigned byte; not copied
     * @return the labels
     */
    static Labels classes(byte[] classes) {
        return new ClassLabels(classes.length, sample -> classes[sample] & 0xFF);
    }

    /**
     * @param flags one truth per sample, which becomes the class index 1 or 0
     * @return the labels
     */
    static Labels classes(boolean... flags) {
        return new ClassLabels(flags.length, sample -> flags[sample] ? 1 : 0);
    }

    /**
     * @param weights what each sample's loss is multiplied with; not copied
     * @return the column for a loss's {@code SampleWeights}
     */
    static Labels weights(float... weights) {
        return new SampleWeightLabels(weights);
    }

    /**
     * @param targets one target per sample
     * @return the labels
     */
    static Labels targets(Samples targets) {
        return new TargetLabels(targets);
    }
}
