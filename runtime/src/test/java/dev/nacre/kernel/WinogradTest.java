package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Winograd's way beside the other one; {@link ConvolutionTest} holds both to the definition. */
class WinogradTest {
    /** One of any sizes that can be made so: odd and even, with padding on any side or less than none. */
    static Convolution convolution(Random random) {
        while (true) {
            Window window = Window.over(1 + random.nextInt(24), 1 + random.nextInt(40))
                    .kernel(3, 3)
                    .padding(random.nextInt(3), random.nextInt(6) - 2, random.nextInt(3), random.nextInt(6) - 2);
            if (window.outputs() > 0) {
                int in = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 5);
                int out = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 5);
                return Convolution.of(in, out, 1, window).winograd();
            }
        }
    }

    @Test
    void providersAndThreadsCannotBeSeen() {
        Random random = new Random(4);
        int before = Threads.count();
        try {
            for (int trial = 0; trial < 60; trial++) {
                // Some large enough to be divided among threads.
                Convolution of = trial % 6 > 0
                        ? convolution(random)
                        : Convolution.of(
                                        12,
                                        9 + trial,
                                        1,
                                        Window.over(12 + trial % 5, 13)
                                                .kernel(3, 3)
                                                .padding(1, 1, 1, 1))
                                .winograd();
                int samples = 1 + random.nextInt(9);
                float[] x = normal(random, samples * of.inputs());
                float[] w = normal(random, of.out * of.depth());
                float[] b = normal(random, of.out);
                float[] y = normal(random, samples * of.outputs());
                float[] dx = normal(random, x.length);
                Threads.count(1);
                Kernels plain = KernelProvider.plain();
                plain.conv(x, w, b, y, samples, of, Activation.RELU);
                plain.convInputGradient(y, w, dx, samples, of);
                Threads.count(3);
                for (var provider : Providers.all()) {
                    Kernels kernels = provider.getPayload();
                    float[] result = new float[y.length];
                    kernels.conv(x, w, b, result, samples, of, Activation.RELU);
                    assertSameBits("result", y, result);
                    kernels.conv(x, kernels.pack(w, of), b, result, samples, of, Activation.RELU);
                    assertSameBits("packed", y, result);
                    float[] gradient = new float[x.length];
                    kernels.convInputGradient(y, w, gradient, samples, of);
                    assertSameBits("gradient", dx, gradient);
                }
            }
        } finally {
            Threads.count(before);
        }
    }

    /** A sample computed alone has the bits that it has among others. */
    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void samplesDoNotMeet(Kernels kernels) {
        Random random = new Random(5);
        for (int trial = 0; trial < 20; trial++) {
            Convolution of = convolution(random);
            float[] x = normal(random, 5 * of.inputs());
            float[] w = normal(random, of.out * of.depth());
            float[] together = new float[5 * of.outputs()];
            kernels.conv(x, w, null, together, 5, of, Activation.IDENTITY);
            for (int sample = 0; sample < 5; sample++) {
                float[] one = java.util.Arrays.copyOfRange(x, sample * of.inputs(), (sample + 1) * of.inputs());
                float[] alone = new float[of.outputs()];
                kernels.conv(one, w, null, alone, 1, of, Activation.IDENTITY);
                int from = sample * of.outputs();
                assertSameBits("sample", java.util.Arrays.copyOfRange(together, from, from + alone.length), alone);
            }
        }
    }

    /** Images whose transformed patches would fill more than the caches are made by bands of rows. */
    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void bandsCannotBeSeen(Kernels kernels) {
        Random random = new Random(6);
        Window large = Window.over(173, 201).kernel(3, 3).padding(1, 2, 0, 1);
        Convolution of = Convolution.of(3, 2, 1, large).winograd();
        assertTrue(of.forward.band < of.forward.down, "in one band: " + of.forward.band);
        float[] x = normal(random, 2 * of.inputs());
        float[] w = normal(random, of.out * of.depth());
        float[] b = normal(random, of.out);
        float[] expected = new float[2 * of.outputs()];
        float[] actual = new float[expected.length];
        Convolution direct = Convolution.of(3, 2, 1, large);
        kernels.conv(x, w, b, expected, 2, direct, Activation.IDENTITY);
        kernels.conv(x, w, b, actual, 2, of, Activation.IDENTITY);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-4, "at " + i);
        }
        float[] dx = new float[x.length];
        float[] gradient = new float[x.length];
        kernels.convInputGradient(expected, w, dx, 2, direct);
        kernels.convInputGradient(expected, w, gradient, 2, of);
        for (int i = 0; i < dx.length; i++) {
            assertEquals(dx[i], gradient[i], 1e-3, "gradient at " + i);
        }
    }

    @Test
    void refusesWhatCannotBeMadeSo() {
        Window window = Window.over(9, 9).kernel(3, 3);
        assertNull(Convolution.of(2, 2, 1, window).forward);
        Convolution grouped = Convolution.of(2, 2, 2, window);
        assertEquals(
                "Winograd's filtering is for kernels of 3x3 with stride 1, dilation 1, padding up to 2, without groups and with"
                        + " at most 2^23 kernels, not for 3x3 over 9x9, 2 to 2 in 2 groups",
                assertThrows(IllegalArgumentException.class, grouped::winograd).getMessage());
        for (Window other : new Window[] {
            window.kernel(3, 5), window.stride(1, 2), window.dilation(2, 1), window.padding(3, 3, 3, 3)
        }) {
            Convolution of = Convolution.of(2, 2, 1, other);
            assertThrows(IllegalArgumentException.class, of::winograd, other::toString);
        }
        Convolution huge =
                Convolution.of(4096, 4096, 1, Window.over(1, 1).kernel(3, 3).padding(1, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, huge::winograd);
        Kernels kernels = KernelProvider.plain();
        Convolution of = Convolution.of(2, 2, 1, window);
        PackedFilters packed = kernels.pack(new float[36], of);
        Convolution other = of.winograd();
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.conv(new float[162], packed, null, new float[98], 1, other, Activation.RELU));
        assertThrows(IllegalArgumentException.class, () -> kernels.pack(new float[35], of));
    }
}
