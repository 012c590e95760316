package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.normal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of kept units are the masked ones: sums lose their zeros, and nothing else. */
@Tag("vector")
class KeptProductTest {
    private static final int ROWS = 100;
    private static final int IN = 300;
    private static final int OUT = 250;

    private final int before = Threads.count();

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    @AfterEach
    void restore() {
        Threads.count(before);
    }

    private static Mask mask(double p, int layer, int width) {
        Mask mask = new Mask(p, layer, MaskShape.of(width).acrossBatch());
        mask.draw(7, layer);
        return mask;
    }

    private static Mask forced(Random random, int width, boolean alike) {
        Mask mask = new Mask(0.5, 1, MaskShape.of(width).acrossBatch());
        boolean[] keep = new boolean[ROWS * width];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = alike && i >= width ? keep[i - width] : random.nextInt(3) == 0;
        }
        mask.force(keep);
        return mask;
    }

    /** Those of a batch, those that are not, all dropped, nothing dropped, made by hand, off. */
    private static List<Mask> masks(Random random, int width) {
        Mask off = new Mask(0.5, 2, MaskShape.of(width).acrossBatch());
        Mask ofElements = new Mask(0.5, 3, MaskShape.of(width));
        ofElements.draw(1, 1);
        Mask classic = mask(0.5, 4, width).scaledAtEvaluation();
        classic.draw(2, 2);
        Mask classicOff = classic.copy();
        classicOff.off();
        Mask parts = new Mask(0.6, 5, MaskShape.of(5, width).noise(1, width).acrossBatch());
        parts.draw(3, 3);
        Mask notAlike = new Mask(0.6, 5, MaskShape.of(5, width).acrossBatch());
        notAlike.draw(3, 3);
        Mask one = new Mask(0.5, 6, MaskShape.of(width).noise(1).acrossBatch());
        one.draw(3, 3);
        return List.of(
                mask(0.5, 1, width),
                mask(0.8, 2, width),
                mask(0.99, 3, width),
                mask(0.05, 4, width),
                mask(0, 5, width),
                mask(1, 6, width),
                forced(random, width, true),
                forced(random, width, false),
                off,
                ofElements,
                classic,
                classicOff,
                parts,
                notAlike,
                one,
                Mask.NONE);
    }

    /** Some of what came out of a dropout. */
    private static float[] masked(Random random, Kernels kernels, int width, Mask mask) {
        float[] x = normal(random, ROWS * width);
        kernels.activate(x, x, ROWS, width, Activation.RELU, mask);
        return x;
    }

    /** A sum with and without zeros may have another zero. */
    private static void assertEqual(String what, float[] expected, float[] actual) {
        assertSameBits(what, unsignedZeros(expected), unsignedZeros(actual));
    }

    private static float[] unsignedZeros(float[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] + 0f;
        }
        return y;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void keptProductsAreTheMaskedOnes(Kernels kernels) {
        Random random = new Random(1);
        float[] w = normal(random, OUT * IN);
        float[] b = normal(random, OUT);
        int trial = 0;
        for (Mask input : masks(random, IN)) {
            for (Mask output : masks(random, OUT)) {
                String what = "trial " + trial;
                Activation f = Activations.ALL.get(trial % Activations.ALL.size());
                Threads.count(1 + trial % 3);
                float[] x = masked(random, kernels, IN, input);
                float[] expected = new float[ROWS * OUT];
                float[] actual = normal(random, ROWS * OUT);
                float[] bias = trial % 5 == 0 ? null : b;
                kernels.dense(x, w, bias, expected, ROWS, IN, OUT, f, output);
                kernels.keptDense(x, w, bias, actual, ROWS, IN, OUT, f, output, input);
                assertEqual(what, expected, actual);

                float[] dy = masked(random, kernels, OUT, output);
                float[] dx = new float[ROWS * IN];
                float[] keptDx = normal(random, ROWS * IN);
                kernels.denseInputGradient(dy, w, dx, ROWS, IN, OUT, x, f, input);
                kernels.keptDenseInputGradient(dy, w, keptDx, ROWS, IN, OUT, x, f, input, output);
                assertEqual(what + " dx", dx, keptDx);
                kernels.denseInputGradient(dy, w, dx, ROWS, IN, OUT);
                kernels.keptDenseInputGradient(dy, w, keptDx, ROWS, IN, OUT, output);
                assertEqual(what + " dx alone", dx, keptDx);
                weightGradients(kernels, random, x, dy, output, input, trial);
                trial++;
            }
        }
    }

    private static void weightGradients(
            Kernels kernels, Random random, float[] x, float[] dy, Mask output, Mask input, int trial) {
        boolean add = trial % 2 == 0;
        boolean addBias = trial % 3 == 0;
        float[] dw = normal(random, OUT * IN);
        float[] db = normal(random, OUT);
        float[] keptDw = dw.clone();
        float[] keptDb = db.clone();
        kernels.denseWeightGradient(dy, x, dw, db, ROWS, IN, OUT, add, addBias);
        kernels.keptDenseWeightGradient(dy, x, keptDw, keptDb, ROWS, IN, OUT, add, addBias, output, input);
        assertEqual("dw " + trial, dw, keptDw);
        assertEqual("db " + trial, db, keptDb);
        kernels.denseWeightGradient(dy, x, dw, ROWS, IN, OUT, !add);
        kernels.keptDenseWeightGradient(dy, x, keptDw, ROWS, IN, OUT, !add, output, input);
        assertEqual("dw alone " + trial, dw, keptDw);
    }

    /** The same sums in the same order: all threads, and both providers. */
    @ParameterizedTest
    @MethodSource("providers")
    void threadsAndProvidersGiveTheSameBits(Kernels kernels) {
        float[] expected = everything(KernelProvider.plain(), 1);
        for (int threads = 1; threads <= 3; threads++) {
            assertSameBits(threads + " threads", expected, everything(kernels, threads));
        }
    }

    private static float[] everything(Kernels kernels, int threads) {
        Random random = new Random(5);
        Threads.count(threads);
        float[] w = normal(random, OUT * IN);
        Mask input = mask(0.5, 1, IN);
        Mask output = mask(0.4, 2, OUT);
        float[] x = masked(random, kernels, IN, input);
        float[] dy = masked(random, kernels, OUT, output);
        float[] b = normal(random, OUT);
        float[] y = new float[ROWS * OUT];
        float[] dx = new float[ROWS * IN];
        float[] dw = new float[OUT * IN];
        float[] db = new float[OUT];
        kernels.keptDense(x, w, b, y, ROWS, IN, OUT, Activation.SIGMOID, output, input);
        kernels.keptDenseInputGradient(dy, w, dx, ROWS, IN, OUT, x, Activation.TANH, input, output);
        kernels.keptDenseWeightGradient(dy, x, dw, db, ROWS, IN, OUT, true, false, output, input);
        float[] all = Arrays.copyOf(y, y.length + dx.length + dw.length + OUT);
        System.arraycopy(dx, 0, all, y.length, dx.length);
        System.arraycopy(dw, 0, all, y.length + dx.length, dw.length);
        System.arraycopy(db, 0, all, y.length + dx.length + dw.length, OUT);
        return all;
    }

    /** That the other tests look at copies at all: a masked product would spread the NaN. */
    @ParameterizedTest
    @MethodSource("providers")
    void weightsOfDroppedUnitsAreNotRead(Kernels kernels) {
        Random random = new Random(6);
        Mask input = mask(0.5, 1, IN);
        Mask output = mask(0.5, 2, OUT);
        float[] w = normal(random, OUT * IN);
        for (int j = 0; j < OUT; j++) {
            for (int i = 0; i < IN; i++) {
                if (!output.keeps(0, j, OUT) || !input.keeps(0, i, IN)) {
                    w[j * IN + i] = Float.NaN;
                }
            }
        }
        float[] x = masked(random, kernels, IN, input);
        float[] y = new float[ROWS * OUT];
        kernels.keptDense(x, w, null, y, ROWS, IN, OUT, Activation.IDENTITY, output, input);
        float[] dx = new float[ROWS * IN];
        kernels.keptDenseInputGradient(y, w, dx, ROWS, IN, OUT, x, Activation.RELU, input, output);
        for (float[] result : List.of(y, dx)) {
            for (float value : result) {
                assertFalse(Float.isNaN(value));
            }
        }
        assertTrue(y[firstKept(output)] != 0);
    }

    private static int firstKept(Mask mask) {
        int unit = 0;
        while (!mask.keeps(0, unit, OUT)) {
            unit++;
        }
        return unit;
    }

    /** A block can be called on what no dropout made: then all of it counts. */
    @ParameterizedTest
    @MethodSource("providers")
    void anInputThatIsNotMaskedCountsWhole(Kernels kernels) {
        Random random = new Random(8);
        Mask input = mask(0.5, 1, IN);
        Mask output = mask(0.5, 2, OUT);
        float[] w = normal(random, OUT * IN);
        for (float stray : new float[] {1e-30f, Float.NaN}) {
            for (int row : new int[] {0, ROWS / 2, ROWS - 1}) {
                float[] x = masked(random, kernels, IN, input);
                int dropped = 0;
                while (input.keeps(0, dropped, IN)) {
                    dropped++;
                }
                x[row * IN + dropped] = stray;
                float[] expected = new float[ROWS * OUT];
                float[] actual = new float[ROWS * OUT];
                kernels.dense(x, w, null, expected, ROWS, IN, OUT, Activation.TANH, output);
                kernels.keptDense(x, w, null, actual, ROWS, IN, OUT, Activation.TANH, output, input);
                assertSameBits(stray + " in " + row, expected, actual);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void fewRowsAndFewUnitsAreMasked(Kernels kernels) {
        Random random = new Random(9);
        for (int[] size : new int[][] {{1, 64, 64}, {3, 200, 200}, {5, 3, 2}, {64, 1, 1}, {0, 4, 4}}) {
            int rows = size[0];
            int in = size[1];
            int out = size[2];
            float[] x = normal(random, rows * in);
            float[] w = normal(random, in * out);
            float[] expected = new float[rows * out];
            float[] actual = new float[rows * out];
            kernels.activate(x, x, rows, in, Activation.RELU, mask(0.5, 1, in));
            kernels.dense(x, w, null, expected, rows, in, out, Activation.RELU, mask(0.5, 2, out));
            kernels.keptDense(x, w, null, actual, rows, in, out, Activation.RELU, mask(0.5, 2, out), mask(0.5, 1, in));
            assertEqual(Arrays.toString(size), expected, actual);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aForcedMaskThatIsTooShortIsNamed(Kernels kernels) {
        Mask mask = new Mask(0.5, 1, MaskShape.of(OUT).acrossBatch());
        mask.force(new boolean[OUT]);
        float[] w = new float[OUT * IN];
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> kernels.keptDense(
                        new float[ROWS * IN],
                        w,
                        null,
                        new float[ROWS * OUT],
                        ROWS,
                        IN,
                        OUT,
                        Activation.RELU,
                        mask,
                        Mask.NONE));
        assertEquals(
                "the forced mask has 250 elements, but",
                thrown.getMessage().substring(0, "the forced mask has 250 elements, but".length()));
    }
}
