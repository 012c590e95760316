package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products against their definition: one chain of fused multiply-adds, in the order of the inner index. */
@Tag("vector")
class ProductTest {
    /** Rows, in, out: one, odd, below and above vectors, tiles, blocks of rows, and passes over the inner dimension. */
    private static final int[][] SIZES = {
        {1, 1, 1},
        {1, 784, 10},
        {2, 3, 5},
        {3, 17, 9},
        {4, 1, 1},
        {5, 7, 64},
        {6, 16, 65},
        {7, 33, 127},
        {8, 5, 31},
        {13, 31, 33},
        {32, 20, 10},
        {47, 64, 63},
        {48, 12, 128},
        {49, 65, 81},
        {100, 9, 50},
        {6, 1100, 70},
        {1100, 18, 20},
        {12, 300, 300},
        {20, 40, 1100},
        {16, 64, 300},
        {32, 1024, 70},
        {33, 1100, 40},
        {64, 1024, 100},
        {110, 300, 70},
        {140, 257, 10}
    };

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void denseIsOneChainFromTheBias(Kernels kernels) {
        Random random = new Random(1);
        for (int[] size : SIZES) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] x = normal(random, rows * in);
            float[] w = normal(random, out * in);
            float[] b = normal(random, out);
            float[] withBias = new float[rows * out];
            float[] without = new float[rows * out];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < out; j++) {
                    float sum = b[j];
                    float sumFromZero = 0f;
                    for (int k = 0; k < in; k++) {
                        sum = Math.fma(x[i * in + k], w[j * in + k], sum);
                        sumFromZero = Math.fma(x[i * in + k], w[j * in + k], sumFromZero);
                    }
                    withBias[i * out + j] = sum;
                    without[i * out + j] = sumFromZero;
                }
            }
            float[] y = normal(random, rows * out);
            kernels.dense(x, w, b, y, rows, in, out, Activation.IDENTITY, Mask.NONE);
            assertSameBits("dense " + name(size), withBias, y);
            kernels.dense(x, w, null, y, rows, in, out, Activation.IDENTITY, Mask.NONE);
            assertSameBits("dense without bias " + name(size), without, y);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void inputGradientIsOneChainOverTheOutputs(Kernels kernels) {
        Random random = new Random(2);
        for (int[] size : SIZES) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] dy = normal(random, rows * out);
            float[] w = normal(random, out * in);
            float[] expected = new float[rows * in];
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < out; k++) {
                    for (int j = 0; j < in; j++) {
                        expected[i * in + j] = Math.fma(dy[i * out + k], w[k * in + j], expected[i * in + j]);
                    }
                }
            }
            float[] dx = normal(random, rows * in);
            kernels.denseInputGradient(dy, w, dx, rows, in, out);
            assertSameBits("input gradient " + name(size), expected, dx);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void weightGradientIsOneChainDownTheRows(Kernels kernels) {
        Random random = new Random(3);
        for (int[] size : SIZES) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] dy = normal(random, rows * out);
            float[] x = normal(random, rows * in);
            float[] old = normal(random, out * in);
            float[] expected = new float[out * in];
            float[] added = old.clone();
            for (int k = 0; k < rows; k++) {
                for (int i = 0; i < out; i++) {
                    for (int j = 0; j < in; j++) {
                        int at = i * in + j;
                        expected[at] = Math.fma(dy[k * out + i], x[k * in + j], expected[at]);
                        added[at] = Math.fma(dy[k * out + i], x[k * in + j], added[at]);
                    }
                }
            }
            float[] dw = old.clone();
            kernels.denseWeightGradient(dy, x, dw, rows, in, out, true);
            assertSameBits("added weight gradient " + name(size), added, dw);
            kernels.denseWeightGradient(dy, x, dw, rows, in, out, false);
            assertSameBits("weight gradient " + name(size), expected, dw);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aProductIsCloseToTheOneInDouble(Kernels kernels) {
        Random random = new Random(4);
        int rows = 9;
        int in = 200;
        int out = 21;
        float[] x = normal(random, rows * in);
        float[] w = normal(random, out * in);
        float[] y = new float[rows * out];
        kernels.dense(x, w, null, y, rows, in, out, Activation.IDENTITY, Mask.NONE);
        for (int i = 0; i < rows * out; i++) {
            double sum = 0;
            double size = 0;
            for (int k = 0; k < in; k++) {
                double product = (double) x[i / out * in + k] * w[i % out * in + k];
                sum += product;
                size += Math.abs(product);
            }
            Floats.assertClose("element " + i, sum, y[i], size * in * 0x1p-24);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void nothingIsWrittenBehindTheResult(Kernels kernels) {
        Random random = new Random(5);
        float[] y = new float[5 * 37 + 40];
        Arrays.fill(y, 7f);
        kernels.dense(normal(random, 65), normal(random, 37 * 13), null, y, 5, 13, 37, Activation.TANH, Mask.NONE);
        for (int i = 5 * 37; i < y.length; i++) {
            assertEquals(7f, y[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void noRowsGiveNoGradient(Kernels kernels) {
        float[] dw = {1, 2, 3, 4, 5, 6};
        kernels.denseWeightGradient(new float[0], new float[0], dw, 0, 3, 2, true);
        assertSameBits("added", new float[] {1, 2, 3, 4, 5, 6}, dw);
        kernels.denseWeightGradient(new float[0], new float[0], dw, 0, 3, 2, false);
        assertSameBits("fresh", new float[6], dw);
        kernels.dense(new float[0], dw, null, new float[0], 0, 3, 2, Activation.RELU, Mask.NONE);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void infinityAndNaNReachTheirRowsOnly(Kernels kernels) {
        float[] x = new float[6 * 20];
        Arrays.fill(x, 1f);
        x[20] = Float.POSITIVE_INFINITY;
        x[40] = Float.NaN;
        float[] w = new float[33 * 20];
        Arrays.fill(w, 1f);
        float[] y = new float[6 * 33];
        kernels.dense(x, w, null, y, 6, 20, 33, Activation.IDENTITY, Mask.NONE);
        for (int i = 0; i < y.length; i++) {
            assertEquals(i / 33 == 1 ? Float.POSITIVE_INFINITY : i / 33 == 2 ? Float.NaN : 20f, y[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aShortArrayIsNamed(Kernels kernels) {
        Exception e = assertThrows(
                IllegalArgumentException.class,
                () -> kernels.dense(
                        new float[11], new float[12], null, new float[8], 4, 3, 2, Activation.RELU, Mask.NONE));
        assertEquals("x has 11 elements, but 12 are needed (4 x 3)", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> kernels.denseInputGradient(new float[8], new float[5], new float[12], 4, 3, 2));
        assertEquals("w has 5 elements, but 6 are needed (2 x 3)", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> kernels.denseInputGradient(new float[8], new float[5], new float[12], -4, 3, 2));
        assertEquals("a size is negative: -4 rows, 3 columns", e.getMessage());
    }

    private static String name(int[] size) {
        return size[0] + " rows, " + size[1] + " in, " + size[2] + " out";
    }
}
