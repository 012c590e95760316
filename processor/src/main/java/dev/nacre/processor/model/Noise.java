package dev.nacre.processor.model;

import java.util.List;

/**
 * Which elements of a sample share one decision of a mask.
 *
 * @param sample the shape of a sample
 * @param sizes of each axis, 1 where one decision is for all along it
 * @param acrossBatch whether all samples have one mask
 * @param block the side of the squares that are dropped, 0 where it is elements
 */
public record Noise(Shape sample, List<Integer> sizes, boolean acrossBatch, int block) {
    public Noise {
        sizes = List.copyOf(sizes);
    }

    /** A decision for every element. */
    public static Noise ofElements(Shape sample) {
        return new Noise(sample, sample.sizes(), false, 0);
    }

    /** One decision for each index of the first axis. */
    public static Noise ofChannels(Shape sample) {
        List<Integer> sizes = new java.util.ArrayList<>(java.util.Collections.nCopies(sample.rank(), 1));
        sizes.set(0, sample.first());
        return new Noise(sample, sizes, false, 0);
    }

    /** One decision for each sample. */
    public static Noise ofSamples(Shape sample) {
        return new Noise(sample, java.util.Collections.nCopies(sample.rank(), 1), false, 0);
    }

    /** @return whether elements of a sample share decisions */
    public boolean shares() {
        return !sizes.equals(sample.sizes());
    }
}
