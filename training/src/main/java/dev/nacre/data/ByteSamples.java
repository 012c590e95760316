package dev.nacre.data;

import dev.nacre.tensor.Shape;

/** Unsigned bytes behind one another in an array, scaled to [0, 1] when they are copied. */
final class ByteSamples implements Samples {
    /** Dividing once per byte value gives the correctly rounded quotient without a division per element. */
    private static final float[] SCALED = new float[256];

    static {
        for (int value = 0; value < SCALED.length; value++) {
            SCALED[value] = value / 255f;
        }
    }

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
        int from = index * width;
        for (int element = 0; element < width; element++) {
            into[offset + element] = SCALED[bytes[from + element] & 0xFF];
        }
    }
}
