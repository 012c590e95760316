package dev.nacre.kernel;

import java.util.Arrays;

/**
 * The random words of a mask: {@link Threefry} on consecutive counters, all of them four rounds at a time, in
 * loops that HotSpot vectorises by itself. All twenty rounds in one loop would be too much for it.
 */
final class MaskWords {
    /** As many counters as are worth making at once: their words stay in the first cache. */
    static final int GROUP = 2048;

    /** To be copied: HotSpot makes vectors of what adds to numbers in place, but not on every version of what counts. */
    private static final int[] NUMBERS = new int[GROUP];

    static {
        for (int i = 0; i < GROUP; i++) {
            NUMBERS[i] = i;
        }
    }

    private MaskWords() {}

    /**
     * @param first receives the first word of each counter
     * @param second receives the second word of each counter
     * @param n the number of counters
     * @param key the key of the mask
     * @param counter the first counter, a multiple of 16
     */
    static void fill(int[] first, int[] second, int n, long key, long counter) {
        int at = 0;
        while (at < n) {
            // As far as the high word of the counters stays the same.
            long same = (1L << 32) - (counter + at & 0xFFFFFFFFL);
            int some = (int) Math.min(same, Math.min(GROUP, n - at));
            begin(first, second, at, some, key, counter + at);
            at += some;
        }
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int k2 = Threefry.PARITY ^ k0 ^ k1;
        evenRounds(first, second, n, k1, k2 + 1);
        oddRounds(first, second, n, k2, k0 + 2);
        evenRounds(first, second, n, k0, k1 + 3);
        oddRounds(first, second, n, k1, k2 + 4);
        evenRounds(first, second, n, k2, k0 + 5);
    }

    /** At most a group of neighbouring counters, with the key on them. */
    private static void begin(int[] first, int[] second, int at, int n, long key, long counter) {
        int low = (int) counter + (int) key;
        int end = at + n;
        System.arraycopy(NUMBERS, 0, first, at, n);
        for (int i = at; i < end; i++) {
            first[i] += low;
        }
        Arrays.fill(second, at, end, (int) (counter >>> 32) + (int) (key >>> 32));
    }

    private static void evenRounds(int[] first, int[] second, int n, int firstKey, int secondKey) {
        for (int i = 0; i < n; i++) {
            int x0 = first[i];
            int x1 = second[i];
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 13) ^ x0;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 15) ^ x0;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 26) ^ x0;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 6) ^ x0;
            first[i] = x0 + firstKey;
            second[i] = x1 + secondKey;
        }
    }

    private static void oddRounds(int[] first, int[] second, int n, int firstKey, int secondKey) {
        for (int i = 0; i < n; i++) {
            int x0 = first[i];
            int x1 = second[i];
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 17) ^ x0;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 29) ^ x0;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 16) ^ x0;
            x0 += x1;
            x1 = Integer.rotateLeft(x1, 24) ^ x0;
            first[i] = x0 + firstKey;
            second[i] = x1 + secondKey;
        }
    }
}
