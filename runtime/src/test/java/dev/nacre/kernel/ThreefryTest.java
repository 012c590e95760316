package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ThreefryTest {
    /** The known answers that Random123 publishes for threefry2x32 with 20 rounds. */
    @Test
    void givesThePublishedAnswers() {
        assertBlock(0, 0, 0, 0, 0x6b200159, 0x99ba4efe);
        assertBlock(-1, -1, -1, -1, 0x1cb996fc, 0xbb002be7);
        assertBlock(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3, 0xc4923a9c, 0x483df7a0);
    }

    private static void assertBlock(int k0, int k1, int c0, int c1, int first, int second) {
        long block = Threefry.block(Threefry.pair(k0, k1), Threefry.pair(c0, c1));
        assertEquals(Integer.toHexString(first), Integer.toHexString((int) block));
        assertEquals(Integer.toHexString(second), Integer.toHexString((int) (block >>> 32)));
    }

    @Test
    void everyBitOfSeedStreamAndIndexMatters() {
        long reference = Threefry.bits(42, 7, 9);
        for (int bit = 0; bit < 64; bit++) {
            assertChanged(reference, Threefry.bits(42 ^ 1L << bit, 7, 9));
            assertChanged(reference, Threefry.bits(42, 7 ^ 1L << bit, 9));
            assertChanged(reference, Threefry.bits(42, 7, 9 ^ 1L << bit));
        }
    }

    /** 5 standard deviations of the number of 64 fair bits that differ are 20. */
    private static void assertChanged(long reference, long other) {
        int changed = Long.bitCount(reference ^ other);
        assertTrue(changed >= 12 && changed <= 52, () -> changed + " bits changed");
    }

    @Test
    void theBitsAreTheSameForEver() {
        assertEquals(Threefry.block(Threefry.block(42, 7), 9), Threefry.bits(42, 7, 9));
        assertNotEquals(Threefry.bits(1, 0, 0), Threefry.bits(0, 1, 0));
    }

    @Test
    void wordsOfAMaskAreTheScalarOnes() {
        Random random = new Random(5);
        for (int n : new int[] {16, 64, 112, 160, MaskWords.GROUP + 48, 3 * MaskWords.GROUP}) {
            long key = random.nextLong();
            // Over the carry from the low word into the high one.
            long counter = (1L << 32) - 64;
            int[] first = new int[n];
            int[] second = new int[n];
            MaskWords.fill(first, second, n, key, counter);
            for (int i = 0; i < n; i++) {
                assertEquals(Threefry.block(key, counter + i), Threefry.pair(first[i], second[i]));
            }
        }
    }
}
