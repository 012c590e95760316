package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertClose;
import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Merges of two arrays and their gradients. */
@Tag("vector")
class MergeKernelsTest {
    private static final float NAN = Float.NaN;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void elementByElement(Kernels kernels) {
        float[] a = {1, -2, 3, 0.5f, -0f, NAN};
        float[] b = {4, -2, -1, 0.25f, 0f, 1};
        float[] dy = {1, 2, 3, 4, 5, 6};
        float[] y = new float[6];
        float[] d = new float[6];
        kernels.subtract(a, b, y, 2, 3);
        assertSameBits("subtract", new float[] {-3, 0, 4, 0.25f, -0f, NAN}, y);
        kernels.negate(a, y, 2, 3);
        assertSameBits("negate", new float[] {-1, 2, -3, -0.5f, 0f, NAN}, y);
        kernels.divide(a, b, y, 2, 3);
        assertSameBits("divide", new float[] {0.25f, 1, -3, 2, NAN, NAN}, y);
        kernels.divisorGradient(b, y, dy, d, 2, 3);
        assertSameBits("divisor", new float[] {-0.0625f, 1, -9, -32, NAN, NAN}, d);
        kernels.divideBy(a, y, 2, 3, 3);
        assertSameBits("divideBy", new float[] {1f / 3, -2f / 3, 1, 0.5f / 3, -0f, NAN}, y);
        kernels.max(a, b, y, 2, 3);
        assertSameBits("max", new float[] {4, -2, 3, 0.5f, 0f, NAN}, y);
        kernels.maxGradient(a, b, dy, d, 2, 3);
        assertSameBits("of a", new float[] {0, 1, 3, 4, 2.5f, 6}, d);
        kernels.maxGradient(b, a, dy, d, 2, 3);
        assertSameBits("of b", new float[] {1, 1, 0, 0, 2.5f, 6}, d);
        kernels.min(a, b, y, 2, 3);
        assertSameBits("min", new float[] {1, -2, -1, 0.25f, -0f, NAN}, y);
        kernels.minGradient(a, b, dy, d, 2, 3);
        assertSameBits("of a", new float[] {1, 1, 0, 0, 2.5f, 6}, d);
        kernels.minGradient(b, a, dy, d, 2, 3);
        assertSameBits("of b", new float[] {0, 1, 3, 4, 2.5f, 6}, d);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void repetitions(Kernels kernels) {
        Random random = new Random(5);
        for (int inner : new int[] {1, 2, 7}) {
            for (int times = 1; times <= 9; times++) {
                int rows = 3;
                float[] x = normal(random, rows * inner);
                float[] dy = normal(random, rows * times * inner);
                float[] y = normal(random, dy.length);
                float[] dx = normal(random, x.length);
                kernels.repeat(x, y, rows, times, inner);
                kernels.repeatGradient(dy, dx, rows, times, inner);
                float[] repeated = new float[y.length];
                double[] sums = new double[x.length];
                for (int r = 0; r < rows; r++) {
                    for (int t = 0; t < times; t++) {
                        for (int i = 0; i < inner; i++) {
                            int at = (r * times + t) * inner + i;
                            repeated[at] = x[r * inner + i];
                            sums[r * inner + i] += dy[at];
                        }
                    }
                }
                assertSameBits(times + " times " + inner, repeated, y);
                for (int i = 0; i < dx.length; i++) {
                    assertEquals((float) sums[i], dx[i], Math.ulp((float) sums[i]), times + " times " + inner);
                }
            }
        }
        // The sum is made in double: large numbers that cancel leave the small one.
        float[] sum = new float[1];
        kernels.repeatGradient(new float[] {1e8f, 1, -1e8f, 0, 0, 2}, sum, 1, 6, 1);
        assertEquals(3, sum[0]);
        float[] six = new float[6];
        assertThrows(IllegalArgumentException.class, () -> kernels.repeat(sum, six, 1, 7, 1));
        assertThrows(IllegalArgumentException.class, () -> kernels.repeat(sum, six, 2, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> kernels.repeatGradient(six, sum, 2, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> kernels.repeatGradient(six, six, 1, 7, 1));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void innerProductsAndCosines(Kernels kernels) {
        Random random = new Random(1);
        for (int columns : new int[] {1, 3, 4, 17, 1000}) {
            int rows = 3;
            float[] a = normal(random, rows * columns);
            float[] b = normal(random, rows * columns);
            float[] dy = normal(random, rows);
            float[] dot = new float[rows];
            float[] cosine = new float[rows];
            float[] dotGradient = new float[a.length];
            float[] cosineGradient = new float[a.length];
            kernels.dot(a, b, dot, rows, columns);
            kernels.cosine(a, b, cosine, rows, columns, 1e-8f);
            kernels.dotGradient(b, dy, dotGradient, rows, columns);
            kernels.cosineGradient(a, b, dy, cosineGradient, rows, columns, 1e-8f);
            for (int r = 0; r < rows; r++) {
                double inner = sum(a, b, r, columns);
                double lengthA = Math.sqrt(sum(a, a, r, columns));
                double lengths = lengthA * Math.sqrt(sum(b, b, r, columns));
                assertClose("dot", inner, dot[r], Math.ulp((float) inner));
                assertClose("cosine", inner / lengths, cosine[r], 1e-7);
                for (int i = r * columns; i < (r + 1) * columns; i++) {
                    assertClose("d dot", (double) dy[r] * b[i], dotGradient[i], 1e-6);
                    double expected = dy[r] * (b[i] / lengths - inner / lengths * a[i] / (lengthA * lengthA));
                    assertClose("d cosine", expected, cosineGradient[i], 1e-6);
                }
            }
        }
    }

    private static double sum(float[] a, float[] b, int row, int columns) {
        double sum = 0;
        for (int i = row * columns; i < (row + 1) * columns; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** The vector of zeros has no direction; epsilon makes its cosine 0 and its gradient finite. */
    @ParameterizedTest
    @MethodSource("providers")
    void zeroHasTheCosineZero(Kernels kernels) {
        float[] y = {7};
        float[] da = {7, 7};
        float[] zero = new float[2];
        float[] b = {3, 4};
        kernels.cosine(zero, b, y, 1, 2, 0.5f);
        kernels.cosineGradient(zero, b, new float[] {1}, da, 1, 2, 0.5f);
        assertSameBits("cosine", new float[] {0}, y);
        assertSameBits("gradient", new float[] {1.2f, 1.6f}, da);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void outerProducts(Kernels kernels) {
        Random random = new Random(2);
        int rows = 2;
        int left = 3;
        int right = 5;
        float[] a = normal(random, rows * left);
        float[] b = normal(random, rows * right);
        float[] dy = normal(random, rows * left * right);
        float[] y = new float[dy.length];
        float[] da = new float[a.length];
        float[] db = new float[b.length];
        double[] expectedA = new double[a.length];
        double[] expectedB = new double[b.length];
        float[] expected = new float[dy.length];
        for (int at = 0; at < dy.length; at++) {
            int r = at / right / left;
            int i = r * left + at / right % left;
            int j = r * right + at % right;
            expected[at] = a[i] * b[j];
            expectedA[i] += (double) dy[at] * b[j];
            expectedB[j] += (double) dy[at] * a[i];
        }
        kernels.outer(a, b, y, rows, left, right);
        assertSameBits("outer", expected, y);
        kernels.outerLeftGradient(dy, b, da, rows, left, right);
        kernels.outerRightGradient(dy, a, db, rows, left, right);
        for (int i = 0; i < da.length; i++) {
            assertClose("da", expectedA[i], da[i], 1e-6);
        }
        for (int j = 0; j < db.length; j++) {
            assertClose("db", expectedB[j], db[j], 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesShortArrays(Kernels kernels) {
        float[] two = new float[2];
        float[] four = new float[4];
        assertThrows(IllegalArgumentException.class, () -> kernels.subtract(four, four, two, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.divide(two, four, four, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.maxGradient(four, four, two, four, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.min(four, two, four, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.dot(four, four, new float[1], 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.cosineGradient(four, four, two, two, 2, 2, 1e-8f));
        assertThrows(IllegalArgumentException.class, () -> kernels.outer(two, two, new float[3], 1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> kernels.negate(four, four, -1, 2));
    }
}
