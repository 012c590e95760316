package dev.nacre.network;

import java.util.Objects;

/** The class of each sample of a batch: the type of a label in a declaration. */
public final class Label {
    private final int[] indices;

    private Label(int[] indices) {
        this.indices = indices;
    }

    /**
     * @param indices one class index per sample, from 0; not copied
     * @return the labels
     */
    public static Label of(int... indices) {
        return new Label(Objects.requireNonNull(indices, "indices"));
    }

    /** @return one class index per sample, not a copy */
    public int[] indices() {
        return indices;
    }
}
