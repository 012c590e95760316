package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReductionTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.nacre.kernel.Providers#all")
    void largestMagnitudeIsThatOfTheElementsInUse(Kernels kernels) {
        Random random = new Random(1);
        for (int length = 0; length < 70; length++) {
            float[] x = new float[length + 3];
            float largest = 0;
            for (int i = 0; i < length; i++) {
                x[i] = (float) random.nextGaussian() * (random.nextInt(9) == 0 ? 1e30f : 1e-40f);
                largest = Math.max(largest, Math.abs(x[i]));
            }
            x[length] = Float.NaN;
            assertEquals(largest, kernels.largestMagnitude(x, length));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.nacre.kernel.Providers#all")
    void oneThatIsNotFiniteIsFoundWhereverItIs(Kernels kernels) {
        for (int at = 0; at < 50; at++) {
            float[] x = new float[50];
            x[7] = -1e38f;
            x[at] = Float.NEGATIVE_INFINITY;
            assertEquals(Float.POSITIVE_INFINITY, kernels.largestMagnitude(x, 50));
            x[at] = Float.NaN;
            x[(at + 1) % 50] = Float.POSITIVE_INFINITY;
            assertTrue(Float.isNaN(kernels.largestMagnitude(x, 50)));
        }
        assertEquals(0, Float.floatToRawIntBits(kernels.largestMagnitude(new float[] {-0f}, 1)));
        assertThrows(IllegalArgumentException.class, () -> kernels.largestMagnitude(new float[2], 3));
    }
}
