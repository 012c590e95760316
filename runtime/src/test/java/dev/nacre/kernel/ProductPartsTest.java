package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products in parts: their definition, one chain of fused multiply-adds for each output, for any number of threads. */
@Tag("vector")
class ProductPartsTest {
    /** Rows, in, out: most large enough to be divided, none a multiple of tiles, vectors, panels or passes. */
    private static final int[][] SIZES = {
        {97, 131, 203},
        {7, 701, 301},
        {5, 53, 2100},
        {2101, 41, 13},
        {13, 2050, 41},
        {131, 259, 10},
        {10, 515, 67},
        {61, 3, 1500},
        {1029, 19, 18},
        {4, 1, 5},
        {17, 9, 1}
    };

    private final int before = Threads.count();

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Named<Kernels> provider : Providers.all()) {
            for (int threads : new int[] {1, 2, 3, 5}) {
                cases.add(Arguments.of(provider, threads));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forward(Kernels kernels, int threads) {
        Threads.count(threads);
        Random random = new Random(11);
        for (int[] size : SIZES) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] x = normal(random, rows * in);
            float[] w = normal(random, out * in);
            float[] b = rows % 2 == 0 ? null : normal(random, out);
            Mask mask = new Mask(0.3, 1);
            mask.draw(7, 9);
            float[] expected = chain(x, in, 1, w, 1, in, rows, out, in, b == null ? new float[out] : b, 0);
            float[] masked = expected.clone();
            for (int i = 0; i < rows * out; i++) {
                expected[i] = Scalar.relu(expected[i]);
                masked[i] = mask.apply(expected[i], i / out, i % out, out);
            }
            float[] y = normal(random, rows * out);
            kernels.dense(x, w, b, y, rows, in, out, Activation.RELU, mask);
            assertSameBits(name("masked", size), masked, y);
            kernels.dense(x, kernels.pack(w, in, out), b, y, rows, in, out, Activation.RELU);
            assertSameBits(name("packed", size), expected, y);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradients(Kernels kernels, int threads) {
        Threads.count(threads);
        Random random = new Random(12);
        for (int[] size : SIZES) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] x = normal(random, rows * in);
            float[] w = normal(random, out * in);
            float[] dy = normal(random, rows * out);
            float[] dx = normal(random, rows * in);
            kernels.denseInputGradient(dy, w, dx, rows, in, out);
            assertSameBits(name("input", size), chain(dy, out, 1, w, in, 1, rows, in, out, new float[in], 0), dx);

            float[] dw = normal(random, out * in);
            float[] sum = chain(dy, 1, out, x, in, 1, out, in, rows, dw, in);
            kernels.denseWeightGradient(dy, x, dw, rows, in, out, true);
            assertSameBits(name("added weight", size), sum, dw);
            kernels.denseWeightGradient(dy, x, dw, rows, in, out, false);
            assertSameBits(name("weight", size), chain(dy, 1, out, x, in, 1, out, in, rows, new float[in], 0), dw);
        }
    }

    private static String name(String what, int[] size) {
        return what + " " + size[0] + "x" + size[1] + "x" + size[2];
    }

    /** The definition of {@link AbstractKernels#product}, with what element (i, j) starts from at {@code i * startRow + j}. */
    static float[] chain(
            float[] a,
            int aRow,
            int aColumn,
            float[] b,
            int bRow,
            int bColumn,
            int m,
            int n,
            int k,
            float[] start,
            int startRow) {
        float[] c = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float sum = start[i * startRow + j];
                for (int l = 0; l < k; l++) {
                    sum = Math.fma(a[i * aRow + l * aColumn], b[l * bRow + j * bColumn], sum);
                }
                c[i * n + j] = sum;
            }
        }
        return c;
    }
}
