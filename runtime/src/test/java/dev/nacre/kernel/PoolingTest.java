package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling against its definition over random windows, and what adaptive and global pooling make of it. */
class PoolingTest {
    private static final int TRIALS = 300;
    private static final double BOUND = 2e-6;

    /** The elements of each position inside the plane, in row-major order, and how many with padding. */
    private record Positions(List<List<Integer>> inside, List<Integer> padded) {
        static Positions of(Window v) {
            List<List<Integer>> inside = new ArrayList<>();
            List<Integer> padded = new ArrayList<>();
            for (int row = 0; row < v.out[0]; row++) {
                for (int column = 0; column < v.out[1]; column++) {
                    List<Integer> elements = new ArrayList<>();
                    int counted = 0;
                    for (int i = 0; i < v.kernel[0]; i++) {
                        for (int j = 0; j < v.kernel[1]; j++) {
                            int y = row * v.stride[0] - v.before[0] + i * v.dilation[0];
                            int x = column * v.stride[1] - v.before[1] + j * v.dilation[1];
                            if (y < v.size[0] + v.after[0] && x < v.size[1] + v.after[1]) {
                                counted++;
                            }
                            if (y >= 0 && y < v.size[0] && x >= 0 && x < v.size[1]) {
                                elements.add(y * v.size[1] + x);
                            }
                        }
                    }
                    inside.add(elements);
                    padded.add(counted);
                }
            }
            return new Positions(inside, padded);
        }

        static Positions adaptive(int height, int width, int outHeight, int outWidth) {
            List<List<Integer>> inside = new ArrayList<>();
            for (int row = 0; row < outHeight; row++) {
                for (int column = 0; column < outWidth; column++) {
                    List<Integer> elements = new ArrayList<>();
                    for (int y = row * height / outHeight;
                            y < Math.ceil((row + 1) * height / (double) outHeight);
                            y++) {
                        for (int x = column * width / outWidth;
                                x < Math.ceil((column + 1) * width / (double) outWidth);
                                x++) {
                            elements.add(y * width + x);
                        }
                    }
                    inside.add(elements);
                }
            }
            return new Positions(inside, inside.stream().map(List::size).toList());
        }

        boolean isPossible() {
            return !inside.isEmpty() && inside.stream().noneMatch(List::isEmpty);
        }
    }

    private static Window window(Random random) {
        while (true) {
            Window window = Window.over(1 + random.nextInt(14), 1 + random.nextInt(20))
                    .kernel(1 + random.nextInt(4), 1 + random.nextInt(4))
                    .stride(1 + random.nextInt(3), 1 + random.nextInt(3))
                    .padding(random.nextInt(2), random.nextInt(3), random.nextInt(3), random.nextInt(2))
                    .dilation(1 + random.nextInt(2), 1 + random.nextInt(3));
            if (random.nextInt(3) == 0) {
                window = Window.over(2 + random.nextInt(9), 2 + random.nextInt(9))
                        .kernel(2, 2)
                        .stride(2, 2);
            }
            if (random.nextBoolean()) {
                window = window.ceil();
            }
            if (Math.min(window.out[0], window.out[1]) > 0
                    && Positions.of(window).isPossible()) {
                return window;
            }
        }
    }

