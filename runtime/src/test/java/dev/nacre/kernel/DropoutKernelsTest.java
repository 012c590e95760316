package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("vector")
class DropoutKernelsTest {
    private static final double LIMIT = -1.7580993408473766;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void alphaIsAffineWhereItKeepsAndAConstantWhereItDrops(Kernels kernels) {
        for (double p : new double[] {0.05, 0.5, 0.95}) {
            Mask mask = new Mask(p, 1, MaskShape.of(4, 9).noise(4, 1));
            mask.draw(1, 2);
            double a = Math.pow((1 - p) * (1 + p * LIMIT * LIMIT), -0.5);
            double b = -a * p * LIMIT;
            float[] x = Floats.normal(new Random(1), 30 * 36);
            float[] y = new float[x.length];
            float[] dx = new float[x.length];
            kernels.alphaDropout(x, y, 30, 36, mask);
            kernels.alphaDropoutGradient(x, dx, 30, 36, mask);
            for (int i = 0; i < y.length; i++) {
                boolean keeps = mask.keeps(i / 36, i % 36, 36);
                assertEquals(keeps ? a * x[i] + b : a * LIMIT + b, y[i], 1e-5);
                assertEquals(keeps ? a * x[i] : 0, dx[i], 1e-5);
            }
        }
    }

    /** Mean 0 and variance 1 stay: each within five of its standard deviations, the variance's from the fourth moment. */
    @ParameterizedTest
    @MethodSource("providers")
    void alphaKeepsMeanAndVariance(Kernels kernels) {
        int n = 1_000_000;
        Mask mask = new Mask(0.3, 1, MaskShape.of(1000));
        mask.draw(5, 6);
        float[] x = Floats.normal(new Random(2), n);
        kernels.alphaDropout(x, x, 1000, 1000, mask);
        double mean = 0;
        double square = 0;
        double fourth = 0;
        for (float value : x) {
            mean += (double) value / n;
            square += (double) value * value / n;
            fourth += Math.pow(value, 4) / n;
        }
        assertTrue(Math.abs(mean) <= 5 / Math.sqrt(n), "mean " + mean);
        double variance = square - mean * mean;
        assertTrue(Math.abs(variance - 1) <= 5 * Math.sqrt((fourth - square * square) / n), "variance " + variance);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void alphaAtItsEnds(Kernels kernels) {
        float[] x = {-0f, Float.NaN, Float.POSITIVE_INFINITY, 2};
        float[] y = new float[4];
        Mask none = new Mask(0, 1, MaskShape.of(4));
        none.draw(1, 1);
        kernels.alphaDropout(x, y, 1, 4, none);
        assertSameBits("p = 0", x, y);
        Mask all = new Mask(1, 1, MaskShape.of(4));
        all.draw(1, 1);
        kernels.alphaDropout(x, y, 1, 4, all);
        assertSameBits("p = 1", new float[4], y);
        kernels.alphaDropoutGradient(x, y, 1, 4, all);
        assertSameBits("gradient at p = 1", new float[4], y);
        all.off();
        kernels.alphaDropout(x, y, 1, 4, all);
        assertSameBits("off", x, y);
    }

    /** Found again from the single decisions: squares, their union and what the rest is multiplied by. */
    @ParameterizedTest
    @MethodSource("providers")
    void blocksAreSquaresAndTheRestIsScaled(Kernels kernels) {
        int channels = 3;
        int height = 9;
        int width = 12;
        int block = 3;
        double p = 0.2;
        int rows = 400;
        int elements = channels * height * width;
        Mask mask = new Mask(p, 7, MaskShape.of(channels, height, width).blocks(block));
        mask.draw(1, 2);
        double gamma = p / (block * block) * height * width / ((height - block + 1) * (width - block + 1));
        Mask seeds = new Mask(gamma, 7);
        seeds.draw(1, 2);
        int seedColumns = channels * (height - block + 1) * (width - block + 1);
        float[] x = Floats.normal(new Random(3), rows * elements);
        float[] y = new float[x.length];
        kernels.dropBlock(x, y, rows, elements, mask);
        for (int n = 0; n < rows; n++) {
            boolean[] keep = new boolean[elements];
            java.util.Arrays.fill(keep, true);
            for (int seed = 0; seed < seedColumns; seed++) {
                if (!seeds.keeps(n, seed, seedColumns)) {
                    int j = seed % (width - block + 1);
                    int i = seed / (width - block + 1) % (height - block + 1);
                    int channel = seed / (width - block + 1) / (height - block + 1);
                    for (int k = 0; k < block * block; k++) {
                        keep[(channel * height + i + k / block) * width + j + k % block] = false;
                    }
                }
            }
            int kept = 0;
            for (boolean one : keep) {
                kept += one ? 1 : 0;
            }
            float scale = (float) ((double) elements / kept);
            for (int e = 0; e < elements; e++) {
                assertEquals(keep[e], mask.keeps(n, e, elements));
                assertEquals(keep[e] ? x[n * elements + e] * scale : 0f, y[n * elements + e]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void blocksAtTheirEnds(Kernels kernels) {
        float[] x = Floats.normal(new Random(4), 2 * 16);
        x[3] = Float.NaN;
        float[] y = new float[32];
        Mask none = new Mask(0, 1, MaskShape.of(1, 4, 4).blocks(2));
        none.draw(1, 1);
        kernels.dropBlock(x, y, 2, 16, none);
        assertSameBits("p = 0", x, y);
        Mask all = new Mask(1, 1, MaskShape.of(1, 4, 4).blocks(2));
        all.draw(1, 1);
        kernels.dropBlock(x, y, 2, 16, all);
        assertSameBits("p = 1", new float[32], y);
        Mask whole = new Mask(0.5, 1, MaskShape.of(1, 4, 4).blocks(4));
        for (int step = 0; step < 20; step++) {
            whole.draw(1, step);
            kernels.dropBlock(x, y, 2, 16, whole);
            assertSameBits(
                    "the whole map",
                    whole.keeps(0, 0, 16) ? java.util.Arrays.copyOf(x, 16) : new float[16],
                    java.util.Arrays.copyOf(y, 16));
        }
    }
}
