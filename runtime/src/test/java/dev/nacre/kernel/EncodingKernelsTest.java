package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingKernelsTest {
    private static final float NAN = Float.NaN;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void unitIsTheRoundedQuotient(Kernels kernels) {
        byte[] x = new byte[300];
        for (int i = 0; i < x.length; i++) {
            x[i] = (byte) i;
        }
        for (int length : new int[] {0, 1, 3, 4, 7, 8, 15, 16, 17, 31, 33, 256, 297}) {
            float[] y = new float[length + 5];
            kernels.unit(x, 3, y, 2, length);
            for (int i = 0; i < y.length; i++) {
                float expected = i < 2 || i >= length + 2 ? 0 : (float) ((i + 1 & 0xFF) / 255.0);
                assertEquals(expected, y[i], "element " + i + " of " + length);
            }
        }
        assertThrows(IndexOutOfBoundsException.class, () -> kernels.unit(x, 4, new float[400], 0, 297));
        assertThrows(IndexOutOfBoundsException.class, () -> kernels.unit(x, 0, new float[100], 1, 100));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void columns(Kernels kernels) {
        float[] x = {1, 2, 3, 4, 5, 6};
        float[] y = {9, 9, 9, 9, 9, 9, 9, 9};
        kernels.copyColumns(x, y, 2, 2, 3, 1, 4, 2);
        assertArrayEquals(new float[] {9, 9, 2, 3, 9, 9, 5, 6}, y);
        kernels.clearColumns(y, 2, 1, 4, 1);
        assertArrayEquals(new float[] {9, 0, 2, 3, 9, 0, 5, 6}, y);
        assertEquals(
                "columns 3 to 4 do not lie inside the 4 columns of the whole",
                refusal(() -> kernels.copyColumns(x, y, 2, 2, 3, 1, 4, 3)));
        assertEquals(
                "columns 2 to 3 do not lie inside the 3 columns of the whole",
                refusal(() -> kernels.copyColumns(x, y, 2, 2, 3, 2, 4, 0)));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void missing(Kernels kernels) {
        float[] x = {1, NAN, -0f, Float.POSITIVE_INFINITY};
        float[] y = new float[4];
        kernels.fillMissing(x, y, 2, 2, 0.5f);
        assertArrayEquals(new float[] {1, 0.5f, -0f, Float.POSITIVE_INFINITY}, y);
        kernels.fillMissingGradient(x, new float[] {2, 3, 4, 5}, y, 2, 2);
        assertArrayEquals(new float[] {2, 0, 4, 5}, y);
        kernels.missingIndicator(x, y, 2, 2);
        assertArrayEquals(new float[] {0, 1, 0, 0}, y);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void embedding(Kernels kernels) {
        float[] table = {1, 2, 3, 4, 5, 6};
        float[] y = new float[8];
        kernels.embedding(new float[] {2, 0, 2, 1}, table, y, 4, 3, 2);
        assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6, 3, 4}, y);
        float[] dw = {1, 1, 1, 1, 1, 1};
        float[] dy = {1, 2, 3, 4, 5, 6, 7, 8};
        kernels.embeddingGradient(new float[] {2, 0, 2, 1}, dy, dw, 4, 3, 2, true);
        assertArrayEquals(new float[] {4, 5, 8, 9, 7, 9}, dw);
        kernels.embeddingGradient(new float[] {2, 2, 2, 1}, dy, dw, 4, 3, 2, false);
        assertArrayEquals(new float[] {0, 0, 7, 8, 9, 12}, dw);
    }

    /** Many rows of one index: the sum is rounded once. */
    @ParameterizedTest
    @MethodSource("providers")
    void longSumsStayExact(Kernels kernels) {
        int rows = 20_000;
        float[] dy = normal(new Random(4), rows);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            dy[i] += 1000;
            sum += dy[i];
        }
        float[] dw = new float[2];
        kernels.embeddingGradient(new float[rows], dy, dw, rows, 2, 1, false);
        assertArrayEquals(new float[] {(float) sum, 0}, dw);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesIndicesOfNoRow(Kernels kernels) {
        float[] y = {7, 7};
        float[] dw = {7, 7, 7};
        for (float wrong : new float[] {3, -1, 0.5f, NAN, Float.POSITIVE_INFINITY, 1e10f}) {
            String text = "index " + wrong + " of sample 1 is not one of the 3 rows of the embedding; indices are whole"
                    + " numbers from 0 to 2";
            assertEquals(text, refusal(() -> kernels.embedding(new float[] {0, wrong}, new float[3], y, 2, 3, 1)));
            assertEquals(
                    text,
                    refusal(() -> kernels.embeddingGradient(new float[] {0, wrong}, new float[2], dw, 2, 3, 1, false)));
        }
        assertArrayEquals(new float[] {7, 7}, y);
        assertArrayEquals(new float[] {7, 7, 7}, dw);
        assertEquals(
                "the table has 3 elements, but 6 are needed (3 x 2)",
                refusal(() -> kernels.embedding(new float[1], new float[3], y, 1, 3, 2)));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