    /** Values with ties. */
    private static float[] coarse(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(7) - 3;
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void windowsFollowTheDefinition(Kernels kernels) {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            Window window = window(random);
            Positions positions = Positions.of(window);
            int planes = 1 + random.nextInt(4);
            float[] x = random.nextBoolean()
                    ? coarse(random, planes * window.inputs())
                    : normal(random, planes * window.inputs());
            float[] dy = normal(random, planes * window.outputs());
            String name = window + " stride " + window.stride[0] + "x" + window.stride[1];

            float[] y = normal(random, dy.length);
            float[] dx = normal(random, x.length);
            kernels.maxPool(x, y, planes, window);
            kernels.maxPoolGradient(x, dy, dx, planes, window);
            max(name, positions, x, dy, y, dx, planes, window.inputs());

            boolean counts = random.nextBoolean();
            kernels.averagePool(x, y, planes, window, counts);
            kernels.averagePoolGradient(dy, dx, planes, window, counts);
            average(name, positions, counts, x, dy, y, dx, planes, window.inputs());

            double norm = 1 + random.nextInt(4);
            for (int i = 0; norm == 3 && i < x.length; i++) {
                x[i] = Math.abs(x[i]);
            }
            kernels.lpPool(x, y, planes, window, norm);
            kernels.lpPoolGradient(x, y, dy, dx, planes, window, norm);
            norm(name + " norm " + norm, positions, window.elements(), norm, x, dy, y, dx, planes, window.inputs());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void adaptivePositionsDivideThePlane(Kernels kernels) {
        Random random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            int height = 1 + random.nextInt(12);
            int width = 1 + random.nextInt(12);
            int outHeight = trial % 3 == 0 ? 1 : 1 + random.nextInt(14);
            int outWidth = trial % 3 == 0 ? 1 : 1 + random.nextInt(14);
            Positions positions = Positions.adaptive(height, width, outHeight, outWidth);
            int planes = 1 + random.nextInt(4);
            int inputs = height * width;
            float[] x = coarse(random, planes * inputs);
            float[] dy = normal(random, planes * outHeight * outWidth);
            String name = height + "x" + width + " to " + outHeight + "x" + outWidth;

            float[] y = normal(random, dy.length);
            float[] dx = normal(random, x.length);
            kernels.adaptiveMaxPool(x, y, planes, height, width, outHeight, outWidth);
            kernels.adaptiveMaxPoolGradient(x, dy, dx, planes, height, width, outHeight, outWidth);
            max(name, positions, x, dy, y, dx, planes, inputs);

            kernels.adaptiveAveragePool(x, y, planes, height, width, outHeight, outWidth);
            kernels.adaptiveAveragePoolGradient(dy, dx, planes, height, width, outHeight, outWidth);
            average(name, positions, false, x, dy, y, dx, planes, inputs);
        }
    }

    private static void max(
            String name, Positions positions, float[] x, float[] dy, float[] y, float[] dx, int planes, int inputs) {
        int outputs = positions.inside().size();
        double[] gradient = new double[x.length];
        for (int plane = 0; plane < planes; plane++) {
            for (int o = 0; o < outputs; o++) {
                int place = -1;
                for (int i : positions.inside().get(o)) {
                    if (place < 0 || x[plane * inputs + i] > x[place]) {
                        place = plane * inputs + i;
                    }
                }
                assertEquals(x[place], y[plane * outputs + o], "max " + name + " at " + o);
                gradient[place] += dy[plane * outputs + o];
            }
        }
        close("gradient of max " + name, gradient, dx);
    }

    private static void average(
            String name,
            Positions positions,
            boolean countPadding,
            float[] x,
            float[] dy,
            float[] y,
            float[] dx,
            int planes,
            int inputs) {
        int outputs = positions.inside().size();
        double[] values = new double[dy.length];
        double[] gradient = new double[x.length];
        for (int plane = 0; plane < planes; plane++) {
            for (int o = 0; o < outputs; o++) {
                List<Integer> inside = positions.inside().get(o);
                int count = countPadding ? positions.padded().get(o) : inside.size();
                for (int i : inside) {
                    values[plane * outputs + o] += (double) x[plane * inputs + i] / count;
                    gradient[plane * inputs + i] += (double) dy[plane * outputs + o] / count;
                }
            }
        }
        close("average " + name, values, y);
        close("gradient of average " + name, gradient, dx);
    }

    private static void norm(
            String name,
            Positions positions,
            int elements,
            double norm,
            float[] x,
            float[] dy,
            float[] y,
            float[] dx,
            int planes,
            int inputs) {
        int outputs = positions.inside().size();
        double[] gradient = new double[x.length];
        for (int plane = 0; plane < planes; plane++) {
            for (int o = 0; o < outputs; o++) {
                int at = plane * outputs + o;
                double c = (double) elements / positions.padded().get(o);
                double sum = 0;
                for (int i : positions.inside().get(o)) {
                    sum += c * Math.pow(x[plane * inputs + i], norm);
                }
                double root = Math.pow(sum, 1 / norm);
                assertEquals(root, y[at], BOUND * (1 + Math.abs(root)), name + " at " + o);
                for (int i : positions.inside().get(o)) {
                    gradient[plane * inputs + i] += norm == 1
                            ? c * dy[at]
                            : root == 0 ? 0 : c * dy[at] * Math.pow(x[plane * inputs + i] / root, norm - 1);
                }
            }
        }
        for (int i = 0; i < dx.length; i++) {
            assertEquals(gradient[i], dx[i], 1e-4 * (1 + Math.abs(gradient[i])), "gradient of " + name + " at " + i);
        }
    }

    private static void close(String name, double[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], BOUND * (1 + Math.abs(expected[i])), name + " at " + i);
        }
    }

    /** As PyTorch computes: what is cut off at the end has divisors of its own. */
    @Test
    void ceilIsPyTorchs() {
        Kernels kernels = KernelProvider.fastest();
        float[] x = {3, -1, 2, 5, -4, 1, 7, -2, 4, -3, 6, -5, 2, 8, -6, 1, 9, -7, 3, 0};
        Window image = Window.over(4, 5);
        Window window = image.kernel(4, 3).stride(3, 3).padding(2, 2, 1, 1).ceil();
        float[] y = new float[4];
        kernels.averagePool(x, y, 1, window, true);
        close("average", new double[] {0.8333333, 0.1666667, 1.5833334, -0.0833333}, y);
        float[] norms = new float[6];
        kernels.lpPool(x, norms, 1, image.kernel(2, 2).stride(2, 2).ceil(), 2);
        close("norms", new double[] {7.7459669, 7.0, 7.0710678, 11.9582605, 11.2249718, 8.485281}, norms);
        kernels.lpPool(x, norms, 1, image.kernel(2, 2).stride(2, 2).ceil(), 1);
        close("sums of a kernel that is cut off", new double[] {10, 9, -14, 11, 6, -12}, norms);
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void nanIsTheLargest(Kernels kernels) {
        float nan = Float.NaN;
        for (int at = 0; at < 4; at++) {
            float[] x = {1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 4};
            x[at] = nan;
            float[] expected = new float[4];
            expected[at] = 5;
            for (Window window : List.of(
                    Window.over(2, 2).kernel(2, 2).stride(2, 2),
                    Window.over(2, 2).kernel(2, 2))) {
                float[] y = new float[1];
                float[] dx = new float[4];
                kernels.maxPool(x, y, 1, window);
                kernels.maxPoolGradient(x, new float[] {5}, dx, 1, window);
                assertTrue(Float.isNaN(y[0]));
                assertSameBits("gradient", expected, dx);
            }
            float[] y = new float[1];
            float[] dx = new float[4];
            kernels.adaptiveMaxPool(x, y, 1, 2, 2, 1, 1);
            kernels.adaptiveMaxPoolGradient(x, new float[] {5}, dx, 1, 2, 2, 1, 1);
            assertTrue(Float.isNaN(y[0]));
            assertSameBits("gradient", expected, dx);
        }
        float[] lowest = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        float[] y = new float[1];
        float[] dx = new float[2];
        kernels.maxPool(lowest, y, 1, Window.over(1, 2).kernel(1, 2));
        kernels.maxPoolGradient(
                lowest, new float[] {5}, dx, 1, Window.over(1, 2).kernel(1, 2));
        assertSameBits("lowest", new float[] {Float.NEGATIVE_INFINITY}, y);
        assertSameBits("first", new float[] {5, 0}, dx);
    }

    @Test
    void anOddNormOfANegativeSumIsNaN() {
        float[] y = new float[1];
        KernelProvider.fastest()
                .lpPool(new float[] {1, -2}, y, 1, Window.over(1, 2).kernel(1, 2), 3);
        assertTrue(Float.isNaN(y[0]));
    }

    @Test
    void threadsCannotBeSeen() {
        Random random = new Random(3);
        int planes = 64;
        int before = Threads.count();
        Window window = Window.over(30, 31).kernel(3, 3).stride(2, 2).padding(1, 1, 1, 1);
        float[] x = normal(random, planes * window.inputs());
        float[] dy = normal(random, planes * window.outputs());
        float[][] results = new float[2][];
        try {
            for (int threads = 1; threads <= 2; threads++) {
                Threads.count(threads == 1 ? 1 : 3);
                Kernels kernels = KernelProvider.fastest();
                float[] y = new float[dy.length];
                float[] dx = new float[x.length];
                float[] all = new float[3 * (x.length + y.length)];
                kernels.maxPool(x, y, planes, window);
                kernels.maxPoolGradient(x, dy, dx, planes, window);
                System.arraycopy(y, 0, all, 0, y.length);
                System.arraycopy(dx, 0, all, y.length, dx.length);
                kernels.averagePool(x, y, planes, window, false);
                kernels.averagePoolGradient(dy, dx, planes, window, false);
                System.arraycopy(y, 0, all, x.length + y.length, y.length);
                System.arraycopy(dx, 0, all, x.length + 2 * y.length, dx.length);
                kernels.lpPool(x, y, planes, window, 2);
                kernels.lpPoolGradient(x, y, dy, dx, planes, window, 2);
                System.arraycopy(y, 0, all, 2 * (x.length + y.length), y.length);
                System.arraycopy(dx, 0, all, 2 * (x.length + y.length) + y.length, dx.length);
                results[threads - 1] = all;
            }
        } finally {
            Threads.count(before);
        }
        assertSameBits("results", results[0], results[1]);
    }

    @Test
    void refusesArraysThatAreTooShort() {
        Kernels kernels = KernelProvider.plain();
        Window window = Window.over(4, 4).kernel(2, 2).stride(2, 2);
        float[] four = new float[4];
        float[] sixteen = new float[16];
        assertEquals(
                "x has 4 elements, but 16 are needed (1 x 16)",
                assertThrows(IllegalArgumentException.class, () -> kernels.maxPool(four, four, 1, window))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernels.maxPool(sixteen, new float[3], 1, window));
        assertThrows(IllegalArgumentException.class, () -> kernels.maxPool(sixteen, four, -1, window));
        assertThrows(IllegalArgumentException.class, () -> kernels.maxPoolGradient(sixteen, four, four, 1, window));
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.lpPoolGradient(sixteen, new float[3], four, sixteen, 1, window, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.adaptiveMaxPool(sixteen, four, 1, 4, 4, 3, 2));
    }
}
