package dev.nacre.data;

import dev.nacre.kernel.Kernels;
import dev.nacre.tensor.Shape;

/** Unsigned bytes behind one another in an array, scaled to [0, 1] and perhaps normalised when they are copied. */
final class ByteSamples implements Elements {
    private static final int VALUES = 256;
    private static final Kernels KERNELS = Kernels.get();

    /** The bytes of a line of the cache, of which all processors fetch at least one. */
    private static final int LINE = 64;

    /** Dividing once per byte value gives the correctly rounded quotient without a division per element. */
    private static final float[] SCALED = new float[VALUES];

    static {
        for (int value = 0; value < VALUES; value++) {
            SCALED[value] = value / 255f;
        }
    }

    private final byte[] bytes;
    private final Shape shape;
    private final int size;

    /** What becomes of a byte: one table for all elements, or one for each channel. */
    private final float[][] tables;

    private final int plane;

    ByteSamples(byte[] bytes, Shape shape) {
        this(bytes, shape, new float[][] {SCALED});
    }

    private ByteSamples(byte[] bytes, Shape shape, float[][] tables) {
        int width = shape.elements();
        if (width == 0 || bytes.length % width != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are not a whole number of samples of shape "
                    + shape + " (" + width + " bytes each)");
        }
        this.bytes = bytes;
        this.shape = shape;
        this.size = bytes.length / width;
        this.tables = tables;
        this.plane = width / tables.length;
    }

    /** The same bytes, normalised by tables: that costs nothing when they are copied. */
    ByteSamples normalized(Normalization by) {
        float[][] normalized = new float[shape.size(0)][VALUES];
        for (int channel = 0; channel < normalized.length; channel++) {
            System.arraycopy(tables[channel % tables.length], 0, normalized[channel], 0, VALUES);
            by.apply(normalized[channel], 0, VALUES, channel);
        }
        return new ByteSamples(bytes, shape, normalized);
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
        if (isNormalized()) {
            copy(index, 0, width, 1, into, offset);
        } else {
            KERNELS.unit(bytes, index * width, into, offset, width);
        }
    }

    private boolean isNormalized() {
        return tables[0] != SCALED;
    }

    @Override
    public void copy(int index, int from, int count, int step, float[] into, int offset) {
        int first = index * shape.elements() + from;
        int done = 0;
        while (done < count) {
            int element = from + done * step;
            int channel = element / plane;
            int inChannel = step > 0 ? (channel + 1) * plane - element : element - channel * plane + 1;
            int end = Math.min(count, done + inChannel);
            float[] table = tables[channel];
            for (int place = done; place < end; place++) {
                into[offset + place] = table[bytes[first + place * step] & 0xFF];
            }
            done = end;
        }
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
