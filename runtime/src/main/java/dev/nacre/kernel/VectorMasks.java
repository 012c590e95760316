package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.FLOATS;
import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The random words of masks, and dropout on one row, given them or what is kept. */
final class VectorMasks implements Mask.Rows {
    static final Mask.Rows ROWS = new VectorMasks();

    private static final IntVector NUMBERS = IntVector.zero(INTS).addIndex(1);

    private VectorMasks() {}

    /** Four rounds at a time: all twenty in one method would be too much for HotSpot. */
    @Override
    public void words(int[] first, int[] second, int rows, int count, long key, long counter, int step) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int k2 = Threefry.PARITY ^ k0 ^ k1;
        int n = rows * count;
        for (int row = 0; row < rows; row++) {
            begin(first, second, row * count, count, k0, k1, counter + (long) row * step);
        }
        evenRounds(first, second, n, k1, k2 + 1);
        oddRounds(first, second, n, k2, k0 + 2);
        evenRounds(first, second, n, k0, k1 + 3);
        oddRounds(first, second, n, k1, k2 + 4);
        evenRounds(first, second, n, k2, k0 + 5);
    }

    private static void begin(int[] first, int[] second, int at, int n, int k0, int k1, long counter) {
        for (int i = 0; i < n; i += LANES) {
            NUMBERS.add((int) (counter + i) + k0).intoArray(first, at + i);
            IntVector.broadcast(INTS, (int) ((counter + i) >>> 32) + k1).intoArray(second, at + i);
        }
    }

    /**
     * Four vectors side by side, as a sum or a rotation takes longer than until the next can begin. HotSpot puts smaller methods into
     * their caller, which then becomes too large to keep vectors in registers.
     */
    private static void evenRounds(int[] first, int[] second, int n, int p, int q) {
        IntVector firstKey = IntVector.broadcast(INTS, p);
        IntVector secondKey = IntVector.broadcast(INTS, q);
        IntVector left0 = IntVector.broadcast(INTS, 13);
        IntVector right0 = IntVector.broadcast(INTS, 19);
        IntVector left1 = IntVector.broadcast(INTS, 15);
        IntVector right1 = IntVector.broadcast(INTS, 17);
        IntVector left2 = IntVector.broadcast(INTS, 26);
        IntVector right2 = IntVector.broadcast(INTS, 6);
        IntVector left3 = IntVector.broadcast(INTS, 6);
        IntVector right3 = IntVector.broadcast(INTS, 26);
        for (int i = 0; i < n; i += 2 * LANES) {
            IntVector a0 = IntVector.fromArray(INTS, first, i);
            IntVector a1 = IntVector.fromArray(INTS, second, i);
            IntVector b0 = IntVector.fromArray(INTS, first, i + LANES);
            IntVector b1 = IntVector.fromArray(INTS, second, i + LANES);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left0)
                    .or(a1.lanewise(VectorOperators.LSHR, right0))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left0)
                    .or(b1.lanewise(VectorOperators.LSHR, right0))
                    .lanewise(VectorOperators.XOR, b0);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left1)
                    .or(a1.lanewise(VectorOperators.LSHR, right1))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left1)
                    .or(b1.lanewise(VectorOperators.LSHR, right1))
                    .lanewise(VectorOperators.XOR, b0);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left2)
                    .or(a1.lanewise(VectorOperators.LSHR, right2))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left2)
                    .or(b1.lanewise(VectorOperators.LSHR, right2))
                    .lanewise(VectorOperators.XOR, b0);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left3)
                    .or(a1.lanewise(VectorOperators.LSHR, right3))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left3)
                    .or(b1.lanewise(VectorOperators.LSHR, right3))
                    .lanewise(VectorOperators.XOR, b0);
            a0.add(firstKey).intoArray(first, i);
            a1.add(secondKey).intoArray(second, i);
            b0.add(firstKey).intoArray(first, i + LANES);
            b1.add(secondKey).intoArray(second, i + LANES);
        }
    }

    private static void oddRounds(int[] first, int[] second, int n, int p, int q) {
        IntVector firstKey = IntVector.broadcast(INTS, p);
        IntVector secondKey = IntVector.broadcast(INTS, q);
        IntVector left0 = IntVector.broadcast(INTS, 17);
        IntVector right0 = IntVector.broadcast(INTS, 15);
        IntVector left1 = IntVector.broadcast(INTS, 29);
        IntVector right1 = IntVector.broadcast(INTS, 3);
        IntVector left2 = IntVector.broadcast(INTS, 16);
        IntVector right2 = IntVector.broadcast(INTS, 16);
        IntVector left3 = IntVector.broadcast(INTS, 24);
        IntVector right3 = IntVector.broadcast(INTS, 8);
        for (int i = 0; i < n; i += 2 * LANES) {
            IntVector a0 = IntVector.fromArray(INTS, first, i);
            IntVector a1 = IntVector.fromArray(INTS, second, i);
            IntVector b0 = IntVector.fromArray(INTS, first, i + LANES);
            IntVector b1 = IntVector.fromArray(INTS, second, i + LANES);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left0)
                    .or(a1.lanewise(VectorOperators.LSHR, right0))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left0)
                    .or(b1.lanewise(VectorOperators.LSHR, right0))
                    .lanewise(VectorOperators.XOR, b0);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left1)
                    .or(a1.lanewise(VectorOperators.LSHR, right1))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left1)
                    .or(b1.lanewise(VectorOperators.LSHR, right1))
                    .lanewise(VectorOperators.XOR, b0);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left2)
                    .or(a1.lanewise(VectorOperators.LSHR, right2))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left2)
                    .or(b1.lanewise(VectorOperators.LSHR, right2))
                    .lanewise(VectorOperators.XOR, b0);
            a0 = a0.add(a1);
            b0 = b0.add(b1);
            a1 = a1.lanewise(VectorOperators.LSHL, left3)
                    .or(a1.lanewise(VectorOperators.LSHR, right3))
                    .lanewise(VectorOperators.XOR, a0);
            b1 = b1.lanewise(VectorOperators.LSHL, left3)
                    .or(b1.lanewise(VectorOperators.LSHR, right3))
                    .lanewise(VectorOperators.XOR, b0);
            a0.add(firstKey).intoArray(first, i);
            a1.add(secondKey).intoArray(second, i);
            b0.add(firstKey).intoArray(first, i + LANES);
            b1.add(secondKey).intoArray(second, i + LANES);
        }
    }

    @Override
    public void select(
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

    @Override
    public void keep(float[] y, int offset, int count, int[] keep, int at, float scale) {
        int i = 0;
        for (; i <= count - LANES; i += LANES) {
            FloatVector.fromArray(FLOATS, y, offset + i)
                    .mul(scale)
                    .reinterpretAsInts()
                    .and(IntVector.fromArray(INTS, keep, at + i))
                    .reinterpretAsFloats()
                    .intoArray(y, offset + i);
        }
        for (; i < count; i++) {
            y[offset + i] = Float.intBitsToFloat(Float.floatToRawIntBits(y[offset + i] * scale) & keep[at + i]);
        }
    }

    private static void blocks(
            float[] y, int offset, int counters, int[] first, int[] second, int at, int least, float scale) {
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
    }
}
