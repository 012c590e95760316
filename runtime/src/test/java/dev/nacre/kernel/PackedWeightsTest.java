package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackedWeightsTest {
    static Stream<Named<Kernels>> providers() {
        return Providers.all().stream();
    }

    /** Packing and passing over zeros are matters of speed alone: the bits are those of the plain call. */
    @ParameterizedTest
    @MethodSource("providers")
    void givesTheBitsOfUnpackedWeights(Kernels kernels) {
        Random random = new Random(3);
        int[] widths = {1, 3, 10, 16, 17, 40, 64, 100, 256, 600};
        for (int out : widths) {
            for (int in : new int[] {1, 5, 61, 130}) {
                for (int rows : new int[] {1, 2, 3, 4, 33}) {
                    float[] x = sparse(random, rows * in);
                    float[] w = Floats.normal(random, out * in);
                    float[] b = rows == 2 ? null : Floats.normal(random, out);
                    check(kernels, x, w, b, rows, in, out);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void dividesASampleOnlyWhenAskedAndWithTheSameBits(Kernels kernels) {
        int before = Threads.count();
        Random random = new Random(5);
        float[] x = Floats.normal(random, 3 * 130);
        try {
            for (int threads : new int[] {1, 2, 3, 5}) {
                Threads.count(threads);
                for (int out : new int[] {10, 130, 256, 600}) {
                    float[] w = Floats.normal(random, out * 130);
                    float[] b = threads == 2 ? null : Floats.normal(random, out);
                    Threads.spreadSamples(false);
                    check(kernels, x, w, b, 3, 130, out);
                    assertEquals(1, Scratch.get().sample().parts());
                    Threads.spreadSamples(true);
                    check(kernels, x, w, b, 3, 130, out);
                    int parts = out == 10 ? 1 : out == 130 ? 2 : out == 256 ? 4 : 5;
                    assertEquals(
                            Math.min(threads, parts), Scratch.get().sample().parts(), threads + " threads, " + out);
                }
            }
        } finally {
            Threads.spreadSamples(false);
            Threads.count(before);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aZeroInputOfAnInfiniteWeightIsNotPassedOver(Kernels kernels) {
        float[] w = {1, Float.POSITIVE_INFINITY, 2, 3};
        float[] y = new float[2];
        kernels.dense(new float[] {1, 0}, kernels.pack(w, 2, 2), null, y, 1, 2, 2, Activation.IDENTITY);
        assertTrue(Float.isNaN(y[0]));
        check(kernels, new float[] {1, 0}, w, null, 1, 2, 2);
    }

    @Test
    void aZeroInputOfAnInfiniteWeightIsNotPassedOverByAnySample() {
        PackedWeights packed = PackedWeights.of(new float[] {1, Float.POSITIVE_INFINITY, 2, 3}, 2, 2);
        for (int call = 0; call < 20; call++) {
            float[] y = new float[2];
            packed.dense(new float[] {1, 0}, null, y, 1, Activation.IDENTITY);
            assertTrue(Float.isNaN(y[0]), "call " + call);
            assertEquals(2, y[1]);
        }
    }

    /** A program that makes one prediction waits for nothing that is there for many. */
    @Test
    void asksForAProviderOnlyAfterTheFirstSamples() {
        PackedWeights packed = PackedWeights.of(new float[] {1, 2, 3, 4}, 2, 2);
        for (int call = 0; call < 16; call++) {
            packed.dense(new float[2], null, new float[2], 1, Activation.IDENTITY);
            assertNull(packed.rows);
            assertNull(packed.panels);
        }
        packed.dense(new float[2], null, new float[2], 1, Activation.IDENTITY);
        assertTrue(packed.rows != null || packed.panels != null);
    }

    @Test
    void refusesShortArraysFromTheFirstSampleOn() {
        PackedWeights packed = PackedWeights.of(new float[] {1, 2, 3, 4}, 2, 2);
        for (int call = 0; call < 20; call++) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> packed.dense(new float[1], null, new float[2], 1, Activation.IDENTITY));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> packed.dense(new float[2], null, new float[1], 1, Activation.IDENTITY));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> packed.dense(new float[2], new float[1], new float[2], 1, Activation.IDENTITY));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void belongsToOneProvider(Kernels kernels) {
        PackedWeights packed = kernels.pack(new float[] {1, 2, 3, 4}, 2, 2);
        for (Named<Kernels> named : Providers.all()) {
            Kernels other = named.getPayload();
            if (other != kernels) {
                IllegalArgumentException thrown = assertThrows(
                        IllegalArgumentException.class,
                        () -> other.dense(new float[2], packed, null, new float[2], 1, 2, 2, Activation.IDENTITY));
                assertTrue(thrown.getMessage().contains("packed by another provider"), thrown.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void isACopyOfItsOwn(Kernels kernels) {
        float[] w = {1, 2, 3, 4};
        PackedWeights packed = kernels.pack(w, 2, 2);
        Arrays.fill(w, 9);
        float[] y = new float[2];
        kernels.dense(new float[] {1, 1}, packed, null, y, 1, 2, 2, Activation.IDENTITY);
        Floats.assertSameBits("y", new float[] {3, 7}, y);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesOtherSizes(Kernels kernels) {
        PackedWeights packed = kernels.pack(new float[6], 3, 2);
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> kernels.dense(new float[2], packed, null, new float[3], 1, 2, 3, Activation.RELU));
        assertTrue(thrown.getMessage().contains("packed for 3 inputs and 2 outputs"), thrown.getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernels.pack(new float[5], 3, 2));
    }

    private static void check(Kernels kernels, float[] x, float[] w, float[] b, int rows, int in, int out) {
        float[] expected = new float[rows * out];
        float[] actual = new float[rows * out];
        kernels.dense(x, w, b, expected, rows, in, out, Activation.TANH);
        Arrays.fill(actual, Float.NaN);
        kernels.dense(x, kernels.pack(w, in, out), b, actual, rows, in, out, Activation.TANH);
        Floats.assertSameBits(rows + "x" + in + "x" + out, expected, actual);
        PackedWeights packed = PackedWeights.of(w, in, out);
        // More often than weights wait before they are laid out for many samples.
        for (int call = 0; call < 20; call++) {
            Arrays.fill(actual, Float.NaN);
            packed.dense(x, b, actual, rows, Activation.TANH);
            Floats.assertSameBits(rows + "x" + in + "x" + out + ", call " + call, expected, actual);
        }
    }

    private static float[] sparse(Random random, int length) {
        float[] values = Floats.normal(random, length);
        for (int i = 0; i < length; i++) {
            if (random.nextBoolean()) {
                values[i] = random.nextBoolean() ? 0f : -0f;
            }
        }
        return values;
    }
}
