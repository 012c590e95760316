package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.awkward;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both providers give the same bits, for any vector width, also for zeros, subnormal numbers, infinities and NaN. */
@Tag("vector")
class ProviderEqualityTest {
    private static final int[] COLUMNS = {1, 2, 7, 10, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 100, 127, 129, 257};

    @BeforeEach
    void needsTheVectorApi() {
        assumeTrue(
                KernelProvider.refusal().isEmpty(),
                () -> KernelProvider.refusal().orElseThrow());
    }

    private interface Call {
        /** Runs one operation on the arrays; what it writes is compared. */
        float run(Kernels kernels, float[][] arrays);
    }

    private static void same(String name, Call call, float[]... arrays) {
        float[][] forPlain = copies(arrays);
        float[][] forVector = copies(arrays);
        float plain = call.run(KernelProvider.plain(), forPlain);
        float vector = call.run(KernelProvider.vector(), forVector);
        assertEquals(Float.floatToIntBits(plain), Float.floatToIntBits(vector), name);
        for (int i = 0; i < arrays.length; i++) {
            assertSameBits(name + ", array " + i, forPlain[i], forVector[i]);
        }
    }

    private static float[][] copies(float[][] arrays) {
        List<float[]> copies = new ArrayList<>();
        for (float[] array : arrays) {
            copies.add(array.clone());
        }
        return copies.toArray(new float[0][]);
    }

    @Test
    void maximaOfSquares() {
        Random random = new Random(12);
        for (int trial = 0; trial < 60; trial++) {
            int planes = 1 + random.nextInt(5);
            Window window = Window.over(2 + random.nextInt(12), 2 + random.nextInt(70))
                    .kernel(2, 2)
                    .stride(2, 2);
            float[] x = awkward(random, planes * window.inputs());
            float[] y = awkward(random, planes * window.outputs());
            same(
                    "largest of 2x2, " + window,
                    (k, a) -> {
                        k.maxPool(a[0], a[1], planes, window);
                        return 0;
                    },
                    x,
                    y);
        }
    }

    @Test
    void convolutions() {
        Random random = new Random(11);
        for (int trial = 0; trial < 60; trial++) {
            int groups = 1 + random.nextInt(2);
            int in = groups * (1 + random.nextInt(4));
            int out = groups * (1 + random.nextInt(36));
            Window window = Window.over(5 + random.nextInt(20), 5 + random.nextInt(30))
                    .kernel(1 + random.nextInt(3), 1 + random.nextInt(3))
                    .stride(1 + random.nextInt(2), 1 + random.nextInt(2))
                    .padding(random.nextInt(2), random.nextInt(2), random.nextInt(2), random.nextInt(2))
                    .dilation(1 + random.nextInt(2), 1 + random.nextInt(2));
            Convolution of = Convolution.of(in, out, groups, window);
            int samples = 1 + random.nextInt(3);
            float[] x = awkward(random, samples * of.inputs());
            float[] w = awkward(random, out * of.depth());
            float[] b = awkward(random, out);
            float[] y = awkward(random, samples * of.outputs());
            same(
                    window + ", " + in + " to " + out,
                    (k, a) -> {
                        k.conv(a[0], a[1], a[2], a[3], samples, of, Activation.RELU);
                        k.convWeightGradient(a[3], a[0], a[1], samples, of, true);
                        k.convInputGradient(a[3], a[1], a[0], samples, of);
                        k.channelSum(a[3], a[2], samples, of.out, window.outputs(), false);
                        return 0;
                    },
                    x,
                    w,
                    b,
                    y);
        }
    }

    @Test
    void products() {
        Random random = new Random(1);
        for (int trial = 0; trial < 150; trial++) {
            int rows = 1 + random.nextInt(60);
            int in = 1 + random.nextInt(90);
            int out = 1 + random.nextInt(150);
            float[] x = awkward(random, rows * in);
            float[] w = awkward(random, out * in);
            float[] b = awkward(random, out);
            float[] y = awkward(random, rows * out);
            Mask mask = new Mask(random.nextDouble(), trial);
            mask.draw(random.nextLong(), trial);
            Activation f = Activations.ALL.get(trial % Activations.ALL.size());
            String name = rows + ", " + in + ", " + out;
            same(
                    "dense " + name,
                    (k, a) -> {
                        k.dense(a[0], a[1], a[2], a[3], rows, in, out, f, mask);
                        k.denseInputGradient(a[3], a[1], a[0], rows, in, out);
                        k.denseWeightGradient(a[3], a[0], a[1], rows, in, out, true);
                        k.denseWeightGradient(a[3], a[0], a[1], rows, in, out, false);
                        return 0;
                    },
                    x,
                    w,
                    b,
                    y);
        }
    }

