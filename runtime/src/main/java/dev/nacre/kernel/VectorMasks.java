package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Dropout on one row, given its random words. */
final class VectorMasks {
    private VectorMasks() {}

    /** As {@link Mask.Rows#select}. */
    static void select(
            float[] y, int offset, int width, int[] first, int[] second, int at, int threshold, float scale) {
        // Comparing signed numbers after a shift by half the range compares unsigned ones.
        int least = threshold + Integer.MIN_VALUE;
        int blocks = width >> 5;
        int rest = width & 31;
        blocks(y, offset, blocks * 16, first, second, at, least, scale);
        if (rest > 0) {
            float[] edge = Scratch.get().row(32);
            System.arraycopy(y, offset + width - rest, edge, 0, rest);
            blocks(edge, 0, 16, first, second, at + blocks * 16, least, scale);
            System.arraycopy(edge, 0, y, offset + width - rest, rest);
        }
    }

    private static void blocks(
            float[] y, int offset, int counters, int[] first, int[] second, int at, int least, float scale) {
        for (int i = 0; i < counters; i += LANES) {
            int column = offset + ((i & -16) << 1) + (i & 15);
            select(y, column, IntVector.fromArray(INTS, first, at + i), least, scale);
            select(y, column + 16, IntVector.fromArray(INTS, second, at + i), least, scale);
        }
    }

    private static void select(float[] y, int at, IntVector words, int least, float scale) {
        FloatVector kept = VectorWidth.load(y, at).mul(scale);
        // On the bits, because casting a mask from int to float is slow on older virtual machines.
        kept.reinterpretAsInts()
                .blend(0, words.add(Integer.MIN_VALUE).compare(VectorOperators.LT, least))
                .reinterpretAsFloats()
                .intoArray(y, at);
    }
}
