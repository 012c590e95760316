package dev.nacre.kernel;

/**
 * Threefry-2x32 with 20 rounds: random numbers as a keyed bijection of a counter, so that any of them can be had at
 * any time, in any order, on any machine (Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2,
 * 3", SC'11; the Random123 library). Two words of 32 bits make a {@code long} here: the first word is the low half.
 */
public final class Threefry {
    static final int PARITY = 0x1BD11BDA;

    private Threefry() {}

    /**
     * 64 random bits that depend on all bits of all three arguments: two blocks, the first of which turns seed and
     * stream into the key of the second.
     *
     * @param seed chooses the whole universe, such as the seed of a network
     * @param stream chooses one sequence in it, such as the number of a parameter
     * @param index the place in the sequence
     * @return uniformly distributed bits
     */
    public static long bits(long seed, long stream, long index) {
        return block(block(seed, stream), index);
    }

    /**
     * One block of the generator.
     *
     * @param key two words of key
     * @param counter two words of counter
     * @return two random words; for one key, different counters give different pairs
     */
    public static long block(long key, long counter) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int k2 = PARITY ^ k0 ^ k1;
        int x0 = (int) counter + k0;
        int x1 = (int) (counter >>> 32) + k1;

        x0 += x1;
        x1 = Integer.rotateLeft(x1, 13) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 15) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 26) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 6) ^ x0;
        x0 += k1;
        x1 += k2 + 1;

        x0 += x1;
        x1 = Integer.rotateLeft(x1, 17) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 29) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 16) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 24) ^ x0;
        x0 += k2;
        x1 += k0 + 2;

        x0 += x1;
        x1 = Integer.rotateLeft(x1, 13) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 15) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 26) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 6) ^ x0;
        x0 += k0;
        x1 += k1 + 3;

        x0 += x1;
        x1 = Integer.rotateLeft(x1, 17) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 29) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 16) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 24) ^ x0;
        x0 += k1;
        x1 += k2 + 4;

        x0 += x1;
        x1 = Integer.rotateLeft(x1, 13) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 15) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 26) ^ x0;
        x0 += x1;
        x1 = Integer.rotateLeft(x1, 6) ^ x0;
        x0 += k2;
        x1 += k0 + 5;

        return pair(x0, x1);
    }

    static long pair(int first, int second) {
        return first & 0xFFFFFFFFL | (long) second << 32;
    }
}
