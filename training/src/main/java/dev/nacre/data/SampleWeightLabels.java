package dev.nacre.data;

/**
 * A weight per sample.
 *
 * @param weights what each sample's loss is multiplied with
 */
@SuppressWarnings("ArrayRecordComponent") // Data sets hold arrays as they are, and never compare them.
record SampleWeightLabels(float[] weights) implements Labels {
    @Override
    public int size() {
        return weights.length;
    }

    @Override
    public String toString() {
        return "weights";
    }
}
