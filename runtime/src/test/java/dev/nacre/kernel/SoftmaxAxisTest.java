package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertClose;
import static dev.nacre.kernel.Floats.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax, softmin and log softmax along any axis, against the softmax of rows and against double precision. */
@Tag("vector")
class SoftmaxAxisTest {
    private static final int[][] SIZES = {{1, 1, 1}, {3, 5, 1}, {2, 7, 4}, {4, 40, 3}, {1, 33, 9}};

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    /** @return [rows, columns, inner] as [rows, inner, columns] */
    private static float[] transposed(float[] x, int rows, int columns, int inner) {
        float[] y = new float[x.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    y[(i * inner + k) * columns + j] = x[(i * columns + j) * inner + k];
                }
            }
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void areThoseOfRows(Kernels kernels) {
        Random random = new Random(1);
        for (int[] size : SIZES) {
            int rows = size[0];
            int columns = size[1];
            int inner = size[2];
            int n = rows * columns * inner;
            float[] x = Floats.normal(random, n);
            float[] dy = Floats.normal(random, n);
            float[] byRow = transposed(x, rows, columns, inner);
            float[] upByRow = transposed(dy, rows, columns, inner);
            float[] expected = new float[n];
            float[] expectedGradient = new float[n];
            kernels.softmax(byRow, expected, rows * inner, columns);
            kernels.softmaxGradient(expected, upByRow, expectedGradient, rows * inner, columns);

            float[] y = x.clone();
            kernels.softmax(y, y, rows, columns, inner);
            assertSameBits("softmax", expected, transposed(y, rows, columns, inner));
            float[] dx = dy.clone();
            kernels.softmaxGradient(y, dx, dx, rows, columns, inner);
            assertSameBits("gradient", expectedGradient, transposed(dx, rows, columns, inner));

            float[] negative = x.clone();
            for (int i = 0; i < n; i++) {
                negative[i] = -negative[i];
            }
            float[] least = new float[n];
            kernels.softmin(negative, least, rows, columns, inner);
            assertSameBits("softmin", y, least);
            float[] leastGradient = new float[n];
            kernels.softminGradient(least, dy, leastGradient, rows, columns, inner);
            for (int i = 0; i < n; i++) {
                assertEquals(dx[i], -leastGradient[i]);
            }
            logSoftmax(kernels, x, y, dy, size);
        }
    }

    private static void logSoftmax(Kernels kernels, float[] x, float[] softmax, float[] dy, int[] size) {
        int inner = size[2];
        int lane = size[1] * inner;
        float[] y = x.clone();
        kernels.logSoftmax(y, y, size[0], size[1], inner);
        float[] dx = dy.clone();
        kernels.logSoftmaxGradient(y, dx, dx, size[0], size[1], inner);
        for (int i = 0; i < x.length; i++) {
            assertClose("log softmax", Math.log(softmax[i]), y[i], 1e-5);
            double sum = 0;
            for (int j = i / lane * lane + i % inner; j < (i / lane + 1) * lane; j += inner) {
                sum += dy[j];
            }
            assertClose("its gradient", dy[i] - softmax[i] * sum, dx[i], 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void nothingOverflows(Kernels kernels) {
        float[] x = {1e4f, 1e4f - 1, -1e30f};
        float[] y = new float[3];
        kernels.logSoftmax(x, y, 1, 3, 1);
        assertClose("first", -Math.log1p(Math.exp(-1)), y[0], 1e-6);
        assertClose("second", -1 - Math.log1p(Math.exp(-1)), y[1], 1e-6);
        assertEquals(-1e30f, y[2]);
        kernels.softmin(x, y, 1, 3, 1);
        assertSameBits("softmin", new float[] {0, 0, 1}, y);
    }
}
