package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertClose;
import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Softmax and the losses against double arithmetic. */
@Tag("vector")
class SoftmaxTest {
    private static final int[] WIDTHS = {1, 2, 3, 10, 15, 16, 17, 31, 33, 64, 100, 1000};

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static double[] softmax(float[] x, int offset, int columns) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < columns; i++) {
            max = Math.max(max, x[offset + i]);
        }
        double[] y = new double[columns];
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            sum += y[i] = Math.exp(x[offset + i] - max);
        }
        for (int i = 0; i < columns; i++) {
            y[i] /= sum;
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void softmaxAndItsGradient(Kernels kernels) {
        Random random = new Random(1);
        for (int columns : WIDTHS) {
            int rows = 3;
            float[] x = normal(random, rows * columns);
            float[] dy = normal(random, rows * columns);
            float[] y = new float[x.length];
            float[] dx = new float[x.length];
            kernels.softmax(x, y, rows, columns);
            kernels.softmaxGradient(y, dy, dx, rows, columns);
            for (int row = 0; row < rows; row++) {
                double[] exact = softmax(x, row * columns, columns);
                double dot = 0;
                for (int i = 0; i < columns; i++) {
                    dot += exact[i] * dy[row * columns + i];
                }
                for (int i = 0; i < columns; i++) {
                    int at = row * columns + i;
                    assertClose("softmax", exact[i], y[at], exact[i] * 1e-6);
                    assertClose("gradient", exact[i] * (dy[at] - dot), dx[at], exact[i] * 5e-6);
                }
            }
            float[] inPlace = x.clone();
            kernels.softmax(inPlace, inPlace, rows, columns);
            assertSameBits("in place", y, inPlace);
            float[] gradientInPlace = dy.clone();
            kernels.softmaxGradient(y, gradientInPlace, gradientInPlace, rows, columns);
            assertSameBits("gradient in place", dx, gradientInPlace);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void crossEntropyAndItsGradient(Kernels kernels) {
        Random random = new Random(2);
        for (int classes : WIDTHS) {
            int rows = 7;
            float[] x = normal(random, rows * classes);
            int[] labels = Floats.labels(random, rows, classes);
            float[] probabilities = new float[x.length];
            float[] expected = new float[x.length];
            float loss = kernels.crossEntropy(x, labels, probabilities, rows, classes);
            kernels.softmax(x, expected, rows, classes);
            assertSameBits("probabilities", expected, probabilities);
            float[] dx = new float[x.length];
            kernels.crossEntropyGradient(probabilities, labels, dx, rows, classes, 0.5f);
            double exactLoss = 0;
            for (int row = 0; row < rows; row++) {
                double[] exact = softmax(x, row * classes, classes);
                exactLoss -= Math.log(exact[labels[row]]) / rows;
                for (int i = 0; i < classes; i++) {
                    double gradient = 0.5 / rows * (exact[i] - (i == labels[row] ? 1 : 0));
                    assertClose("gradient", gradient, dx[row * classes + i], 1e-7);
                }
            }
            assertClose("loss", exactLoss, loss, 1e-6 * Math.max(1, exactLoss));
            kernels.crossEntropyGradient(probabilities, labels, probabilities, rows, classes, 0.5f);
            assertSameBits("gradient in place", dx, probabilities);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void hugeLogitsGiveFiniteLosses(Kernels kernels) {
        float[] x = {5000, 0, -5000, -5000, 5000, 4999};
        float[] p = new float[6];
        float loss = kernels.crossEntropy(x, new int[] {2, 1}, p, 2, 3);
        assertClose("loss", (10000 + Math.log(1 + Math.exp(-1))) / 2, loss, 1e-3);
        assertSameBits("certain", new float[] {1, 0, 0}, Arrays.copyOf(p, 3));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void infiniteAndMissingLogits(Kernels kernels) {
        float none = Float.NEGATIVE_INFINITY;
        float[] x = {none, 1, none, 1, 0, Float.NaN, 0, 0, 5, 5, 5, 5};
        float[] y = new float[12];
        kernels.softmax(x, y, 3, 4);
        assertSameBits("excluded", new float[] {0, 0.5f, 0, 0.5f}, Arrays.copyOf(y, 4));
        for (int i = 4; i < 8; i++) {
            assertTrue(Float.isNaN(y[i]));
        }
        assertEquals(0.25f, y[8]);
        assertEquals(
                Float.POSITIVE_INFINITY, kernels.crossEntropy(x, new int[] {0}, new float[4], 1, 4), "excluded label");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void squaredErrorAndItsGradient(Kernels kernels) {
        Random random = new Random(3);
        for (int columns : WIDTHS) {
            int rows = 5;
            float[] x = normal(random, rows * columns);
            float[] target = normal(random, rows * columns);
            float[] dx = new float[x.length];
            float loss = kernels.squaredError(x, target, rows, columns);
            kernels.squaredErrorGradient(x, target, dx, rows, columns, 3f);
            double exact = 0;
            for (int i = 0; i < x.length; i++) {
                double d = (double) x[i] - target[i];
                exact += d * d / x.length;
                assertClose("gradient", 3 * 2.0 / x.length * d, dx[i], 1e-6 * Math.abs(d) + 1e-7);
            }
            assertClose("loss", exact, loss, 1e-6 * exact);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void wrongLabelsAndEmptyBatchesAreNamed(Kernels kernels) {
        float[] x = new float[6];
        for (int wrong : new int[] {-1, 3}) {
            int[] labels = {0, wrong};
            Exception e = assertThrows(
                    IllegalArgumentException.class, () -> kernels.crossEntropy(x, labels, new float[6], 2, 3));
            assertEquals(
                    "label " + wrong + " at index 1 is not one of the 3 classes; labels are from 0 to 2, or -100, which"
                            + " counts nothing",
                    e.getMessage());
        }
        Exception e = assertThrows(
                IllegalArgumentException.class, () -> kernels.crossEntropy(x, new int[0], new float[6], 0, 3));
        assertEquals(
                "the cross entropy is a mean and needs at least one element, but there are 0 rows of 3",
                e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernels.squaredError(x, x, 0, 3));
    }
}
