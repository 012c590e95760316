package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltyTest {
    private final Kernels kernels = Kernels.get();

    private static float[] numbers(int count) {
        Random random = new Random(count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    /** Arrays may be longer than what a call uses. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 1000, 100_003})
    void sums(int elements) {
        float[] w = numbers(elements + 3);
        double magnitudes = 0;
        double squares = 0;
        for (int i = 0; i < elements; i++) {
            magnitudes += Math.abs((double) w[i]);
            squares += (double) w[i] * w[i];
        }
        assertEquals(0.5 * magnitudes, kernels.l1Penalty(w, elements, 0.5f), 1e-12 * magnitudes);
        assertEquals(0.25 * squares, kernels.l2Penalty(w, elements, 0.25f), 1e-12 * squares);
    }

    @Test
    void gradients() {
        float[] w = {2, -3, 0, -0.0f, Float.NaN, 7};
        float[] dw = {10, 10, 10, 10, 10, 10};
        kernels.l1PenaltyGradient(w, dw, 5, 0.5f, true);
        assertArrayEquals(new float[] {10.5f, 9.5f, 10, 10, Float.NaN, 10}, dw);
        kernels.l1PenaltyGradient(w, dw, 3, 0.5f, false);
        assertArrayEquals(new float[] {0.5f, -0.5f, 0, 10, Float.NaN, 10}, dw);
        kernels.l2PenaltyGradient(w, dw, 3, 0.25f, true);
        assertArrayEquals(new float[] {1.5f, -2, 0, 10, Float.NaN, 10}, dw);
        kernels.l2PenaltyGradient(w, dw, 2, 0.25f, false);
        assertArrayEquals(new float[] {1, -1.5f, 0, 10, Float.NaN, 10}, dw);
    }

    @Test
    void sumsOfExtremesStayFinite() {
        float[] w = new float[9];
        Arrays.fill(w, Float.MAX_VALUE);
        assertTrue(Double.isFinite(kernels.l2Penalty(w, 9, 1)));
        assertTrue(Double.isNaN(kernels.l2Penalty(new float[] {1, Float.NaN}, 2, 1)));
    }

    @Test
    void namesWhatIsTooShort() {
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> kernels.l2PenaltyGradient(new float[4], new float[3], 4, 1, false))
                .getMessage();
        assertTrue(message.startsWith("dw has 3 elements, but 4 are needed"), message);
        assertThrows(IllegalArgumentException.class, () -> kernels.l1Penalty(new float[4], 5, 1));
        assertThrows(IllegalArgumentException.class, () -> kernels.l2Penalty(new float[4], 5, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> kernels.l1PenaltyGradient(new float[2], new float[4], 3, 1, true));
    }

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void providersAgree(Kernels provider) {
        float[] w = numbers(1001);
        assertEquals(kernels.l1Penalty(w, 1001, 0.1f), provider.l1Penalty(w, 1001, 0.1f));
        assertEquals(kernels.l2Penalty(w, 1001, 0.1f), provider.l2Penalty(w, 1001, 0.1f));
    }
}
