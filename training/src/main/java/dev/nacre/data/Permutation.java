package dev.nacre.data;

import dev.nacre.kernel.Threefry;

/**
 * Random orders that are a function of (seed, epoch) alone: Fisher and Yates's shuffle driven by Threefry. Every order is
 * equally likely, and the same on every machine.
 */
public final class Permutation {
    /** "shuffle" in ASCII, above the epochs: keeps them apart from the streams of initialisers and masks. */
    private static final long STREAMS = 0x7368_7566_0000_0000L;

    private Permutation() {}

    /**
     * @param size how many numbers
     * @param seed chooses the sequence of orders
     * @param epoch chooses one of them, from 0
     * @return the numbers 0 to {@code size - 1} in random order
     */
    public static int[] of(int size, long seed, int epoch) {
        int[] order = new int[size];
        fill(order, seed, epoch);
        return order;
    }

    /**
     * The same into an array that is there already.
     *
     * @param order receives the numbers 0 to {@code order.length - 1} in random order
     * @param seed chooses the sequence of orders
     * @param epoch chooses one of them, from 0
     */
    public static void fill(int[] order, long seed, int epoch) {
        for (int place = 0; place < order.length; place++) {
            order[place] = place;
        }
        long stream = STREAMS | epoch & 0xFFFF_FFFFL;
        long drawn = 0;
        for (int last = order.length - 1; last > 0; last--) {
            int bound = last + 1;
            long bits = Threefry.bits(seed, stream, drawn++) >>> 1;
            long choice = bits % bound;
            // The topmost, incomplete run of `bound` values would favour small numbers: draw again. The sum overflows
            // there.
            while (bits - choice + last < 0) {
                bits = Threefry.bits(seed, stream, drawn++) >>> 1;
                choice = bits % bound;
            }
            int swapped = order[last];
            order[last] = order[(int) choice];
            order[(int) choice] = swapped;
        }
    }
}
