package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** Dropout on one row: {@link Threefry} on vectors of counters, 32 columns of the row for 16 of them. */
final class VectorMasks {
    private static final IntVector PLACES = IntVector.zero(INTS).addIndex(1);

    private VectorMasks() {}

    static void apply(float[] y, int offset, int width, long key, long counter, int threshold, float scale) {
        int blocks = width >> 5;
        blocks(y, offset, blocks, key, counter, threshold, scale);
        int rest = width & 31;
        if (rest > 0) {
            float[] edge = Scratch.get().row(32);
            System.arraycopy(y, offset + width - rest, edge, 0, rest);
            blocks(edge, 0, 1, key, counter + blocks * 16L, threshold, scale);
            System.arraycopy(edge, 0, y, offset + width - rest, rest);
        }
    }

    private static void blocks(float[] y, int offset, int blocks, long key, long counter, int threshold, float scale) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int k2 = Threefry.PARITY ^ k0 ^ k1;
        // Comparing signed numbers after a shift by half the range compares unsigned ones.
        int least = threshold + Integer.MIN_VALUE;
        for (int i = 0; i < blocks * 16; i += LANES) {
            // Sixteen counters start at a multiple of 16, so no carry runs from the low word inside a vector.
            long c = counter + i;
            IntVector x0 = PLACES.add((int) c + k0);
            IntVector x1 = VectorWidth.all((int) (c >>> 32) + k1);
            x0 = x0.add(x1);
            x1 = rotate(x1, 13).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 15).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 26).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 6).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(k1);
            x1 = x1.add(k2 + 1);

            x0 = x0.add(x1);
            x1 = rotate(x1, 17).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 29).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 16).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 24).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(k2);
            x1 = x1.add(k0 + 2);

            x0 = x0.add(x1);
            x1 = rotate(x1, 13).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 15).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 26).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 6).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(k0);
            x1 = x1.add(k1 + 3);

            x0 = x0.add(x1);
            x1 = rotate(x1, 17).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 29).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 16).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 24).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(k1);
            x1 = x1.add(k2 + 4);

            x0 = x0.add(x1);
            x1 = rotate(x1, 13).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 15).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 26).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = rotate(x1, 6).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(k2);
            x1 = x1.add(k0 + 5);

            int column = offset + ((i & -16) << 1) + (i & 15);
            select(x0, least, scale, y, column);
            select(x1, least, scale, y, column + 16);
        }
    }

    private static IntVector rotate(IntVector x, int bits) {
        return x.lanewise(VectorOperators.ROL, bits);
    }

    private static void select(IntVector words, int least, float scale, float[] y, int at) {
        FloatVector kept = VectorWidth.load(y, at).mul(scale);
        // On the bits, because casting a mask from int to float is slow on older virtual machines.
        kept.reinterpretAsInts()
                .blend(0, words.add(Integer.MIN_VALUE).compare(VectorOperators.LT, least))
                .reinterpretAsFloats()
                .intoArray(y, at);
    }
}
