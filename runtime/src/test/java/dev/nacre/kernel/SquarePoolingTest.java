package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maxima of squares of 2x2, for which vectors have loops of their own: what the loops of any window say, bit by bit. */
class SquarePoolingTest {
    private static final int TRIALS = 400;
    private static final float[] SPECIAL = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 0f, -0f, 1f, 1f, -1f, Float.MIN_VALUE
    };

    @ParameterizedTest
    @MethodSource("dev.nacre.kernel.Providers#all")
    void vectorsChooseAsLoopsDo(Kernels kernels) {
        Random random = new Random(5);
        for (int trial = 0; trial < TRIALS; trial++) {
            Window window = Window.over(2 + random.nextInt(9), 2 + random.nextInt(trial % 4 == 0 ? 70 : 20))
                    .kernel(2, 2)
                    .stride(2, 2);
            int planes = 1 + random.nextInt(5);
            float[] x = values(random, planes * window.inputs(), trial % 3);
            float[] dy = values(random, planes * window.outputs(), trial % 2);
            float[] y = normal(random, dy.length);
            float[] dx = normal(random, x.length);
            kernels.maxPool(x, y, planes, window);
            kernels.maxPoolGradient(x, dy, dx, planes, window);

            float[] largest = new float[y.length];
            float[] gradient = new float[x.length];
            byDefinition(x, dy, largest, gradient, planes, window);
            String name = trial + ": " + window + " in " + planes + " planes";
            assertSameBits(name, largest, y);
            assertSameBits("gradient " + name, gradient, dx);

            for (Activation f : new Activation[] {Activation.RELU, Activation.TANH, Activation.leakyRelu(0.1f)}) {
                float[] through = new float[x.length];
                kernels.activateGradient(x, gradient, through, planes, window.inputs(), f);
                kernels.maxPoolGradient(x, dy, dx, planes, window, f);
                assertSameBits("through " + f + " " + name, through, dx);
            }
        }
    }

    /** @param kind 0 for normal ones, 1 for a few special ones among zeros and halves, as behind ReLU, 2 for mostly special ones */
    private static float[] values(Random random, int length, int kind) {
        float[] values = normal(random, length);
        for (int i = 0; i < length; i++) {
            if (kind == 2 || kind == 1 && random.nextInt(30) == 0) {
                values[i] = SPECIAL[random.nextInt(SPECIAL.length)];
            } else if (kind == 1) {
                values[i] = Math.max(0, Math.round(values[i] * 2) / 2f);
            }
        }
        return values;
    }

    private static void byDefinition(float[] x, float[] dy, float[] y, float[] dx, int planes, Window window) {
        Arrays.fill(y, Float.NEGATIVE_INFINITY);
        int columns = window.out[1];
        for (int o = 0; o < y.length; o++) {
            int plane = o / window.outputs();
            int row = o % window.outputs() / columns;
            int first = plane * window.inputs() + 2 * row * window.size[1] + 2 * (o % columns);
            int place = first;
            for (int i : new int[] {first, first + 1, first + window.size[1], first + window.size[1] + 1}) {
                if (x[i] > x[place] || Float.isNaN(x[i]) && !Float.isNaN(x[place])) {
                    place = i;
                }
                y[o] = Math.max(y[o], x[i]);
            }
            dx[place] = dy[o];
        }
    }
}
