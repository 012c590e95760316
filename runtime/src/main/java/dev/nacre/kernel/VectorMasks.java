package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** Dropout on one row, given its random words or what is kept. */
final class VectorMasks implements Mask.Rows {
    static final Mask.Rows ROWS = new VectorMasks();

    private VectorMasks() {}

    @Override
    public void select(
            float[] y, int offset, int width, int[] first, int[] second, int at, int threshold, float scale) {
        // Comparing signed numbers after a shift by half the range compares unsigned ones.
        apply(y, offset, width, first, second, at, threshold + Integer.MIN_VALUE, scale);
    }

    @Override
    public void keep(float[] y, int offset, int count, int[] keep, int at, float scale) {
        apply(y, offset, count, keep, null, at, 0, scale);
    }

    /**
     * One method for both, so that HotSpot compiles it by itself ({@link VectorElementary}).
     *
     * @param first words, or the bits that are kept where there are no second words
     */
    private static void apply(
            float[] y, int offset, int width, int[] first, int[] second, int at, int least, float scale) {
        if (second == null) {
            int i = 0;
            for (; i <= width - LANES; i += LANES) {
                FloatVector.fromArray(FLOATS, y, offset + i)
                        .mul(scale)
                        .reinterpretAsInts()
                        .and(IntVector.fromArray(INTS, first, at + i))
                        .reinterpretAsFloats()
                        .intoArray(y, offset + i);
            }
            for (; i < width; i++) {
                y[offset + i] = Float.intBitsToFloat(Float.floatToRawIntBits(y[offset + i] * scale) & first[at + i]);
            }
            return;
        }
        int counters = width >> 5 << 4;
        for (int i = 0; i < counters; i += LANES) {
            int column = offset + ((i & -16) << 1) + (i & 15);
            // On the bits, because casting a mask from int to float is slow on older virtual machines.
            IntVector low = FloatVector.fromArray(FLOATS, y, column).mul(scale).reinterpretAsInts();
            VectorMask<Integer> dropLow = IntVector.fromArray(INTS, first, at + i)
                    .add(Integer.MIN_VALUE)
                    .compare(VectorOperators.LT, least);
            low.blend(0, dropLow).reinterpretAsFloats().intoArray(y, column);
            IntVector high =
                    FloatVector.fromArray(FLOATS, y, column + 16).mul(scale).reinterpretAsInts();
            VectorMask<Integer> dropHigh = IntVector.fromArray(INTS, second, at + i)
                    .add(Integer.MIN_VALUE)
                    .compare(VectorOperators.LT, least);
            high.blend(0, dropHigh).reinterpretAsFloats().intoArray(y, column + 16);
        }
        int rest = width & 31;
        if (rest > 0) {
            float[] edge = Scratch.get().row(32);
            System.arraycopy(y, offset + width - rest, edge, 0, rest);
            apply(edge, 0, 32, first, second, at + counters, least, scale);
            System.arraycopy(edge, 0, y, offset + width - rest, rest);
        }
    }
}
