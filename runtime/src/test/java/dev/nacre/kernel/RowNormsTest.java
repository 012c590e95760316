package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertClose;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layer normalisation and root mean square normalisation against double arithmetic. */
@Tag("vector")
class RowNormsTest {
    private static final int[][] SIZES = {{1, 2}, {3, 5}, {4, 16}, {2, 37}, {5, 128}, {3, 1001}};
    private static final float EPSILON = 1e-5f;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    /** A row, normalised. */
    private static double[] normalized(double[] x, boolean centred) {
        double mean = centred ? mean(x) : 0;
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        double[] normal = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            normal[i] = (x[i] - mean) / Math.sqrt(squares / x.length + EPSILON);
        }
        return normal;
    }

    private static double[] row(float[] x, int row, int columns) {
        double[] values = new double[columns];
        for (int i = 0; i < columns; i++) {
            values[i] = x[row * columns + i];
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void forward(Kernels kernels) {
        Random random = new Random(1);
        for (int[] size : SIZES) {
            int rows = size[0];
            int columns = size[1];
            float[] x = normal(random, rows * columns);
            float[] weight = normal(random, columns);
            float[] bias = normal(random, columns);
            float[] layer = new float[x.length];
            float[] unbiased = new float[x.length];
            float[] plain = new float[x.length];
            float[] rms = new float[x.length];
            float[] plainRms = new float[x.length];
            kernels.layerNorm(x, layer, weight, bias, rows, columns, EPSILON);
            kernels.layerNorm(x, unbiased, weight, null, rows, columns, EPSILON);
            kernels.layerNorm(x, plain, null, null, rows, columns, EPSILON);
            kernels.rmsNorm(x, rms, weight, rows, columns, EPSILON);
            kernels.rmsNorm(x, plainRms, null, rows, columns, EPSILON);
            for (int row = 0; row < rows; row++) {
                double[] centred = normalized(row(x, row, columns), true);
                double[] scaled = normalized(row(x, row, columns), false);
                for (int i = 0; i < columns; i++) {
                    int at = row * columns + i;
                    assertRounded(centred[i] * weight[i] + bias[i], layer[at]);
                    assertRounded(centred[i] * weight[i], unbiased[at]);
                    assertRounded(centred[i], plain[at]);
                    assertRounded(scaled[i] * weight[i], rms[at]);
                    assertRounded(scaled[i], plainRms[at]);
                }
            }
        }
    }

    /** All but the last rounding happens in double. */
    private static void assertRounded(double expected, float actual) {
        assertClose("y", expected, actual, 1e-9 + Math.ulp((float) expected));
    }

    /** A mean a million times the deviation leaves nothing of sums in float. */
    @ParameterizedTest
    @MethodSource("providers")
    void farFromZero(Kernels kernels) {
        float[] x = new float[64];
        for (int i = 0; i < 64; i++) {
            x[i] = 1e6f + i % 2;
        }
        float[] y = new float[64];
        kernels.layerNorm(x, y, null, null, 1, 64, EPSILON);
        for (int i = 0; i < 64; i++) {
            assertClose("y", (i % 2 - 0.5) / Math.sqrt(0.25 + EPSILON), y[i], 1e-7);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void equalElementsAreZeroAndNotNaN(Kernels kernels) {
        float[] y = {7, 7, 7};
        kernels.layerNorm(new float[] {3, 3, 3}, y, null, null, 1, 3, EPSILON);
        assertEquals(List.of(0f, 0f, 0f), List.of(y[0], y[1], y[2]));
        kernels.rmsNorm(new float[3], y, null, 1, 3, EPSILON);
        assertEquals(List.of(0f, 0f, 0f), List.of(y[0], y[1], y[2]));
    }

    private interface Loss {
        double of(double[] row, int at);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void inputGradientsAreTheDifferences(Kernels kernels) {
        Random random = new Random(3);
        int rows = 3;
        int columns = 7;
        float[] x = normal(random, 21);
        float[] dy = normal(random, 21);
        float[] weight = normal(random, 7);
        float[] ones = {1, 1, 1, 1, 1, 1, 1};
        float[] dx = new float[21];
        kernels.layerNormGradient(x, dy, dx, weight, rows, columns, EPSILON);
        assertDifferences(x, dx, columns, (row, at) -> sum(normalized(row, true), dy, weight, at));
        kernels.layerNormGradient(x, dy, dx, null, rows, columns, EPSILON);
        assertDifferences(x, dx, columns, (row, at) -> sum(normalized(row, true), dy, ones, at));
        kernels.rmsNormGradient(x, dy, dx, weight, rows, columns, EPSILON);
        assertDifferences(x, dx, columns, (row, at) -> sum(normalized(row, false), dy, weight, at));
        kernels.rmsNormGradient(x, dy, dx, null, rows, columns, EPSILON);
        assertDifferences(x, dx, columns, (row, at) -> sum(normalized(row, false), dy, ones, at));
    }

    private static double sum(double[] normal, float[] dy, float[] weight, int at) {
        double sum = 0;
        for (int i = 0; i < normal.length; i++) {
            sum += normal[i] * weight[i] * dy[at + i];
        }
        return sum;
    }

    private static void assertDifferences(float[] x, float[] dx, int columns, Loss loss) {
        double h = 1e-5;
        for (int i = 0; i < x.length; i++) {
            int row = i / columns;
            double[] up = row(x, row, columns);
            double[] down = up.clone();
            up[i % columns] += h;
            down[i % columns] -= h;
            double difference = (loss.of(up, row * columns) - loss.of(down, row * columns)) / (2 * h);
            assertClose("dx", difference, dx[i], 2e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void weightGradients(Kernels kernels) {
        Random random = new Random(4);
        int rows = 9;
        int columns = 5;
        float[] x = normal(random, 45);
        float[] dy = normal(random, 45);
        double[] weights = new double[5];
        double[] scales = new double[5];
        double[] biases = new double[5];
        for (int i = 0; i < 45; i++) {
            weights[i % 5] += normalized(row(x, i / 5, columns), true)[i % 5] * dy[i];
            scales[i % 5] += normalized(row(x, i / 5, columns), false)[i % 5] * dy[i];
            biases[i % 5] += dy[i];
        }
        for (boolean add : new boolean[] {false, true}) {
            float[] dw = {1, 2, 3, 4, 5};
            float[] db = {6, 7, 8, 9, 10};
            float[] alone = dw.clone();
            float[] rms = dw.clone();
            kernels.layerNormWeightGradient(x, dy, dw, db, rows, columns, EPSILON, add);
            kernels.layerNormWeightGradient(x, dy, alone, null, rows, columns, EPSILON, add);
            kernels.rmsNormWeightGradient(x, dy, rms, rows, columns, EPSILON, add);
            for (int i = 0; i < 5; i++) {
                assertClose("dw", weights[i] + (add ? 1 + i : 0), dw[i], 1e-6);
                assertClose("db", biases[i] + (add ? 6 + i : 0), db[i], 1e-6);
                assertClose("rms dw", scales[i] + (add ? 1 + i : 0), rms[i], 1e-6);
                assertEquals(dw[i], alone[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesWrongLengths(Kernels kernels) {
        float[] six = new float[6];
        assertEquals(
                "weight has 2 elements, but 3 are needed (1 x 3)",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> kernels.layerNorm(six, new float[6], new float[2], null, 2, 3, EPSILON))
                        .getMessage());
        assertEquals(
                "there is a bias and no weight; give a weight of ones with it",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> kernels.layerNorm(six, new float[6], null, new float[3], 2, 3, EPSILON))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> kernels.rmsNorm(six, new float[5], null, 2, 3, EPSILON));
    }
}
