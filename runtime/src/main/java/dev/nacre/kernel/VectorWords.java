package dev.nacre.kernel;

import static dev.nacre.kernel.VectorWidth.INTS;
import static dev.nacre.kernel.VectorWidth.LANES;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The random words of a mask, as {@link MaskWords} has them, on vectors: four rounds at a time, because all twenty in one
 * loop are more than JDK 25 inlines, and vectors that stay objects take fifty times as long.
 */
final class VectorWords {
    private VectorWords() {}

    /** As {@link Mask.Rows#words}. */
    static void fill(int[] first, int[] second, int n, long key, long counter) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int k2 = Threefry.PARITY ^ k0 ^ k1;
        MaskWords.begin(first, second, n, k0, k1, counter);
        evenRounds(first, second, n, k1, k2 + 1);
        oddRounds(first, second, n, k2, k0 + 2);
        evenRounds(first, second, n, k0, k1 + 3);
        oddRounds(first, second, n, k1, k2 + 4);
        evenRounds(first, second, n, k2, k0 + 5);
    }

    private static void evenRounds(int[] first, int[] second, int n, int firstKey, int secondKey) {
        for (int i = 0; i < n; i += LANES) {
            IntVector x0 = IntVector.fromArray(INTS, first, i);
            IntVector x1 = IntVector.fromArray(INTS, second, i);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 13).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 15).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 26).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 6).lanewise(VectorOperators.XOR, x0);
            x0.add(firstKey).intoArray(first, i);
            x1.add(secondKey).intoArray(second, i);
        }
    }

    private static void oddRounds(int[] first, int[] second, int n, int firstKey, int secondKey) {
        for (int i = 0; i < n; i += LANES) {
            IntVector x0 = IntVector.fromArray(INTS, first, i);
            IntVector x1 = IntVector.fromArray(INTS, second, i);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 17).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 29).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 16).lanewise(VectorOperators.XOR, x0);
            x0 = x0.add(x1);
            x1 = x1.lanewise(VectorOperators.ROL, 24).lanewise(VectorOperators.XOR, x0);
            x0.add(firstKey).intoArray(first, i);
            x1.add(secondKey).intoArray(second, i);
        }
    }
}
