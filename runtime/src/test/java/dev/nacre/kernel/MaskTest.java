package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mask does, apart from its statistics. */
@Tag("vector")
class MaskTest {
    private static final float[] ODD = {-0f, 0f, 1e-45f, Float.NaN, Float.NEGATIVE_INFINITY, 3f, Float.MAX_VALUE, -7f};

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static float[] masked(Kernels kernels, float[] x, int rows, int columns, Mask mask) {
        float[] y = new float[x.length];
        kernels.activate(x, y, rows, columns, Activation.IDENTITY, mask);
        return y;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aNewMaskAndOneThatIsOffAreTheIdentity(Kernels kernels) {
        Mask mask = new Mask(0.5, 1);
        assertFalse(mask.active());
        assertEquals(1f, mask.scale());
        assertTrue(mask.keeps(3, 4, 5));
        assertSameBits("new", ODD, masked(kernels, ODD, 2, 4, mask));
        mask.draw(1, 1);
        assertTrue(mask.active());
        assertEquals(2f, mask.scale());
        mask.off();
        assertFalse(mask.active());
        for (int i = 0; i < ODD.length; i++) {
            int bits = Float.floatToRawIntBits(ODD[i]);
            assertEquals(bits, Float.floatToRawIntBits(masked(kernels, ODD, 1, 8, mask)[i]));
            assertEquals(bits, Float.floatToRawIntBits(mask.apply(ODD[i], 0, i, 8)));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void nothingIsDroppedAtZeroAndEverythingAtOne(Kernels kernels) {
        Mask none = new Mask(0, 1);
        none.draw(5, 6);
        assertSameBits("p = 0", ODD, masked(kernels, ODD, 1, 8, none));
        Mask all = new Mask(1, 1);
        all.draw(5, 6);
        for (float y : masked(kernels, ODD, 1, 8, all)) {
            assertEquals(0, Float.floatToRawIntBits(y));
        }
        for (Activation f : Activations.ALL) {
            float[] dx = new float[8];
            kernels.activateGradient(new float[8], ODD, dx, 1, 8, f, all);
            for (float d : dx) {
                assertEquals(0, Float.floatToRawIntBits(d), () -> f + " has gradient " + d);
            }
        }
        assertEquals(0, Float.floatToRawIntBits(all.apply(Float.NaN, 0, 0, 8)));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aForcedMaskIsUsedUntilTheNextDraw(Kernels kernels) {
        Mask mask = new Mask(0.5, 1);
        mask.draw(1, 1);
        float[] ones = {1, 1, 1, 1, 1, 1};
        float[] drawn = masked(kernels, ones, 2, 3, mask);
        boolean[] keep = {true, false, true, false, false, true};
        mask.force(keep);
        keep[0] = false;
        assertTrue(mask.active());
        assertSameBits("forced", new float[] {2, 0, 2, 0, 0, 2}, masked(kernels, ones, 2, 3, mask));
        assertTrue(mask.keeps(1, 2, 3));
        assertFalse(mask.keeps(1, 1, 3));
        Exception e = assertThrows(IllegalStateException.class, () -> masked(kernels, new float[9], 3, 3, mask));
        assertEquals("the forced mask has 6 elements, but 9 are needed (3 rows of 3)", e.getMessage());
        mask.draw(1, 1);
        assertSameBits("drawn again", drawn, masked(kernels, ones, 2, 3, mask));
        mask.force(keep);
        mask.off();
        assertSameBits("off", ones, masked(kernels, ones, 2, 3, mask));
    }

    /** The example of the course notes: 1 2 3 4 5 under the mask 1 0 1 0 1 at p = 0.5. */
    @ParameterizedTest
    @MethodSource("providers")
    void keptValuesAreScaled(Kernels kernels) {
        Mask mask = new Mask(0.5, 1);
        mask.force(new boolean[] {true, false, true, false, true});
        float[] x = {1, 2, 3, 4, 5};
        assertSameBits("y", new float[] {2, 0, 6, 0, 10}, masked(kernels, x, 1, 5, mask));
        float[] dx = new float[5];
        kernels.activateGradient(new float[5], x, dx, 1, 5, Activation.IDENTITY, mask);
        assertSameBits("dx", new float[] {2, 0, 6, 0, 10}, dx);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aNaNUnderADroppedUnitIsGone(Kernels kernels) {
        Mask mask = new Mask(0.5, 9);
        mask.draw(3, 4);
        float[] x = new float[200];
        Arrays.fill(x, Float.NaN);
        float[] y = masked(kernels, x, 4, 50, mask);
        for (int i = 0; i < 200; i++) {
            assertEquals(mask.keeps(i / 50, i % 50, 50), Float.isNaN(y[i]));
            assertEquals(mask.keeps(i / 50, i % 50, 50), y[i] != 0f);
        }
    }

    @Test
    void theScaleIsRoundedOnce() {
        for (double p : new double[] {0.1, 0.2, 0.25, 0.3, 0.7, 0.9, 0.99}) {
            Mask mask = new Mask(p, 1);
            mask.draw(1, 1);
            assertEquals((float) (1 / (1 - p)), mask.scale());
            assertEquals(p, mask.p());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, 1.0000001, 2, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void probabilitiesAreFromZeroToOne(double p) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Mask(p, 0));
        assertEquals(
                "the probability of dropping is " + p + ", but must be from 0 (keep all) to 1 (drop all)",
                e.getMessage());
    }

    @Test
    void theSharedMaskCannotBeSwitchedOn() {
        Mask.NONE.draw(1, 2);
        assertFalse(Mask.NONE.active());
        assertThrows(IllegalStateException.class, () -> Mask.NONE.force(new boolean[1]));
        assertFalse(Mask.NONE.active());
    }

    /** A mask is a promise to saved runs: these words must never change. */
    @Test
    void theMaskIsTheSameForEver() {
        Mask mask = new Mask(0.5, 3);
        mask.draw(42, 7);
        long key = Threefry.block(Threefry.block(42, 7), Threefry.pair(3, 0x4D61736B));
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 70; column++) {
                long counter = (row * 3L + column / 32) * 16 + column % 16;
                long words = Threefry.block(key, counter);
                int word = (int) (column % 32 < 16 ? words : words >>> 32);
                assertEquals(Integer.compareUnsigned(word, 0x80000000) >= 0, mask.keeps(row, column, 70));
            }
        }
    }

    @Test
    void everyBitOfSeedStepAndLayerMatters() {
        String reference = pattern(0x123456789L, 77, 5);
        for (int bit = 0; bit < 64; bit++) {
            assertNotEquals(reference, pattern(0x123456789L ^ 1L << bit, 77, 5));
            assertNotEquals(reference, pattern(0x123456789L, 77 ^ 1L << bit, 5));
        }
        for (int bit = 0; bit < 32; bit++) {
            assertNotEquals(reference, pattern(0x123456789L, 77, 5 ^ 1 << bit));
        }
        assertEquals(reference, pattern(0x123456789L, 77, 5));
    }

    private static String pattern(long seed, long step, int layer) {
        Mask mask = new Mask(0.5, layer);
        mask.draw(seed, step);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < 128; i++) {
            pattern.append(mask.keeps(0, i, 128) ? '1' : '0');
        }
        return pattern.toString();
    }
}
