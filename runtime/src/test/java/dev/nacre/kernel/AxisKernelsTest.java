package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Axes swapped and sliced, against index arithmetic. */
@Tag("vector")
class AxisKernelsTest {
    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void swapsAxesAndBack(Kernels kernels) {
        int[][] sizes = {{1, 1, 1, 1}, {1, 2, 3, 1}, {3, 70, 33, 1}, {2, 3, 4, 5}, {4, 1, 6, 2}, {0, 2, 3, 1}};
        Random random = new Random(1);
        for (int[] size : sizes) {
            int first = size[1];
            int second = size[2];
            int inner = size[3];
            float[] x = normal(random, size[0] * first * second * inner);
            float[] expected = new float[x.length];
            for (int at = 0; at < x.length; at++) {
                int k = at % inner;
                int j = at / inner % second;
                int i = at / inner / second % first;
                int r = at / inner / second / first;
                expected[((r * second + j) * first + i) * inner + k] = x[at];
            }
            float[] y = new float[x.length];
            kernels.swapAxes(x, y, size[0], first, second, inner);
            assertSameBits("swapped", expected, y);
            float[] back = new float[x.length];
            kernels.swapAxes(y, back, size[0], second, first, inner);
            assertSameBits("back", x, back);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void slicesAndTheirGradients(Kernels kernels) {
        // rows, size, inner, from, step, count
        int[][] sizes = {
            {1, 5, 1, 1, 1, 3}, {3, 5, 1, 0, 2, 3}, {2, 7, 3, 1, 3, 2}, {2, 4, 2, 3, 1, 1}, {3, 4, 1, 0, 1, 4}
        };
        Random random = new Random(2);
        for (int[] size : sizes) {
            int axis = size[1];
            int inner = size[2];
            int count = size[5];
            float[] x = normal(random, size[0] * axis * inner);
            float[] expected = new float[size[0] * count * inner];
            float[] spread = new float[x.length];
            for (int at = 0; at < expected.length; at++) {
                int position = size[3] + at / inner % count * size[4];
                int whole = (at / inner / count * axis + position) * inner + at % inner;
                expected[at] = x[whole];
                spread[whole] = x[whole];
            }
            float[] y = new float[expected.length];
            kernels.slice(x, y, size[0], axis, inner, size[3], size[4], count);
            assertSameBits("slice", expected, y);
            float[] dx = new float[x.length];
            Arrays.fill(dx, Float.NaN);
            kernels.sliceGradient(y, dx, size[0], axis, inner, size[3], size[4], count);
            assertSameBits("gradient", spread, dx);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesWhatDoesNotFit(Kernels kernels) {
        float[] x = new float[12];
        float[] y = new float[12];
        assertMessage("x and y are one array; give two", () -> kernels.swapAxes(x, x, 1, 3, 4, 1));
        assertMessage(
                "y has 12 elements, but 24 are needed (2 x 12)", () -> kernels.swapAxes(new float[24], y, 2, 3, 4, 1));
        assertMessage(
                "3 elements from 2 on in steps of 1 do not lie inside an axis of 4",
                () -> kernels.slice(x, y, 1, 4, 3, 2, 1, 3));
        assertMessage(
                "1 elements from -1 on in steps of 1 do not lie inside an axis of 4",
                () -> kernels.sliceGradient(x, y, 1, 4, 3, -1, 1, 1));
        assertMessage(
                "1 elements from 0 on in steps of 0 do not lie inside an axis of 4",
                () -> kernels.slice(x, y, 1, 4, 3, 0, 0, 1));
        assertMessage(
                "sizes multiply up to more than 2147483647 elements",
                () -> kernels.swapAxes(x, y, 1, 50_000, 50_000, 1));
        assertMessage("a size is negative: -3", () -> kernels.swapAxes(x, y, 1, -3, 4, 1));
    }

    private static void assertMessage(String expected, Executable call) {
        assertEquals(
                expected, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
