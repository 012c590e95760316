package dev.nacre.data;

/** A column of what a network should say: class indices, or targets of any shape. */
public sealed interface Labels permits ClassLabels, TargetLabels {
    /** @return the number of labels */
    int size();

    /**
     * @param classes one class index per sample, from 0; not copied
     * @return the labels
     * @throws IllegalArgumentException if an index is negative
     */
    static Labels classes(int... classes) {
        return ClassLabels.of(classes);
    }

    /**
     * @param classes one constant per sample; its ordinal is the class index
     * @return the labels
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
     * @param targets one target per sample
     * @return the labels
     */
    static Labels targets(Samples targets) {
        return new TargetLabels(targets);
    }
}
