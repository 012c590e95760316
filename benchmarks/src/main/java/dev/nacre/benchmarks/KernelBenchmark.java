package dev.nacre.benchmarks;

import dev.nacre.kernel.Activation;
import dev.nacre.kernel.Kernels;
import dev.nacre.kernel.Threads;
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

/** The products of a dense layer, forward and both gradients: rows x inputs x outputs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KernelBenchmark {
    @Param({"256x784x256", "256x256x256", "32x784x256", "32x256x256", "256x256x10", "1024x1024x1024"})
    public String shape;

    @Param({"1", "2"})
    public int threads;

    private final Kernels kernels = Kernels.get();
    private int rows;
    private int in;
    private int out;
    private float[] x;
    private float[] w;
    private float[] b;
    private float[] y;
    private float[] dx;
    private float[] dw;

    /** Values around 1, so that nothing is subnormal. */
    @Setup
    public void prepare() {
        Threads.count(threads);
        String[] sizes = shape.split("x", -1);
        rows = Integer.parseInt(sizes[0]);
        in = Integer.parseInt(sizes[1]);
        out = Integer.parseInt(sizes[2]);
        Random random = new Random(1);
        x = normal(random, rows * in);
        w = normal(random, out * in);
        b = normal(random, out);
        y = normal(random, rows * out);
        dx = new float[rows * in];
        dw = new float[out * in];
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
        kernels.dense(x, w, b, y, rows, in, out, Activation.RELU);
        return y;
    }

    @Benchmark
    public float[] inputGradient() {
        kernels.denseInputGradient(y, w, dx, rows, in, out);
        return dx;
    }

    @Benchmark
    public float[] weightGradient() {
        kernels.denseWeightGradient(y, x, dw, rows, in, out, false);
        return dw;
    }
}
