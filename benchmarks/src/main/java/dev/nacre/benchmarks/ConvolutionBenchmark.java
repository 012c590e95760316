package dev.nacre.benchmarks;

import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Convolution;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Threads;
import dev.nacre.kernel.Window;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The convolutions of LeNet, ResNet-20, VGG and MobileNet, forward and both gradients. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvolutionBenchmark {
    /** Samples, channels in, channels out, size of the image, of the kernel, stride and padding; then w for Winograd's way, g for groups. */
    @Param({
        "64x1x6x28x5x1x2",
        "64x6x16x14x5x1x0",
        "128x1x16x28x3x1x1",
        "128x16x16x28x3x1x1",
        "128x16x32x28x3x2x1",
        "128x16x16x28x3x1x1w",
        "128x32x32x14x3x1x1",
        "128x32x32x14x3x1x1w",
        "128x32x64x14x3x2x1",
        "128x64x64x7x3x1x1",
        "128x64x64x7x3x1x1w",
        "8x64x64x56x3x1x1",
        "8x64x64x56x3x1x1w",
        "128x16x32x28x1x2x0",
        "128x32x64x14x1x2x0",
        "32x64x128x14x1x1x0",
        "32x64x64x28x3x1x1g64"
    })
    public String shape;

    @Param({"1", "2"})
    public int threads;

    private final Kernels kernels = Kernels.get();
    private Convolution of;
    private int samples;
    private float[] x;
    private float[] w;
    private float[] b;
    private float[] y;
    private float[] dx;
    private float[] dw;

    /** The numbers of a shape, with their names. */
    private record Sizes(
            int samples,
            int in,
            int out,
            int image,
            int kernel,
            int stride,
            int padding,
            int groups,
            boolean winograd) {
        static Sizes of(String shape) {
            String[] parts = shape.split("[gw]", -1);
            String[] s = parts[0].split("x", -1);
            int[] n = new int[s.length];
            for (int i = 0; i < n.length; i++) {
                n[i] = Integer.parseInt(s[i]);
            }
            boolean winograd = shape.endsWith("w");
            int groups = shape.contains("g") ? Integer.parseInt(parts[1]) : 1;
            return new Sizes(n[0], n[1], n[2], n[3], n[4], n[5], n[6], groups, winograd);
        }

        int positions() {
            int along = (image + 2 * padding - kernel) / stride + 1;
            return along * along;
        }

        int weights() {
            return out * in / groups * kernel * kernel;
        }
    }

    /** @return the floating point operations of one call, those on padding counted as they are everywhere */
    static double flops(String shape) {
        Sizes sizes = Sizes.of(shape);
        return 2.0 * sizes.samples * sizes.weights() * sizes.positions();
    }

    /** Values around 1, so that nothing is subnormal. */
    @Setup
    public void prepare() {
        Threads.count(threads);
        Sizes s = Sizes.of(shape);
        samples = s.samples;
        int p = s.padding;
        Window window = Window.over(s.image, s.image)
                .kernel(s.kernel, s.kernel)
                .stride(s.stride, s.stride)
                .padding(p, p, p, p);
        Convolution convolution = Convolution.of(s.in, s.out, s.groups, window);
        of = s.winograd ? convolution.winograd() : convolution;
        Random random = new Random(1);
        x = normal(random, samples * s.in * s.image * s.image);
        w = normal(random, s.weights());
        b = normal(random, s.out);
        y = normal(random, samples * s.out * s.positions());
        dx = new float[x.length];
        dw = new float[w.length];
    }

    private static float[] normal(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @Benchmark
    public float[] forward() {
        kernels.conv(x, w, b, y, samples, of, Activation.RELU);
        return y;
    }

    @Benchmark
    public float[] inputGradient() {
        kernels.convInputGradient(y, w, dx, samples, of);
        return dx;
    }

    @Benchmark
    public float[] weightGradient() {
        kernels.convWeightGradient(y, x, dw, samples, of, false);
        return dw;
    }
}
