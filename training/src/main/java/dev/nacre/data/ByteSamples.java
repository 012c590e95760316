package dev.nacre.data;

import dev.nacre.kernel.Kernels;
import dev.nacre.tensor.Shape;

/** Unsigned bytes behind one another in an array, scaled to [0, 1] when they are copied. */
final class ByteSamples implements Samples {
    private static final Kernels KERNELS = Kernels.get();

    /** The bytes of a line of the cache, of which all processors fetch at least one. */
    private static final int LINE = 64;

    private final byte[] bytes;
    private final Shape shape;
    private final int size;

    ByteSamples(byte[] bytes, Shape shape) {
        int width = shape.elements();
        if (width == 0 || bytes.length % width != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are not a whole number of samples of shape "
                    + shape + " (" + width + " bytes each)");
        }
        this.bytes = bytes;
        this.shape = shape;
        this.size = bytes.length / width;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void copy(int index, float[] into, int offset) {
        int width = shape.elements();
        KERNELS.unit(bytes, index * width, into, offset, width);
    }

    /**
     * Touches the lines of some samples. Shuffled samples lie anywhere in memory: one by one each of them is waited for, read together
     * they arrive together.
     *
     * @return what keeps the reads from being left out
     */
    int fetch(int[] rows, int from, int to) {
        int width = shape.elements();
        int sum = 0;
        for (int place = from; place < to; place++) {
            int at = rows[place] * width;
            for (int element = 0; element < width; element += LINE) {
                sum += bytes[at + element];
            }
            sum += bytes[at + width - 1];
        }
        return sum;
    }
}
