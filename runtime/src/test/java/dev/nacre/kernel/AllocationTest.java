package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After warm-up no call allocates: scratch memory has grown, and the compiler keeps vectors in registers. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Compilation happens in the background, and on a busy machine late: how many attempts that takes is not fixed. */
    private static final int ATTEMPTS = 3000;

    private static final int CALLS = 100;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void noCallAllocates(Kernels kernels) throws InterruptedException {
        Random random = new Random(1);
        int rows = 9;
        int in = 37;
        int out = 70;
        float[] x = Floats.normal(random, rows * in);
        float[] input = Floats.normal(random, rows * in);
        float[] w = Floats.normal(random, out * in);
        float[] b = Floats.normal(random, out);
        float[] y = Floats.normal(random, rows * out);
        float[] dy = Floats.normal(random, rows * out);
        float[] dx = new float[rows * out];
        int[] labels = Floats.labels(random, rows, out);
        float[] mean = new float[out];
        float[] variance = new float[out];
        float[] count = new float[out];
        BatchStatistics statistics = new BatchStatistics(out, 1, 0.1f, 1e-5f);
        Mask mask = new Mask(0.5, 1);
        mask.draw(1, 1);
        for (Activation f : Activations.ALL) {
            check("dense " + f, () -> kernels.dense(x, w, b, y, rows, in, out, f, mask));
            check("gradient of " + f, () -> kernels.activateGradient(y, dy, dx, rows, out, f, mask));
        }
        check("one row", () -> kernels.dense(x, w, b, y, 1, in, out, Activation.RELU, Mask.NONE));
        check("input gradient", () -> kernels.denseInputGradient(dy, w, x, rows, in, out));
        check("weight gradient", () -> kernels.denseWeightGradient(dy, x, w, rows, in, out, true));
        check(
                "input and activation gradient",
                () -> kernels.denseInputGradient(dy, w, x, rows, in, out, input, Activation.RELU, mask));
        check("weight and bias gradient", () -> kernels.denseWeightGradient(dy, x, w, b, rows, in, out, false, false));
        check("column sum", () -> kernels.columnSum(y, b, rows, out, false));
        check("softmax", () -> kernels.softmax(dy, y, rows, out));
        check("softmax gradient", () -> kernels.softmaxGradient(y, dy, dx, rows, out));
        check("cross entropy", () -> kernels.crossEntropy(dy, labels, y, rows, out));
        check("cross entropy gradient", () -> kernels.crossEntropyGradient(y, labels, dx, rows, out, 1));
        check("squared error", () -> kernels.squaredError(y, dy, rows, out));
        check("squared error gradient", () -> kernels.squaredErrorGradient(y, dy, dx, rows, out, 1));
        check("add", () -> kernels.add(y, dy, dx, rows, out));
        check("add and function", () -> kernels.add(y, dy, dx, rows, out, Activation.RELU));
        check("scatter", () -> kernels.scatterColumns(y, dx, rows, 10, out, 3));
        check(
                "batch norm",
                () -> kernels.batchNorm(dy, y, b, b, mean, variance, statistics, rows, true, Activation.IDENTITY));
        check("batch norm gradient", () -> kernels.batchNormGradient(dy, y, dx, b, statistics, rows));
        check("batch norm weights", () -> kernels.batchNormWeightGradient(dy, y, b, mean, statistics, rows, false));
        BatchStatistics planes = new BatchStatistics(out / 20, 20, 0.1f, 1e-5f);
        check(
                "batch norm of planes",
                () -> kernels.batchNorm(dy, y, b, b, mean, variance, planes, rows, true, Activation.RELU, mask));
        check("batch norm gradient of planes", () -> kernels.batchNormGradient(dy, y, dx, b, planes, rows));
        check("channel sum", () -> kernels.channelSum(y, mean, rows, out / 20, 20, false));
        check("group norm", () -> kernels.groupNorm(dy, y, b, b, rows, out / 5, 5, 1, 1e-5f, Activation.RELU));
        check("group norm gradient", () -> kernels.groupNormGradient(dy, y, dx, b, rows, out / 5, 5, 1, 1e-5f));
        check(
                "group norm weights",
                () -> kernels.groupNormWeightGradient(dy, y, b, mean, rows, out / 5, 5, 1, 1e-5f, false));
        check("local norm", () -> kernels.localResponseNorm(dy, y, rows, out / 5, 5, 3, 1, 0.75f, 1));
        check(
                "local norm gradient",
                () -> kernels.localResponseNormGradient(dy, y, dx, rows, out / 5, 5, 3, 1, 0.75f, 1));
        check("statistics", () -> kernels.accumulateStatistics(dy, mean, variance, count, rows, out, 1));
        check("standardize", () -> kernels.standardize(dy, y, mean, variance, rows, out, 1, 1e-5f));
        check("layer norm", () -> kernels.layerNorm(dy, y, b, b, rows, out, 1e-5f));
        check("layer norm gradient", () -> kernels.layerNormGradient(dy, y, dx, b, rows, out, 1e-5f));
        check("layer norm weights", () -> kernels.layerNormWeightGradient(dy, y, b, mean, rows, out, 1e-5f, false));
        check("outer", () -> kernels.outer(b, dy, y, 1, 9, out));
        check("outer gradient", () -> kernels.outerRightGradient(dy, b, y, 1, 9, out));
        check("slice", () -> kernels.slice(dy, y, rows, out, 1, 3, 2, 10));
        Mask spatial = new Mask(0.5, 2, MaskShape.of(7, 10).noise(7, 1));
        spatial.draw(1, 1);
        check("shared mask", () -> kernels.activate(y, dy, rows, out, Activation.TANH, spatial));
        Mask blocks = new Mask(0.5, 3, MaskShape.of(1, 7, 10).blocks(3));
        blocks.draw(1, 1);
        check("drop block", () -> kernels.dropBlock(y, dy, rows, out, blocks));
        check("alpha dropout", () -> kernels.alphaDropout(y, dy, rows, out, spatial));
        check("draw", () -> mask.draw(1, 2));
    }

    /** Sizes that reach every tile, the panels that are copied, and the transposed product. */
    @ParameterizedTest
    @MethodSource("providers")
    void noProductAllocates(Kernels kernels) throws InterruptedException {
        Random random = new Random(2);
        for (int[] size : new int[][] {{110, 70, 80}, {32, 70, 270}, {110, 270, 10}}) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] x = Floats.normal(random, rows * in);
            float[] w = Floats.normal(random, out * in);
            float[] y = Floats.normal(random, rows * out);
            float[] b = Floats.normal(random, out);
            String name = " of " + rows + " rows, " + in + " in, " + out + " out";
            check("dense" + name, () -> kernels.dense(x, w, b, y, rows, in, out, Activation.RELU, Mask.NONE));
            check("input gradient" + name, () -> kernels.denseInputGradient(y, w, x, rows, in, out));
            check("weight gradient" + name, () -> kernels.denseWeightGradient(y, x, w, rows, in, out, false));
            check("added weight gradient" + name, () -> kernels.denseWeightGradient(y, x, w, rows, in, out, true));
        }
    }

    /** Masks that keep more than those before find room. */
    @ParameterizedTest
    @MethodSource("providers")
    void noKeptProductAllocates(Kernels kernels) throws InterruptedException {
        Random random = new Random(3);
        int rows = 100;
        int units = 250;
        Mask above = new Mask(0.5, 1, MaskShape.of(units).acrossBatch());
        Mask below = new Mask(0.5, 2, MaskShape.of(units).acrossBatch());
        above.draw(1, 0);
        float[] x = Floats.normal(random, rows * units);
        float[] w = Floats.normal(random, units * units);
        float[] dw = new float[units * units];
        float[] b = Floats.normal(random, units);
        float[] y = new float[rows * units];
        float[] dx = new float[rows * units];
        int[] step = new int[1];
        check("kept products", () -> {
            above.draw(1, step[0]);
            below.draw(1, step[0]++);
            kernels.activate(x, y, rows, units, Activation.IDENTITY, below);
            kernels.keptDense(y, w, b, dx, rows, units, units, Activation.TANH, above, below);
            kernels.keptDenseInputGradient(dx, w, y, rows, units, units, x, Activation.TANH, below, above);
            kernels.keptDenseWeightGradient(dx, y, dw, b, rows, units, units, false, false, above, below);
            kernels.keptDenseWeightGradient(dx, y, dw, rows, units, units, true, above, below);
        });
    }

    @ParameterizedTest
    @MethodSource("providers")
    void noDroppedWeightAllocates(Kernels kernels) throws InterruptedException {
        Random random = new Random(4);
        int rows = 6;
        int in = 37;
        int out = 20;
        float[] x = Floats.normal(random, rows * in);
        float[] dx = new float[rows * in];
        float[] w = Floats.normal(random, out * in);
        float[] dw = new float[out * in];
        float[] b = Floats.normal(random, out);
        float[] u = new float[rows * out];
        float[] y = new float[rows * out];
        Connections connections = new Connections(0.5, 1);
        int[] step = new int[1];
        check("a mask for each sample", () -> {
            connections.draw(1, step[0]++);
            kernels.dropConnect(x, w, b, y, rows, in, out, 2, connections);
            kernels.dropConnectInputGradient(y, w, dx, rows, in, out, 2, connections);
            kernels.dropConnectWeightGradient(y, x, dw, rows, in, out, false, 2, connections);
        });
        check("a mask for the batch", () -> {
            connections.draw(1, step[0]++);
            kernels.dropWeights(w, in * out, connections);
            kernels.dropWeightsGradient(connections.gradients(), dw, in * out, false, connections);
        });
        connections.off();
        check(
                "moment matching",
                () -> kernels.momentMatching(x, w, u, y, rows, in, out, Activation.RELU, 31, connections));
    }

    /** On planes and by Winograd's way, by sample and in bands, flat, and with one output for each channel. */
    @ParameterizedTest
    @MethodSource("providers")
    void noConvolutionAllocates(Kernels kernels) throws InterruptedException {
        Random random = new Random(5);
        Window window = Window.over(9, 14).kernel(3, 3).padding(1, 1, 1, 1);
        Window large = Window.over(120, 150).kernel(3, 3).padding(1, 1, 1, 1);
        for (Convolution of : new Convolution[] {
            Convolution.of(5, 18, 1, window),
            Convolution.of(5, 18, 1, window).winograd(),
            Convolution.of(2, 3, 1, large).winograd(),
            Convolution.of(6, 6, 6, window.stride(2, 2)),
            Convolution.of(6, 20, 1, Window.over(7, 9))
        }) {
            int samples = 5;
            float[] x = Floats.normal(random, samples * of.inputs());
            float[] w = Floats.normal(random, of.out * of.depth());
            float[] dw = new float[w.length];
            float[] b = Floats.normal(random, of.out);
            float[] y = Floats.normal(random, samples * of.outputs());
            PackedFilters packed = kernels.pack(w, of);
            String name = " of " + of.in + " to " + of.out + ", " + of.window;
            check("conv" + name, () -> kernels.conv(x, w, b, y, samples, of, Activation.RELU));
            check("packed conv" + name, () -> kernels.conv(x, packed, b, y, samples, of, Activation.RELU));
            check("input gradient" + name, () -> kernels.convInputGradient(y, w, x, samples, of));
            check("weight gradient" + name, () -> kernels.convWeightGradient(y, x, dw, samples, of, false));
        }
    }

    private static void check(String name, Runnable call) throws InterruptedException {
        long allocated = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.run();
            }
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            if (allocated == 0) {
                return;
            }
            Thread.sleep(10);
        }
        assertEquals(0, allocated, name + " still allocates");
    }
}
