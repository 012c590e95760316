package dev.nacre.data;

/** Samples of which runs of elements can be had alone, in either direction, by several threads at once. */
interface Elements extends Samples {
    /**
     * Writes a run of elements of one sample.
     *
     * @param index the sample
     * @param from the first element of the run, counted from the beginning of the sample
     * @param count how many elements
     * @param step 1 for the elements from there on, -1 for those before it, last to first
     * @param into receives the elements
     * @param offset where the first one goes
     */
    void copy(int index, int from, int count, int step, float[] into, int offset);

    @Override
    default void copy(int index, float[] into, int offset) {
        copy(index, 0, shape().elements(), 1, into, offset);
    }
}
