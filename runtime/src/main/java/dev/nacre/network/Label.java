package dev.nacre.network;

import java.util.Objects;

/** The class of each sample of a batch: the type of a label in a declaration. */
public final class Label {
    private final int[] indices;

    private Label(int[] indices) {
        this.indices = indices;
    }

    /**
     * @param indices one class index per sample, from 0, or one per position of each sample, sample by sample; not copied
     * @return the labels
     */
    public static Label of(int... indices) {
        return new Label(Objects.requireNonNull(indices, "indices"));
    }

    /**
     * @param flags one truth per sample, or one per position of each sample, sample by sample
     * @return the labels 1 for true and 0 for false
     */
    public static Label of(boolean... flags) {
        int[] indices = new int[flags.length];
        for (int i = 0; i < flags.length; i++) {
            indices[i] = flags[i] ? 1 : 0;
        }
        return new Label(indices);
    }

    /** @return one class index per sample or position, not a copy */
    public int[] indices() {
        return indices;
    }
}
