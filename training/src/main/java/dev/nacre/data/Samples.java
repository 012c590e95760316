package dev.nacre.data;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;

/**
 * A column of a data set: one sample of a fixed shape per row, kept in whatever form is compact, and turned into
 * {@code float}s when a batch is gathered. Implement it to read from a source of one's own.
 */
public interface Samples {
    /** @return the number of samples */
    int size();

    /** @return the shape of one sample, without the batch axis */
    Shape shape();

    /**
     * Writes the elements of a sample, row by row.
     *
     * @param index the sample, from 0 to {@code size() - 1}
     * @param into receives {@code shape().elements()} elements
     * @param offset where the first one goes
     */
    void copy(int index, float[] into, int offset);

    /**
     * @param values (samples, ...); not copied
     * @return its rows
     * @throws IllegalArgumentException if the tensor is a scalar
     */
    static Samples of(Tensor values) {
        return FloatSamples.of(values);
    }

    /**
     * @param rows one vector per sample, all of one length; copied
     * @return the vectors
     * @throws IllegalArgumentException if there is none, or the lengths differ
     */
    static Samples of(float[][] rows) {
        return FloatSamples.of(rows);
    }

    /**
     * Unsigned bytes, brought to [0, 1] as {@code value / 255} when they are gathered: images at a quarter of the memory.
     *
     * @param bytes the samples behind one another; not copied
     * @param shape the shape of one sample
     * @return the samples
     * @throws IllegalArgumentException if the bytes are not a whole number of samples
     */
    static Samples ofBytes(byte[] bytes, Shape shape) {
        return new ByteSamples(bytes, shape);
    }
}