    @Test
    void rowsAndColumns() {
        Random random = new Random(2);
        for (int columns : COLUMNS) {
            int rows = 4;
            int n = rows * columns;
            int[] labels = Floats.labels(random, rows, columns);
            same(
                    "softmax",
                    (k, a) -> {
                        k.softmax(a[0], a[1], rows, columns);
                        return 0;
                    },
                    awkward(random, n),
                    new float[n]);
            // Within one row a NaN drowns all others, so the finite ones are looked at apart.
            same(
                    "softmax",
                    (k, a) -> {
                        k.softmax(a[0], a[1], rows, columns);
                        k.softmaxGradient(a[1], a[2], a[3], rows, columns);
                        return k.crossEntropy(a[0], labels, a[1], rows, columns);
                    },
                    Floats.normal(random, n),
                    new float[n],
                    Floats.normal(random, n),
                    new float[n]);
            float[] tiny = new float[n];
            Arrays.fill(tiny, -1e-30f);
            same(
                    "softmax gradient of -0",
                    (k, a) -> {
                        k.softmaxGradient(a[0], a[1], a[2], rows, columns);
                        return 0;
                    },
                    filled(n, 1e-30f),
                    tiny,
                    new float[n]);
            same(
                    "columns",
                    (k, a) -> {
                        k.columnSum(a[0], a[1], rows, columns, true);
                        return k.squaredError(a[0], a[2], rows, columns);
                    },
                    awkward(random, n),
                    awkward(random, columns),
                    awkward(random, n));
        }
    }

    private static float[] filled(int length, float value) {
        float[] array = new float[length];
        Arrays.fill(array, value);
        return array;
    }

    @Test
    void activationsUnderMasks() {
        Random random = new Random(3);
        for (int columns : COLUMNS) {
            for (Activation f : Activations.ALL) {
                Mask mask = new Mask(random.nextDouble(), columns);
                mask.draw(columns, 1);
                int n = 5 * columns;
                same(
                        f + " on " + columns,
                        (k, a) -> {
                            k.activate(a[0], a[1], 5, columns, f, mask);
                            k.activateGradient(a[1], a[2], a[3], 5, columns, f, mask);
                            return 0;
                        },
                        awkward(random, n),
                        new float[n],
                        awkward(random, n),
                        new float[n]);
            }
        }
    }

    /** About a million values over all of float, each as a lane of a vector and alone. */
    @Test
    void sigmoidTanhAndExpOverTheWholeRange() {
        float[] x = new float[4096];
        long bits = 0;
        while (bits < 1L << 32) {
            for (int i = 0; i < x.length; i++, bits += 4001) {
                x[i] = Float.intBitsToFloat((int) bits);
            }
            same(
                    "functions",
                    (k, a) -> {
                        k.activate(a[0], a[1], 1, 4096, Activation.SIGMOID, Mask.NONE);
                        k.activate(a[0], a[2], 1, 4096, Activation.TANH, Mask.NONE);
                        k.activate(a[0], a[3], 1, 4096, Activation.RELU, Mask.NONE);
                        return 0;
                    },
                    x,
                    new float[4096],
                    new float[4096],
                    new float[4096]);
            float[] expected = new float[4096];
            float[] actual = new float[4096];
            for (int i = 0; i < x.length; i++) {
                expected[i] = Elementary.exp(x[i]);
            }
            VectorElementary.exp(x, 0, actual, 0, 4096);
            assertSameBits("exp", expected, actual);
        }
    }

    @Test
    void normalizations() {
        Random random = new Random(4);
        for (int features : COLUMNS) {
            for (int inner : new int[] {1, 3, 40, 109, 600}) {
                int n = 3 * features * inner;
                BatchStatistics plain = new BatchStatistics(features, inner, 0.1f, 1e-5f);
                BatchStatistics vector = new BatchStatistics(features, inner, 0.1f, 1e-5f);
                same(
                        "batch norm",
                        (k, a) -> {
                            BatchStatistics s = k == KernelProvider.plain() ? plain : vector;
                            k.batchNorm(a[0], a[1], a[2], a[3], a[4], a[5], s, 3, true, Activation.RELU);
                            k.batchNormGradient(a[0], a[1], a[6], a[2], s, 3);
                            k.batchNormWeightGradient(a[0], a[1], a[2], a[3], s, 3, true);
                            k.batchNorm(a[0], a[1], a[2], null, a[4], a[5], s, 3, false, Activation.TANH);
                            k.affine(a[0], a[0], a[2], a[3], 3, features, inner, Activation.RELU);
                            return 0;
                        },
                        awkward(random, n),
                        new float[n],
                        awkward(random, features),
                        awkward(random, features),
                        new float[features],
                        new float[features],
                        new float[n]);
                assertSameBits("mean", plain.mean, vector.mean);
                assertSameBits("deviation", plain.inverseDeviation, vector.inverseDeviation);
            }
        }
    }
}
