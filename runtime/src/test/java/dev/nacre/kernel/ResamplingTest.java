package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Padding and upsampling against their definitions; gradients are transposes: {@code <A x, u> = <x, Aᵀ u>}. */
class ResamplingTest {
    private static final int TRIALS = 200;

    /** A linear operation and its gradient. */
    private interface Operation {
        void run(float[] from, float[] to);
    }

    private static void transposed(String name, Random random, int inputs, int outputs, Operation run, Operation back) {
        float[] x = normal(random, inputs);
        float[] u = normal(random, outputs);
        float[] y = normal(random, outputs);
        float[] dx = normal(random, inputs);
        run.run(x, y);
        back.run(u, dx);
        assertEquals(dot(y, u), dot(x, dx), 1e-5 * (outputs + 1), name);
        // And not only for all elements together.
        float[] one = new float[outputs];
        int at = random.nextInt(outputs);
        one[at] = 1;
        back.run(one, dx);
        assertEquals(y[at], dot(x, dx), 1e-5, name + " at " + at);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** Less than a size, or minus what may be cropped. */
    private static int margin(Random random, int size, int crop) {
        return random.nextInt(size + crop) - crop;
    }

    private static int reflected(int i, int size) {
        int at = i;
        while (at < 0 || at >= size) {
            at = at < 0 ? -at : 2 * size - 2 - at;
        }
        return at;
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void margins(Kernels kernels) {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            int height = 1 + random.nextInt(6);
            int width = 1 + random.nextInt(6);
            int planes = 1 + random.nextInt(3);
            int top = margin(random, height, height - 1);
            int bottom = margin(random, height, height - 1 + Math.min(0, top));
            int left = margin(random, width, width - 1);
            int right = margin(random, width, width - 1 + Math.min(0, left));
            Window around = Window.over(height, width).margin(top, bottom, left, right);
            int rows = around.out[0];
            int columns = around.out[1];
            float[] x = normal(random, planes * height * width);
            float[] constant = new float[planes * rows * columns];
            float[] reflect = new float[constant.length];
            float[] replicate = new float[constant.length];
            kernels.pad(x, constant, planes, around, 2.5f);
            kernels.padReflect(x, reflect, planes, around);
            kernels.padReplicate(x, replicate, planes, around);
            for (int i = 0; i < constant.length; i++) {
                int plane = i / (rows * columns) * height * width;
                int row = i / columns % rows - top;
                int column = i % columns - left;
                boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                assertEquals(inside ? x[plane + row * width + column] : 2.5f, constant[i], around + " at " + i);
                assertEquals(x[plane + reflected(row, height) * width + reflected(column, width)], reflect[i]);
                int nearestRow = Math.max(0, Math.min(height - 1, row));
                int nearestColumn = Math.max(0, Math.min(width - 1, column));
                assertEquals(x[plane + nearestRow * width + nearestColumn], replicate[i]);
            }
            int outputs = constant.length;
            transposed(
                    "pad",
                    random,
                    x.length,
                    outputs,
                    (a, b) -> kernels.pad(a, b, planes, around, 0),
                    (a, b) -> kernels.padGradient(a, b, planes, around));
            transposed(
                    "reflect",
                    random,
                    x.length,
                    outputs,
                    (a, b) -> kernels.padReflect(a, b, planes, around),
                    (a, b) -> kernels.padReflectGradient(a, b, planes, around));
            transposed(
                    "replicate",
                    random,
                    x.length,
                    outputs,
                    (a, b) -> kernels.padReplicate(a, b, planes, around),
                    (a, b) -> kernels.padReplicateGradient(a, b, planes, around));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void largerPlanes(Kernels kernels) {
        Random random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            int height = 1 + random.nextInt(6);
            int width = 1 + random.nextInt(6);
            int planes = 1 + random.nextInt(3);
            int down = 1 + random.nextInt(4);
            int across = 1 + random.nextInt(4);
            boolean corners = random.nextBoolean();
            int rows = height * down;
            int columns = width * across;
            float[] x = normal(random, planes * height * width);
            float[] nearest = new float[planes * rows * columns];
            float[] linear = new float[nearest.length];
            kernels.upsampleNearest(x, nearest, planes, height, width, down, across);
            kernels.upsampleLinear(x, linear, planes, height, width, down, across, corners);
            for (int i = 0; i < nearest.length; i++) {
                int plane = i / (rows * columns) * height * width;
                int row = i / columns % rows;
                int column = i % columns;
                assertEquals(x[plane + row / down * width + column / across], nearest[i]);
                double y = place(row, height, down, corners);
                double z = place(column, width, across, corners);
                double sum = 0;
                for (int r = 0; r < height; r++) {
                    for (int c = 0; c < width; c++) {
                        double weight = Math.max(0, 1 - Math.abs(y - r)) * Math.max(0, 1 - Math.abs(z - c));
                        sum += weight * x[plane + r * width + c];
                    }
                }
                assertEquals(sum, linear[i], 2e-6, "linear at " + i);
            }
            transposed(
                    "nearest",
                    random,
                    x.length,
                    nearest.length,
                    (a, b) -> kernels.upsampleNearest(a, b, planes, height, width, down, across),
                    (a, b) -> kernels.upsampleNearestGradient(a, b, planes, height, width, down, across));
            transposed(
                    "linear",
                    random,
                    x.length,
                    nearest.length,
                    (a, b) -> kernels.upsampleLinear(a, b, planes, height, width, down, across, corners),
                    (a, b) -> kernels.upsampleLinearGradient(a, b, planes, height, width, down, across, corners));
        }
    }

    /** The hat functions of the reference need what lies beside the plane to be its border. */
    private static double place(int position, int size, int scale, boolean corners) {
        double at = corners
                ? size * scale == 1 ? 0 : position * (size - 1.0) / (size * scale - 1.0)
                : (position + 0.5) / scale - 0.5;
        return Math.max(0, Math.min(size - 1, at));
    }

    /** As PyTorch computes. */
    @Test
    void bilinearIsPyTorchs() {
        Kernels kernels = KernelProvider.fastest();
        float[] x = {3, -1, 2, 1, 7, -2};
        float[] y = new float[36];
        kernels.upsampleLinear(x, y, 1, 2, 3, 2, 3, false);
        assertClose(
                new double[] {
                    3.0,
                    3.0,
                    1.6666665,
                    0.3333333,
                    -0.9999999,
                    1e-07,
                    1.0000002,
                    2.0,
                    2.0,
                    2.5,
                    2.5,
                    1.9999999,
                    1.5,
                    1.0,
                    1.0,
                    1.0,
                    1.0,
                    1.0,
                    1.5,
                    1.5000001,
                    2.6666665,
                    3.8333337,
                    4.9999995,
                    2.9999995,
                    0.9999995,
                    -1.0,
                    -1.0,
                    1.0,
                    1.0000001,
                    3.0,
                    5.0000005,
                    6.9999995,
                    3.9999995,
                    0.9999993,
                    -2.0,
                    -2.0
                },
                y);
        kernels.upsampleLinear(x, y, 1, 2, 3, 2, 3, true);
        assertClose(
                new double[] {
                    3.0,
                    2.0,
                    1.0,
                    0.0,
                    -1.0,
                    -0.25,
                    0.5,
                    1.25,
                    2.0,
                    2.3333333,
                    2.1666665,
                    2.0,
                    1.8333334,
                    1.6666669,
                    1.4166667,
                    1.1666667,
                    0.9166666,
                    0.6666666,
                    1.6666666,
                    2.3333335,
                    3.0,
                    3.6666667,
                    4.3333335,
                    3.0833335,
                    1.8333334,
                    0.5833333,
                    -0.6666667,
                    1.0,
                    2.5,
                    4.0,
                    5.5,
                    7.0,
                    4.75,
                    2.5,
                    0.25,
                    -2.0
                },
                y);
    }

    private static void assertClose(double[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 2e-6, "at " + i);
        }
    }

    @Test
    void threadsCannotBeSeen() {
        Random random = new Random(3);
        int planes = 64;
        int before = Threads.count();
        float[] x = normal(random, planes * 400);
        float[] dy = normal(random, planes * 1600);
        float[][] results = new float[4][];
        try {
            for (int threads = 1; threads <= 2; threads++) {
                Threads.count(threads == 1 ? 1 : 3);
                Kernels kernels = KernelProvider.fastest();
                float[] y = new float[dy.length];
                float[] dx = new float[x.length];
                kernels.upsampleLinear(x, y, planes, 20, 20, 2, 2, false);
                kernels.upsampleLinearGradient(dy, dx, planes, 20, 20, 2, 2, false);
                results[threads - 1] = y;
                results[threads + 1] = dx;
            }
        } finally {
            Threads.count(before);
        }
        assertSameBits("values", results[0], results[1]);
        assertSameBits("gradients", results[2], results[3]);
    }

    @Test
    void refusesArraysThatAreTooShort() {
        Kernels kernels = KernelProvider.plain();
        Window around = Window.over(2, 2).padding(1, 1, 1, 1);
        float[] four = new float[4];
        float[] sixteen = new float[16];
        assertEquals(
                "y has 4 elements, but 16 are needed (1 x 16)",
                assertThrows(IllegalArgumentException.class, () -> kernels.pad(four, four, 1, around, 0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernels.padReflect(new float[3], sixteen, 1, around));
        assertThrows(
                IllegalArgumentException.class, () -> kernels.upsampleNearestGradient(four, sixteen, 1, 2, 2, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.upsampleLinear(four, sixteen, -1, 2, 2, 2, 2, true));
    }
}
