package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Noise is independent and normal within 5 standard deviations of each statistic, the same numbers always, and gone when off. */
class RandomNoiseTest {
    private static final int MANY = 1 << 20;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static float[] numbers(double mean, double deviation, int layer, long seed, long step, int count) {
        RandomNoise noise = new RandomNoise(mean, deviation, layer);
        noise.draw(seed, step);
        float[] numbers = new float[count];
        noise.fill(numbers, 0, count);
        return numbers;
    }

    private static void within(double sigmas, double deviation, double found, double expected, String what) {
        double z = (found - expected) / deviation;
        assertTrue(Math.abs(z) <= sigmas, () -> what + " is " + found + ", not " + expected + ": " + z + " sigma");
    }

    @Test
    void momentsAreNormal() {
        float[] z = numbers(0, 1, 3, 7, 11, MANY);
        double[] sums = new double[5];
        for (float value : z) {
            double power = 1;
            for (int i = 1; i <= 4; i++) {
                power *= value;
                sums[i] += power;
            }
        }
        double root = Math.sqrt(MANY);
        within(5, 1 / root, sums[1] / MANY, 0, "mean");
        within(5, Math.sqrt(2) / root, sums[2] / MANY, 1, "variance");
        within(5, Math.sqrt(15) / root, sums[3] / MANY, 0, "third moment");
        within(5, Math.sqrt(96) / root, sums[4] / MANY, 3, "fourth moment");
    }

    /** What share lies below a bound, far tails included. */
    @Test
    void distributionIsNormal() {
        float[] z = numbers(0, 1, 0, 5, 1, MANY);
        for (double bound = -4; bound <= 4; bound += 0.25) {
            double p = DoubleElementary.normalProbability(bound);
            int below = 0;
            for (float value : z) {
                below += value < bound ? 1 : 0;
            }
            within(5, Math.sqrt(p * (1 - p) / MANY), below / (double) MANY, p, "share below " + bound);
        }
    }

    @Test
    void meanAndDeviationAreThoseGiven() {
        float[] n = numbers(1, 0.75, 3, 9, 2, MANY);
        double sum = 0;
        double squares = 0;
        for (float value : n) {
            sum += value;
            squares += (value - 1) * (value - 1);
        }
        within(5, 0.75 / Math.sqrt(MANY), sum / MANY, 1, "mean");
        within(5, 0.5625 * Math.sqrt(2.0 / MANY), squares / MANY, 0.5625, "variance");
    }

    /** Neighbours, both of a pair among them, and the same elements of other steps, layers and seeds. */
    @Test
    void numbersAreIndependent() {
        float[] z = numbers(0, 1, 3, 7, 11, MANY);
        for (int lag : new int[] {1, 2, 3, 4, 8, 16, 31, 32, 64, 65, 256, 1024, 4096}) {
            uncorrelated("lag " + lag, z, z, lag);
        }
        uncorrelated("step", z, numbers(0, 1, 3, 7, 12, MANY), 0);
        uncorrelated("layer", z, numbers(0, 1, 4, 7, 11, MANY), 0);
        uncorrelated("seed", z, numbers(0, 1, 3, 8, 11, MANY), 0);
        uncorrelated("seed shifted", z, numbers(0, 1, 3, 8, 11, MANY), 2);
        uncorrelated("step shifted", z, numbers(0, 1, 3, 7, 12, MANY), 2);
    }

    private static void uncorrelated(String what, float[] a, float[] b, int lag) {
        double products = 0;
        double squares = 0;
        int n = a.length - lag;
        for (int i = 0; i < n; i++) {
            products += (double) a[i] * b[i + lag];
            squares += ((double) a[i] * a[i] - 1) * ((double) b[i + lag] * b[i + lag] - 1);
        }
        within(5, Math.sqrt(n), products, 0, "correlation of " + what);
        within(5, 2 * Math.sqrt(n), squares, 0, "correlation of squares of " + what);
    }

    /** The words' own sine, cosine and logarithm, and those of StrictMath. */
    @Test
    void agreesWithTheFormula() {
        long key = Threefry.block(Threefry.block(5, 1), Threefry.pair(2, 0x47617573));
        float[] z = numbers(0, 1, 2, 5, 1, 20001);
        for (int i = 0; i < z.length; i++) {
            long words = Threefry.block(key, i >> 1);
            double radius = Math.sqrt(-2 * StrictMath.log(((words & 0xFFFFFFFFL) + 0.5) / 0x1p32));
            // The circle is cut in the middle of quarters.
            double angle = 2 * Math.PI * (((words >>> 32) + 0.5) / 0x1p32) - Math.PI / 4;
            double expected = radius * ((i & 1) == 0 ? StrictMath.cos(angle) : StrictMath.sin(angle));
            assertEquals(expected, z[i], 1e-7 * Math.max(1, Math.abs(expected)), "element " + i);
        }
    }

