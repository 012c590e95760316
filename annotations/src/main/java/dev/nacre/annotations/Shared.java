package dev.nacre.annotations;

/** What has one mask of a {@link Dropout} together. */
public enum Shared {
    /**
     * All samples of a batch: the same elements are dropped of each. Wide {@link Dense} layers beside it are multiplied without their
     * dropped units, which makes training faster than without dropout.
     */
    BATCH,
    /** All time steps of a sample of (time, features, ...): shared along the first axis, as Gal and Ghahramani, 2016. */
    TIME,
    /** All positions of a sample of (channels, positions, ...): shared along all axes but the first, as {@link SpatialDropout}. */
    POSITIONS
}
