package dev.nacre.kernel;

/**
 * The random words of a mask: {@link Threefry} on consecutive counters, all of them four rounds at a time, in
 * loops that HotSpot vectorises by itself. All twenty rounds in one loop would be too much for it.
 */
final class MaskWords {
    /** As many counters as are worth making at once: their words stay in the first cache. */
    static final int GROUP = 2048;

    /** As many elements behind the words as a provider may overwrite. */
    static final int ROOM = 48;

    private MaskWords() {}

    /**
     * @param first receives the first word of each counter
     * @param second receives the second word of each counter
     * @param n the number of counters
     * @param key the key of the mask
     * @param counter the first counter, a multiple of 16
     */
    static void fill(int[] first, int[] second, int n, long key, long counter) {
        fill(first, second, 1, n, key, counter, 0);
    }

    /** As {@link Mask.Rows#words}. */
    static void fill(int[] first, int[] second, int rows, int count, long key, long counter, int step) {
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        int k2 = Threefry.PARITY ^ k0 ^ k1;
        int n = rows * count;
        for (int row = 0; row < rows; row++) {
            begin(first, second, row * count, count, key, counter + (long) row * step);
        }
        evenRounds(first, second, n, k1, k2 + 1);
        oddRounds(first, second, n, k2, k0 + 2);
        evenRounds(first, second, n, k0, k1 + 3);
        oddRounds(first, second, n, k1, k2 + 4);
        evenRounds(first, second, n, k2, k0 + 5);
    }

    /** The counters with the key on them, what the rounds start from. */
    private static void begin(int[] first, int[] second, int at, int n, long key, long counter) {
        for (int i = 0; i < n; i += 16) {
            // Counters start at a multiple of 16, so the high word is the same for 16 of them.
            int low = (int) (counter + i) + (int) key;
            int high = (int) ((counter + i) >>> 32) + (int) (key >>> 32);
            for (int j = 0; j < 16; j++) {
                first[at + i + j] = low + j;
                second[at + i + j] = high;
            }
        }
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
