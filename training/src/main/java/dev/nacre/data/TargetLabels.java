package dev.nacre.data;

/**
 * A target per sample.
 *
 * @param targets the targets
 */
record TargetLabels(Samples targets) implements Labels {
    @Override
    public int size() {
        return targets.size();
    }

    @Override
    public String toString() {
        return "targets of shape " + targets.shape();
    }
}
