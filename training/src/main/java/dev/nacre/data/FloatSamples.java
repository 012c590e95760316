package dev.nacre.data;

import dev.nacre.tensor.Shape;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;

/** Samples that lie behind one another in an array. */
record FloatSamples(float[] values, int size, Shape shape) implements Elements {

    static FloatSamples of(Tensor values) {
        int[] sizes = values.shape();
        if (sizes.length == 0) {
            throw new IllegalArgumentException(
                    "a scalar has no samples: the first axis of a tensor of samples is the batch");
        }
        return new FloatSamples(values.data(), sizes[0], Shape.of(Arrays.copyOfRange(sizes, 1, sizes.length)));
    }

    static FloatSamples of(float[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no samples: at least one row is needed to know the length of all");
        }
        int width = rows[0].length;
        float[] values = new float[Shape.of(rows.length, width).elements()];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != width) {
                throw new IllegalArgumentException("row " + row + " has " + rows[row].length + " values, but row 0 has "
                        + width + ": all samples have one length");
            }
            System.arraycopy(rows[row], 0, values, row * width, width);
        }
        return new FloatSamples(values, rows.length, Shape.of(width));
    }

    @Override
    public void copy(int index, int from, int count, int step, float[] into, int offset) {
        int first = index * shape.elements() + from;
        if (step > 0) {
            System.arraycopy(values, first, into, offset, count);
            return;
        }
        for (int element = 0; element < count; element++) {
            into[offset + element] = values[first - element];
        }
    }
}
