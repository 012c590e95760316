package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations with parameters, by chance, and of halves. */
@Tag("vector")
class RectifiersTest {
    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void slopesOfEachFeature(Kernels kernels) {
        float[] x = {-1, 2, -3, 4, -5, -6, 7, -8};
        float[] slopes = {0.5f, 10};
        float[] y = new float[8];
        kernels.prelu(x, y, slopes, 2, 2, 2, 2);
        assertSameBits("y", new float[] {-0.5f, 2, -30, 4, -2.5f, -3, 7, -80}, y);
        float[] dy = {1, 2, 3, 4, 5, 6, 7, 8};
        float[] dx = new float[8];
        kernels.preluGradient(x, dy, dx, slopes, 2, 2, 2, 2);
        assertSameBits("dx", new float[] {0.5f, 2, 30, 4, 2.5f, 3, 7, 80}, dx);
        float[] dw = {100, 200};
        kernels.preluWeightGradient(x, dy, dw, 2, 2, 2, 2, true);
        assertSameBits("dw", new float[] {100 - 1 - 25 - 36, 200 - 9 - 64}, dw);
        kernels.preluWeightGradient(x, dy, dw, 2, 2, 2, 2, false);
        assertSameBits("dw", new float[] {-1 - 25 - 36, -9 - 64}, dw);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void oneSlopeForAll(Kernels kernels) {
        float[] x = {-1, 2, -3, 0};
        float[] y = new float[4];
        kernels.prelu(x, y, new float[] {0.25f}, 1, 4, 1, 1);
        assertSameBits("y", new float[] {-0.25f, 2, -0.75f, 0}, y);
        float[] dw = new float[1];
        kernels.preluWeightGradient(x, new float[] {1, 1, 1, 1}, dw, 1, 4, 1, 1, false);
        assertEquals(-4f, dw[0]);
        Exception e = assertThrows(IllegalArgumentException.class, () -> kernels.prelu(x, y, new float[3], 1, 4, 1, 3));
        assertEquals("there are 3 slopes for 4 features, but 1 or one each is needed", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gates(Kernels kernels) {
        float[] x = {1, -2, 0, 100, 3, 4, -100, 0};
        float[] y = new float[4];
        kernels.glu(x, y, 2, 2);
        assertSameBits("y", new float[] {0.5f, -2, 3 * Scalar.sigmoid(-100), 2}, y);
        float[] dx = new float[8];
        kernels.gluGradient(x, new float[] {1, 1, 1, 2}, dx, 2, 2);
        assertSameBits("dx", new float[] {0.5f, 1, 0.25f, -0f, Scalar.sigmoid(-100), 1, dx[6], 2}, dx);
        assertEquals(3 * Math.exp(-100), dx[6], 1e-44);
    }

    @Test
    void randomSlopesAreUniformAndRepeatable() {
        RandomSlopes slopes = new RandomSlopes(0.125, 0.375, 3);
        assertEquals(0.25f, slopes.slope(5));
        slopes.draw(7, 11);
        double sum = 0;
        double squares = 0;
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            float slope = slopes.slope(i);
            assertTrue(slope >= 0.125f && slope <= 0.375f);
            sum += slope;
            squares += (slope - 0.25) * (slope - 0.25);
        }
        // Five standard errors.
        assertEquals(0.25, sum / n, 5 * 0.25 / Math.sqrt(12.0 * n));
        assertEquals(0.0625 / 12, squares / n, 0.0625 / 12 * 5 / Math.sqrt(n));
        float before = slopes.slope(9);
        slopes.draw(7, 12);
        assertTrue(before != slopes.slope(9));
        slopes.draw(7, 11);
        assertEquals(before, slopes.slope(9));
        RandomSlopes other = new RandomSlopes(0.125, 0.375, 4);
        other.draw(7, 11);
        assertTrue(before != other.slope(9));
        slopes.off();
        assertEquals(0.25f, slopes.slope(9));
    }

    @Test
    void refusesBoundsThatAreNone() {
        for (double[] bounds : new double[][] {{1, 0}, {Double.NaN, 1}, {0, Double.POSITIVE_INFINITY}}) {
            assertThrows(IllegalArgumentException.class, () -> new RandomSlopes(bounds[0], bounds[1], 0));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void randomReluUsesTheSameSlopesBackward(Kernels kernels) {
        Random random = new Random(1);
        float[] x = Floats.normal(random, 60);
        RandomSlopes slopes = new RandomSlopes(-1, 2, 1);
        slopes.draw(1, 2);
        float[] y = new float[60];
        kernels.randomRelu(x, y, 3, 20, slopes);
        float[] ones = new float[60];
        java.util.Arrays.fill(ones, 1);
        float[] dx = new float[60];
        kernels.randomReluGradient(x, ones, dx, 3, 20, slopes);
        for (int i = 0; i < 60; i++) {
            assertEquals(x[i] > 0 ? x[i] : slopes.slope(i) * x[i], y[i]);
            assertEquals(x[i] > 0 ? 1 : slopes.slope(i), dx[i]);
        }
    }
}
