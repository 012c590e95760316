package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.awkward;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Activations, alone and at the end of a product, with and without masks, against {@link Scalar} and {@link
 * Mask#apply}.
 */
@Tag("vector")
class ActivationTest {
    private static final int[][] SIZES = {
        {1, 1}, {1, 3}, {2, 15}, {3, 16}, {5, 17}, {4, 31}, {3, 32}, {7, 33}, {2, 63}, {5, 65}, {9, 130}, {3, 600}
    };

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    static List<Mask> masks() {
        Mask half = new Mask(0.5, 3);
        half.draw(7, 11);
        Mask tenth = new Mask(0.1, 4);
        tenth.draw(-7, 1L << 40);
        Mask all = new Mask(1, 5);
        all.draw(1, 1);
        Mask none = new Mask(0, 6);
        none.draw(1, 1);
        return List.of(Mask.NONE, half, tenth, all, none);
    }

    /** @param v the input where the function needs it, else the output behind the mask */
    private static float gradient(Activation f, float v, float dy, Mask mask, int row, int column, int width) {
        if (f == Activation.RELU) {
            return Scalar.reluGradient(v, dy * mask.scale());
        }
        return mask.apply(f.gradient(f.needsInput() ? v : v / mask.scale(), dy), row, column, width);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void forwardAndBackwardAreTheScalarFunctions(Kernels kernels) {
        Random random = new Random(1);
        for (Mask mask : masks()) {
            for (Activation f : Activations.ALL) {
                for (int[] size : SIZES) {
                    check(
                            kernels,
                            awkward(random, size[0] * size[1]),
                            normal(random, size[0] * size[1]),
                            size,
                            f,
                            mask);
                }
            }
        }
    }

    private static void check(Kernels kernels, float[] x, float[] dy, int[] size, Activation f, Mask mask) {
        int rows = size[0];
        int columns = size[1];
        float[] expected = new float[x.length];
        float[] expectedGradient = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            int row = i / columns;
            int column = i % columns;
            expected[i] = mask.apply(f.apply(x[i]), row, column, columns);
            expectedGradient[i] = gradient(f, f.needsInput() ? x[i] : expected[i], dy[i], mask, row, column, columns);
        }
        String name = f + " under p = " + mask.p() + " on " + rows + " x " + columns;
        float[] y = new float[x.length];
        kernels.activate(x, y, rows, columns, f, mask);
        assertSameBits(name, expected, y);
        float[] dx = new float[x.length];
        float[] v = f.needsInput() ? x : y;
        kernels.activateGradient(v, dy, dx, rows, columns, f, mask);
        assertSameBits("gradient of " + name, expectedGradient, dx);

        float[] inPlace = x.clone();
        kernels.activate(inPlace, inPlace, rows, columns, f, mask);
        assertSameBits("in place: " + name, expected, inPlace);
        float[] gradientInPlace = dy.clone();
        kernels.activateGradient(v, gradientInPlace, gradientInPlace, rows, columns, f, mask);
        assertSameBits("in place: gradient of " + name, expectedGradient, gradientInPlace);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aProductEndsWithActivationAndMask(Kernels kernels) {
        Random random = new Random(2);
        for (int[] size : new int[][] {{1, 9, 40}, {3, 5, 33}, {60, 7, 10}, {50, 20, 100}, {100, 3, 65}}) {
            float[] x = normal(random, size[0] * size[1]);
            float[] w = normal(random, size[2] * size[1]);
            float[] b = normal(random, size[2]);
            float[] plain = new float[size[0] * size[2]];
            kernels.dense(x, w, b, plain, size[0], size[1], size[2], Activation.IDENTITY, Mask.NONE);
            for (Mask mask : masks()) {
                for (Activation f : Activations.ALL) {
                    float[] expected = new float[plain.length];
                    kernels.activate(plain, expected, size[0], size[2], f, mask);
                    float[] y = new float[plain.length];
                    kernels.dense(x, w, b, y, size[0], size[1], size[2], f, mask);
                    assertSameBits(f + " under p = " + mask.p(), expected, y);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gradientsAreCloseToDifferences(Kernels kernels) {
        float[] x = {2f, 0.7f, 0.3f, 1.1f, 4f, -2f, -0.7f, -0.3f, -1.1f, -4f};
        float[] dy = new float[10];
        java.util.Arrays.fill(dy, 1);
        float h = 0x1p-10f;
        for (Activation f : Activations.ALL) {
            float[] y = new float[10];
            float[] dx = new float[10];
            kernels.activate(x, y, 1, 10, f);
            kernels.activateGradient(f.needsInput() ? x : y, dy, dx, 1, 10, f);
            // Logarithm and root have only a positive side.
            for (int i = 0; i < (f == Activation.LOG || f == Activation.SQRT ? 5 : 10); i++) {
                double difference = ((double) f.apply(x[i] + h) - f.apply(x[i] - h)) / (2 * h);
                Floats.assertClose(f + "'(" + x[i] + ")", difference, dx[i], 1e-3 * Math.max(1, Math.abs(difference)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void saturationHasNoNaN(Kernels kernels) {
        float[] x = new float[40];
        for (int i = 0; i < 40; i++) {
            x[i] = (i % 2 == 0 ? 1 : -1) * (i < 20 ? Float.MAX_VALUE : Float.POSITIVE_INFINITY);
        }
        float[] y = new float[40];
        kernels.activate(x, y, 1, 40, Activation.SIGMOID, Mask.NONE);
        for (int i = 0; i < 40; i++) {
            assertEquals(i % 2 == 0 ? 1f : 0f, y[i]);
        }
        kernels.activate(x, y, 1, 40, Activation.TANH, Mask.NONE);
        for (int i = 0; i < 40; i++) {
            assertEquals(i % 2 == 0 ? 1f : -1f, y[i]);
        }
    }
}
