package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks that elements share, in parts of samples and as the end of products. */
@Tag("vector")
class MaskShapeTest {
    private static final int BATCH = 70;

    static List<Named<Kernels>> providers() {
        return Providers.all();
    }

    private static List<MaskShape> shapes() {
        return List.of(
                MaskShape.of(37),
                MaskShape.of(37).acrossBatch(),
                MaskShape.of(37).noise(1),
                MaskShape.of(3, 40),
                MaskShape.of(3, 40).noise(1, 40),
                MaskShape.of(3, 40).noise(3, 1),
                MaskShape.of(3, 40).noise(3, 1).acrossBatch(),
                MaskShape.of(2, 3, 5, 7).noise(1, 3, 1, 7),
                MaskShape.of(2, 3, 5, 7).noise(2, 1, 5, 1),
                MaskShape.of(1, 4, 1, 6).noise(1, 1, 1, 6),
                MaskShape.of(1),
                MaskShape.of(3, 9, 8).blocks(3));
    }

    private static float[] ones(int length) {
        float[] ones = new float[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The simplest reading: every axis in turn. */
    private static int column(int[] sizes, int[] noise, int element) {
        int column = 0;
        int stride = 1;
        int rest = element;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            column += (noise[axis] == 1 ? 0 : rest % sizes[axis]) * stride;
            rest /= sizes[axis];
            stride *= noise[axis];
        }
        return column;
    }

    @Test
    void everyElementTakesTheColumnOfItsIndex() {
        for (MaskShape shape : shapes()) {
            int[] byColumn = new int[shape.columns()];
            Arrays.setAll(byColumn, i -> i);
            int[] byElement = new int[shape.elements()];
            if (shape.block() > 0) {
                continue;
            }
            shape.expand(byColumn, byElement);
            for (int i = 0; i < byElement.length; i++) {
                int expected = column(shape.sizes(), shape.noise(), i);
                assertEquals(expected, byElement[i], Arrays.toString(shape.noise()));
                assertEquals(expected, shape.column(i));
            }
        }
    }

    /** Rows of any width, whole samples or parts of them, get the same mask: element by element and as arrays. */
    @ParameterizedTest
    @MethodSource("providers")
    void rowsMayBePartsOfSamples(Kernels kernels) {
        for (MaskShape shape : shapes()) {
            Mask mask = new Mask(0.4, 2, shape);
            mask.draw(3, 5);
            int elements = shape.elements();
            float[] x = Floats.normal(new Random(1), BATCH * elements);
            float[] expected = new float[x.length];
            if (shape.block() > 0) {
                kernels.dropBlock(x, expected, BATCH, elements, mask);
            } else {
                kernels.activate(x, expected, BATCH, elements, Activation.IDENTITY, mask);
            }
            int dropped = 0;
            for (int i = 0; i < x.length; i++) {
                boolean keeps = mask.keeps(i / elements, i % elements, elements);
                assertEquals(keeps, expected[i] != 0, Arrays.toString(shape.noise()) + " at " + i);
                dropped += keeps ? 0 : 1;
                if (shape.block() == 0) {
                    assertEquals(
                            Float.floatToRawIntBits(expected[i]),
                            Float.floatToRawIntBits(mask.apply(x[i], i / elements, i % elements, elements)));
                }
            }
            assertTrue(dropped > 0 && dropped < x.length);
            int width = shape.sizes()[shape.sizes().length - 1];
            if (shape.block() == 0) {
                float[] y = new float[x.length];
                kernels.activate(x, y, x.length / width, width, Activation.IDENTITY, mask);
                assertSameBits("rows of " + width, expected, y);
            }
        }
    }

    /** The end of a product, with any number of threads, is the mask on the product. */
    @ParameterizedTest
    @MethodSource("providers")
    void productsEndInThem(Kernels kernels) {
        Random random = new Random(2);
        for (MaskShape shape : shapes()) {
            int out = shape.sizes()[shape.sizes().length - 1];
            if (shape.block() > 0) {
                continue;
            }
            int rows = BATCH * shape.elements() / out;
            int in = 90;
            float[] x = Floats.normal(random, rows * in);
            float[] w = Floats.normal(random, out * in);
            float[] b = Floats.normal(random, out);
            Mask mask = new Mask(0.3, 1, shape);
            mask.draw(8, 9);
            float[] expected = new float[rows * out];
            kernels.dense(x, w, b, expected, rows, in, out, Activation.TANH);
            kernels.activate(expected, expected, BATCH, shape.elements(), Activation.IDENTITY, mask);
            for (int threads = 1; threads <= 3; threads++) {
                Workers.share(threads);
                float[] y = new float[rows * out];
                kernels.dense(x, w, b, y, rows, in, out, Activation.TANH, mask);
                assertSameBits(threads + " threads", expected, y);
            }
            Workers.share(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theBatchSharesOrNot(boolean shared) {
        Mask mask = new Mask(0.5, 1, shared ? MaskShape.of(40).acrossBatch() : MaskShape.of(40));
        mask.draw(1, 1);
        boolean same = true;
        for (int i = 0; i < 40; i++) {
            same &= mask.keeps(0, i, 40) == mask.keeps(7, i, 40);
        }
        assertEquals(shared, same);
    }

    /** A shape without anything shared draws the same words as none. */
    @Test
    void plainShapesChangeNothing() {
        Mask without = new Mask(0.5, 1);
        Mask with = new Mask(0.5, 1, MaskShape.of(5, 9));
        without.draw(4, 4);
        with.draw(4, 4);
        for (int i = 0; i < 450; i++) {
            assertEquals(without.keeps(i / 45, i % 45, 45), with.keeps(i / 45, i % 45, 45));
            assertEquals(without.keeps(i / 45, i % 45, 45), with.keeps(i / 9, i % 9, 9));
        }
    }

    /** The rate at which shared decisions drop, in five standard deviations. */
    @Test
    void sharedDecisionsDropAtTheirRate() {
        Mask mask = new Mask(0.3, 1, MaskShape.of(6, 11).noise(6, 1));
        mask.draw(2, 3);
        int n = 6 * 20000;
        int kept = 0;
        for (int i = 0; i < n; i++) {
            kept += mask.keeps(i / 6, i % 6 * 11, 66) ? 1 : 0;
        }
        assertTrue(Math.abs(kept - 0.7 * n) <= 5 * Math.sqrt(n * 0.21), kept + " of " + n);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void forcedMasksAndShapesGoTogether(Kernels kernels) {
        Mask mask = new Mask(0.5, 1, MaskShape.of(2, 2).noise(2, 1).acrossBatch());
        mask.draw(1, 1);
        mask.force(new boolean[] {true, false, false, true, false, false, true, true});
        float[] y = new float[8];
        kernels.activate(ones(8), y, 4, 2, Activation.IDENTITY, mask);
        assertSameBits("forced", new float[] {2, 0, 0, 2, 0, 0, 2, 2}, y);
        assertTrue(mask.keeps(1, 3, 4));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theClassicFormScalesAtEvaluation(Kernels kernels) {
        Mask mask = new Mask(0.25, 1, MaskShape.of(37)).scaledAtEvaluation();
        float[] x = Floats.normal(new Random(3), 37 * 8);
        float[] y = new float[x.length];
        kernels.activate(x, y, 8, 37, Activation.IDENTITY, mask);
        for (int i = 0; i < y.length; i++) {
            assertEquals(0.75f * x[i], y[i]);
            assertEquals(0.75f * x[i], mask.apply(x[i], i / 37, i % 37, 37));
        }
        assertFalse(mask.active());
        assertEquals(0.75f, mask.scale());
        float[] product = new float[8 * 37];
        float[] w = Floats.normal(new Random(4), 37 * 37);
        kernels.dense(x, w, null, product, 8, 37, 37, Activation.RELU);
        float[] scaled = new float[8 * 37];
        kernels.dense(x, w, null, scaled, 8, 37, 37, Activation.RELU, mask);
        float[] direct = new float[8 * 37];
        kernels.scale(product, direct, 8, 37, 0.75f);
        assertSameBits("at the end of a product", direct, scaled);
        mask.draw(1, 1);
        assertEquals(1f, mask.scale());
        kernels.activate(x, y, 8, 37, Activation.IDENTITY, mask);
        for (int i = 0; i < y.length; i++) {
            assertEquals(mask.keeps(i / 37, i % 37, 37) ? x[i] : 0f, y[i]);
        }
    }

    /** At p = 0 nothing is scaled, at p = 1 nothing is left; in training and in evaluation. */
    @ParameterizedTest
    @MethodSource("providers")
    void theClassicFormAtItsEnds(Kernels kernels) {
        float[] odd = {-0f, Float.NaN, Float.NEGATIVE_INFINITY, 3};
        for (boolean training : new boolean[] {false, true}) {
            for (int p = 0; p <= 1; p++) {
                Mask mask = new Mask(p, 1, MaskShape.of(4)).scaledAtEvaluation();
                if (training) {
                    mask.draw(1, 1);
                } else {
                    mask.off();
                }
                float[] y = new float[4];
                kernels.activate(odd, y, 1, 4, Activation.IDENTITY, mask);
                assertSameBits("p = " + p, p == 0 ? odd : new float[4], y);
                assertEquals(p == 0 ? 3f : 0f, mask.apply(3, 0, 3, 4));
            }
        }
    }

    /** Another p, as if the mask had been made with it. */
    @Test
    void anotherProbability() {
        for (MaskShape shape : shapes()) {
            Mask changed = new Mask(0.9, 3, shape).scaledAtEvaluation();
            changed.draw(1, 1);
            changed.p(0.35);
            assertFalse(changed.active());
            Mask made = new Mask(0.35, 3, shape).scaledAtEvaluation();
            assertEquals(made.scale(), changed.scale());
            changed.draw(4, 5);
            made.draw(4, 5);
            Mask copy = made.copy();
            made.off();
            for (int i = 0; i < 3 * shape.elements(); i++) {
                int row = i / shape.elements();
                int column = i % shape.elements();
                assertEquals(copy.keeps(row, column, shape.elements()), changed.keeps(row, column, shape.elements()));
            }
        }
        assertThrows(IllegalStateException.class, () -> Mask.NONE.p(0.5));
    }

    @Test
    void wrongShapesAreRefused() {
        assertMessage("a sample of sizes [] has no elements: give one size or more, each at least 1", MaskShape::of);
        MaskShape shape = MaskShape.of(3, 4);
        assertMessage(
                "noise [3] does not fit a sample of sizes [3, 4]: give each axis its size, or 1 to share",
                () -> shape.noise(3));
        assertMessage(
                "noise [3, 2] does not fit a sample of sizes [3, 4]: give each axis its size, or 1 to share",
                () -> shape.noise(3, 2));
        assertMessage(
                "blocks of 2 do not fit a sample of sizes [3, 4] with noise [3, 4]: they need (channels, height, width), no less"
                        + " than their size, and no shared axes",
                () -> shape.blocks(2));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