    @Test
    void tailsReachFarAndAreFinite() {
        float largest = 0;
        float[] z = new float[MANY];
        for (int step = 0; step < 16; step++) {
            RandomNoise noise = new RandomNoise(0, 1, 1);
            noise.draw(2, step);
            noise.fill(z, 0, MANY);
            for (float value : z) {
                assertTrue(Math.abs(value) < 6.8f);
                largest = Math.max(largest, Math.abs(value));
            }
        }
        // 16 million numbers stay below 5 with a probability of 6.5e-5.
        assertTrue(largest > 5, "the largest of 2^24 is " + largest);
    }

    /** The same bits on every machine: these were computed apart from this code, in Python. */
    @Test
    void bitsAreFixed() {
        float[] z = numbers(0, 1, 2, 42, 1, 6);
        int[] bits = new int[z.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(z[i]);
        }
        assertArrayEquals(new int[] {0xbe962ef3, 0xbfc1728d, 0xbe84b21b, 0xbd1bfd5b, 0xbf7ff068, 0x3f4779a3}, bits);
    }

    @Test
    void anyPartIsThatPartOfTheWhole() {
        RandomNoise noise = new RandomNoise(0, 2, 1);
        noise.draw(3, 4);
        float[] whole = new float[100];
        noise.fill(whole, 0, 100);
        float[] part = new float[33];
        noise.fill(part, 24, 33);
        assertArrayEquals(java.util.Arrays.copyOfRange(whole, 24, 57), part);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void multipliesAndAdds(Kernels kernels) {
        int rows = 7;
        int columns = 401;
        float[] x = Floats.normal(new Random(1), rows * columns);
        RandomNoise factors = new RandomNoise(1, 0.5, 1);
        factors.draw(1, 1);
        float[] n = new float[x.length];
        factors.fill(n, 0, n.length);
        float[] product = new float[x.length];
        kernels.multiplyNoise(x, product, rows, columns, factors);
        float[] inPlace = x.clone();
        kernels.multiplyNoise(inPlace, inPlace, rows, columns, factors);
        float[] sum = new float[x.length];
        kernels.addNoise(x, sum, rows, columns, factors);
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i] * n[i], product[i]);
            assertEquals(product[i], inPlace[i]);
            assertEquals(x[i] + n[i], sum[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void offIsTheIdentityToTheBit(Kernels kernels) {
        float[] x = {-0f, Float.NaN, Float.intBitsToFloat(0x7FC12345), Float.NEGATIVE_INFINITY, 1e-45f, 3};
        RandomNoise none = new RandomNoise(1, 0, 1);
        none.draw(1, 1);
        RandomNoise off = new RandomNoise(1, 2, 1);
        off.draw(1, 1);
        off.off();
        for (RandomNoise noise : List.of(none, off, new RandomNoise(0, 1, 0))) {
            assertFalse(noise.active());
            float[] y = new float[6];
            kernels.multiplyNoise(x, y, 2, 3, noise);
            assertBits(x, y);
            float[] z = new float[6];
            kernels.addNoise(x, z, 2, 3, noise);
            assertBits(x, z);
        }
    }

    private static void assertBits(float[] expected, float[] found) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(Float.floatToRawIntBits(expected[i]), Float.floatToRawIntBits(found[i]));
        }
    }

    @Test
    void forcedNumbersHoldUntilTheNextDraw() {
        RandomNoise noise = new RandomNoise(1, 1, 1);
        float[] given = {1, 2, 3, 4};
        noise.force(given);
        given[0] = 9;
        float[] y = new float[4];
        Kernels.get().multiplyNoise(new float[] {5, 6, 7, 8}, y, 2, 2, noise);
        assertArrayEquals(new float[] {5, 12, 21, 32}, y);
        IllegalStateException few = assertThrows(
                IllegalStateException.class, () -> Kernels.get().addNoise(new float[6], new float[6], 2, 3, noise));
        assertEquals("the forced noise has 4 numbers, but 6 are needed", few.getMessage());
        noise.draw(1, 1);
        Kernels.get().multiplyNoise(new float[] {5, 6, 7, 8}, y, 2, 2, noise);
        assertFalse(y[1] == 12);
    }

    @Test
    void refusesWhatIsNoNoise() {
        assertThrows(IllegalArgumentException.class, () -> new RandomNoise(0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new RandomNoise(0, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new RandomNoise(0, Double.POSITIVE_INFINITY, 0));
        assertThrows(IllegalArgumentException.class, () -> new RandomNoise(Double.NaN, 1, 0));
        RandomNoise noise = new RandomNoise(0, 1, 0);
        assertThrows(IllegalStateException.class, () -> noise.fill(new float[2], 0, 2));
        noise.draw(1, 1);
        assertThrows(IllegalArgumentException.class, () -> noise.fill(new float[2], 1, 2));
        assertThrows(
                IllegalArgumentException.class, () -> Kernels.get().addNoise(new float[5], new float[6], 2, 3, noise));
    }
}
