package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions against their definition in double, over strides, paddings, dilations, groups and odd sizes. */
class ConvolutionTest {
    private static final int TRIALS = 150;

    /** Rounding of a sum, relative to the sum of the absolute values. */
    private static final double BOUND = 1e-5;

    private static Convolution convolution(Random random) {
        if (random.nextInt(3) == 0) {
            return WinogradTest.convolution(random);
        }
        int groups = 1 + random.nextInt(3);
        int in = groups * (1 + random.nextInt(4));
        int out = groups * (1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 6));
        while (true) {
            Window window = Window.over(1 + random.nextInt(14), 1 + random.nextInt(20))
                    .kernel(1 + random.nextInt(5), 1 + random.nextInt(5))
                    .stride(1 + random.nextInt(3), 1 + random.nextInt(3))
                    .padding(random.nextInt(4), random.nextInt(6) - 2, random.nextInt(4), random.nextInt(6) - 2)
                    .dilation(1 + random.nextInt(3), 1 + random.nextInt(3));
            if (random.nextInt(6) == 0) {
                return Convolution.of(in, out, groups, Window.over(1 + random.nextInt(14), 1 + random.nextInt(20)));
            }
            if (window.outputs() > 0) {
                return Convolution.of(in, out, groups, window);
            }
        }
    }

    /** Calls back for each product of the definition: the index into x, w and y. */
    private interface Term {
        void product(int x, int w, int y);
    }

    private static void terms(Convolution of, int samples, Term term) {
        Window v = of.window;
        int channels = of.in / of.groups;
        int outputs = of.out / of.groups;
        for (int n = 0; n < samples; n++) {
            for (int o = 0; o < of.out; o++) {
                for (int row = 0; row < v.out[0]; row++) {
                    for (int column = 0; column < v.out[1]; column++) {
                        int y = n * of.outputs() + (o * v.out[0] + row) * v.out[1] + column;
                        for (int c = 0; c < channels; c++) {
                            int channel = o / outputs * channels + c;
                            for (int i = 0; i < v.kernel[0]; i++) {
                                for (int j = 0; j < v.kernel[1]; j++) {
                                    int from = row * v.stride[0] - v.before[0] + i * v.dilation[0];
                                    int left = column * v.stride[1] - v.before[1] + j * v.dilation[1];
                                    if (from >= 0 && from < v.size[0] && left >= 0 && left < v.size[1]) {
                                        term.product(
                                                n * of.inputs() + (channel * v.size[0] + from) * v.size[1] + left,
                                                ((o * channels + c) * v.kernel[0] + i) * v.kernel[1] + j,
                                                y);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static void close(String name, double[] sums, double[] sizes, float[] actual) {
        for (int i = 0; i < sums.length; i++) {
            assertEquals(sums[i], actual[i], BOUND * (1 + sizes[i]), name + " at " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void followsTheDefinition(Kernels kernels) {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            Convolution of = convolution(random);
            int samples = 1 + random.nextInt(6);
            String name = of.window + ", " + of.in + " to " + of.out + " in " + of.groups;
            float[] x = normal(random, samples * of.inputs());
            float[] w = normal(random, of.out * of.depth());
            float[] b = normal(random, of.out);
            float[] y = normal(random, samples * of.outputs());
            int outputs = of.window.outputs();

            double[] sums = new double[y.length];
            double[] sizes = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                sums[i] = b[i / outputs % of.out];
            }
            terms(of, samples, (from, by, to) -> {
                sums[to] += (double) x[from] * w[by];
                sizes[to] += Math.abs((double) x[from] * w[by]);
            });
            kernels.conv(x, w, b, y, samples, of, Activation.IDENTITY);
            close("conv " + name, sums, sizes, y);

            double[] weights = new double[w.length];
            double[] weightSizes = new double[w.length];
            float[] dw = normal(random, w.length);
            for (int i = 0; i < dw.length; i++) {
                weights[i] = dw[i];
            }
            terms(of, samples, (from, by, to) -> {
                weights[by] += (double) x[from] * y[to];
                weightSizes[by] += Math.abs((double) x[from] * y[to]);
            });
            kernels.convWeightGradient(y, x, dw, samples, of, true);
            close("gradient of weights " + name, weights, weightSizes, dw);
            float[] replaced = dw.clone();
            kernels.convWeightGradient(y, x, replaced, samples, of, false);
            kernels.convWeightGradient(y, x, dw, samples, of, false);
            assertSameBits("replaces", replaced, dw);

            float[] c = normal(random, of.in);
            double[] images = new double[x.length];
            double[] imageSizes = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                images[i] = c[i / of.window.inputs() % of.in];
            }
            terms(of, samples, (from, by, to) -> {
                images[from] += (double) y[to] * w[by];
                imageSizes[from] += Math.abs((double) y[to] * w[by]);
            });
            kernels.convTranspose(y, w, c, x, samples, of, Activation.IDENTITY);
            close("transposed " + name, images, imageSizes, x);
            float[] zeros = new float[of.in];
            float[] dx = new float[x.length];
            kernels.convTranspose(y, w, zeros, x, samples, of, Activation.IDENTITY);
            kernels.convInputGradient(y, w, dx, samples, of);
            assertSameBits("gradient of inputs " + name, x, dx);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void endsInWhatComesBehind(Kernels kernels) {
        Random random = new Random(2);
        for (int trial = 0; trial < 20; trial++) {
            Convolution of = convolution(random);
            int samples = 3;
            float[] x = normal(random, samples * of.inputs());
            float[] w = normal(random, of.out * of.depth());
            float[] fused = new float[samples * of.outputs()];
            float[] plain = new float[fused.length];
            Mask mask = new Mask(0.3, 7);
            mask.draw(5, trial);
            kernels.conv(x, w, null, fused, samples, of, Activation.RELU, mask);
            kernels.conv(x, w, null, plain, samples, of, Activation.IDENTITY);
            kernels.activate(plain, plain, samples, of.outputs(), Activation.RELU, mask);
            assertSameBits("conv", plain, fused);
            float[] dx = new float[x.length];
            float[] gradient = new float[x.length];
            Mask before = new Mask(0.4, 8);
            before.draw(5, trial);
            kernels.convInputGradient(fused, w, dx, samples, of, x, Activation.RELU, before);
            kernels.convInputGradient(fused, w, gradient, samples, of);
            kernels.activateGradient(x, gradient, gradient, samples, of.inputs(), Activation.RELU, before);
            assertSameBits("gradient", gradient, dx);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void sumsChannels(Kernels kernels) {
        float[] sums = {1, 1};
        kernels.channelSum(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, sums, 2, 2, 3, true);
        assertSameBits("sums", new float[] {1 + 6 + 24, 1 + 15 + 33}, sums);
    }

    /** Also where weights are summed along positions, pointwise kernels are laid out flat, and a group has one output. */
    @Test
    void providersCannotBeSeen() {
        Random random = new Random(8);
        for (int trial = 0; trial < TRIALS; trial++) {
            Convolution of = trial % 5 > 0 ? convolution(random) : depthwise(random);
            int samples = 1 + random.nextInt(9);
            float[] x = normal(random, samples * of.inputs());
            float[] w = normal(random, of.out * of.depth());
            float[] y = normal(random, samples * of.outputs());
            float[] dy = normal(random, y.length);
            float[] dx = normal(random, x.length);
            float[] dw = normal(random, w.length);
            Kernels plain = KernelProvider.plain();
            plain.conv(x, w, null, y, samples, of, Activation.RELU);
            plain.convInputGradient(dy, w, dx, samples, of);
            plain.convWeightGradient(dy, x, dw, samples, of, false);
            for (var provider : Providers.all()) {
                Kernels kernels = provider.getPayload();
                float[] result = new float[y.length];
                kernels.conv(x, w, null, result, samples, of, Activation.RELU);
                assertSameBits("result", y, result);
                float[] gradient = new float[x.length];
                kernels.convInputGradient(dy, w, gradient, samples, of);
                assertSameBits("gradient of inputs", dx, gradient);
                float[] weights = new float[w.length];
                kernels.convWeightGradient(dy, x, weights, samples, of, false);
                assertSameBits("gradient of weights", dw, weights);
            }
        }
    }

    private static Convolution depthwise(Random random) {
        int channels = 1 + random.nextInt(6);
        int stride = 1 + random.nextInt(2);
        Window window = Window.over(9 + random.nextInt(30), 9 + random.nextInt(30))
                .kernel(3, 3)
                .stride(stride, stride)
                .padding(1, 1, 1, 1);
        return Convolution.of(channels, channels * (1 + random.nextInt(2)), channels, window);
    }

    @Test
    void threadsCannotBeSeen() {
        Random random = new Random(3);
        Convolution of =
                Convolution.of(8, 12, 1, Window.over(20, 20).kernel(3, 3).padding(1, 1, 1, 1));
        int samples = 9;
        float[] x = normal(random, samples * of.inputs());
        float[] w = normal(random, of.out * of.depth());
        float[][] results = new float[6][];
        int before = Threads.count();
        try {
            for (int threads = 1; threads <= 2; threads++) {
                Threads.count(threads == 1 ? 1 : 3);
                float[] y = new float[samples * of.outputs()];
                float[] dw = new float[w.length];
                float[] dx = new float[x.length];
                Kernels kernels = KernelProvider.fastest();
                kernels.conv(x, w, null, y, samples, of, Activation.TANH);
                kernels.convWeightGradient(y, x, dw, samples, of, false);
                kernels.convInputGradient(y, w, dx, samples, of);
                results[threads - 1] = y;
                results[threads + 1] = dw;
                results[threads + 3] = dx;
            }
        } finally {
            Threads.count(before);
        }
        assertSameBits("results", results[0], results[1]);
        assertSameBits("gradients of weights", results[2], results[3]);
        assertSameBits("gradients of images", results[4], results[5]);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Window window = Window.over(3, 3).kernel(5, 5);
        assertEquals(
                "the kernel does not fit: 5x5 over 3x3",
                assertThrows(IllegalArgumentException.class, () -> Convolution.of(1, 1, 1, window))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Convolution.of(3, 4, 2, Window.over(3, 3)));
        assertThrows(IllegalArgumentException.class, () -> Window.over(0, 3));
        assertThrows(IllegalArgumentException.class, () -> Window.over(3, 3).padding(0, 0, -1, 0));
        Convolution of = Convolution.of(1, 2, 1, Window.over(3, 3));
        float[] nine = new float[9];
        assertThrows(
                IllegalArgumentException.class,
                () -> KernelProvider.plain().conv(nine, new float[2], null, nine, 1, of, Activation.RELU));
    }
}
