package dev.nacre.kernel;

import static dev.nacre.kernel.Floats.assertSameBits;
import static dev.nacre.kernel.Floats.awkward;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The vectors of small networks give the bits of the arithmetic that generated classes write out in their place. */
@Tag("vector")
class SmallKernelsTest {
    private static final int TRIALS = 200;

    private final Random random = new Random(5);
    private Kernels kernels;
    private int rows;
    private int whole;
    private int other;

    @BeforeEach
    void needsTheVectorApi() {
        assumeTrue(
                KernelProvider.refusal().isEmpty(),
                () -> KernelProvider.refusal().orElseThrow());
        kernels = KernelProvider.vector();
    }

    private void draw() {
        rows = 1 + random.nextInt(4);
        whole = 16 * (1 + random.nextInt(3));
        other = 1 + random.nextInt(20);
    }

    @Test
    void dense() {
        for (int trial = 0; trial < TRIALS; trial++) {
            draw();
            boolean relu = random.nextBoolean();
            float[] x = awkward(random, rows * other);
            float[] w = awkward(random, whole * other);
            float[] b = awkward(random, whole);
            float[] expected = new float[rows * whole];
            for (int n = 0; n < rows; n++) {
                for (int j = 0; j < whole; j++) {
                    float sum = b[j];
                    for (int i = 0; i < other; i++) {
                        sum = Math.fma(x[n * other + i], w[j * other + i], sum);
                    }
                    expected[n * whole + j] = relu ? Scalar.relu(sum) : sum;
                }
            }
            float[] y = new float[rows * whole];
            assertTrue(kernels.smallDense(x, SmallWeights.byInput(w, other, whole), b, y, rows, other, whole, relu));
            assertSameBits("y", expected, y);
        }
    }

    @Test
    void inputGradient() {
        for (int trial = 0; trial < TRIALS; trial++) {
            draw();
            float[] dy = awkward(random, rows * other);
            float[] w = awkward(random, other * whole);
            float[] expected = new float[rows * whole];
            for (int n = 0; n < rows; n++) {
                for (int i = 0; i < whole; i++) {
                    float sum = 0f;
                    for (int j = 0; j < other; j++) {
                        sum = Math.fma(dy[n * other + j], w[j * whole + i], sum);
                    }
                    expected[n * whole + i] = sum;
                }
            }
            float[] dx = awkward(random, rows * whole);
            assertTrue(kernels.smallInputGradient(dy, w, dx, rows, whole, other));
            assertSameBits("dx", expected, dx);
        }
    }

    @Test
    void weightGradient() {
        for (int trial = 0; trial < TRIALS; trial++) {
            draw();
            boolean add = random.nextBoolean();
            float[] dy = awkward(random, rows * other);
            float[] x = awkward(random, rows * whole);
            float[] dw = awkward(random, other * whole);
            float[] expected = add ? dw.clone() : new float[dw.length];
            for (int n = 0; n < rows; n++) {
                for (int at = 0; at < expected.length; at++) {
                    expected[at] = Math.fma(dy[n * other + at / whole], x[n * whole + at % whole], expected[at]);
                }
            }
            assertTrue(kernels.smallWeightGradient(dy, x, dw, rows, whole, other, add));
            assertSameBits("dw", expected, dw);
        }
    }

    @Test
    void weightGradientOfFourInputs() {
        for (int trial = 0; trial < TRIALS; trial++) {
            draw();
            boolean add = random.nextBoolean();
            float[] dy = awkward(random, rows * whole);
            float[] x = awkward(random, rows * 4);
            float[] dw = awkward(random, whole * 4);
            float[] expected = add ? dw.clone() : new float[dw.length];
            for (int n = 0; n < rows; n++) {
                for (int at = 0; at < expected.length; at++) {
                    expected[at] = Math.fma(dy[n * whole + at / 4], x[n * 4 + at % 4], expected[at]);
                }
            }
            assertTrue(kernels.smallWeightGradientOfFour(dy, x, dw, rows, whole, add));
            assertSameBits("dw", expected, dw);
        }
    }

    @Test
    void biasGradient() {
        for (int trial = 0; trial < TRIALS; trial++) {
            draw();
            boolean add = random.nextBoolean();
            float[] dy = awkward(random, rows * whole);
            float[] db = awkward(random, whole);
            float[] expected = add ? db.clone() : new float[whole];
            for (int n = 0; n < rows; n++) {
                for (int j = 0; j < whole; j++) {
                    expected[j] = expected[j] + dy[n * whole + j];
                }
            }
            assertTrue(kernels.smallBiasGradient(dy, db, rows, whole, add));
            assertSameBits("db", expected, db);
        }
    }

    @Test
    void descendsTogether() {
        float[][] values = {awkward(random, 64), awkward(random, 3), awkward(random, 0), awkward(random, 21)};
        float[][] gradients = {awkward(random, 64), awkward(random, 3), awkward(random, 0), awkward(random, 21)};
        float[][] plain = new float[values.length][];
        for (int i = 0; i < values.length; i++) {
            plain[i] = values[i].clone();
            for (int k = 0; k < plain[i].length; k++) {
                plain[i][k] -= 0.1f * (gradients[i][k] + 0.01f * plain[i][k]);
            }
        }
        kernels.descend(values, gradients, 0.1f, 0.01f);
        for (int i = 0; i < values.length; i++) {
            assertSameBits("value " + i, plain[i], values[i]);
        }
    }

    @Test
    void descends() {
        for (int length = 0; length < 70; length++) {
            float[] value = awkward(random, length);
            float[] gradient = awkward(random, length);
            float[] plain = value.clone();
            KernelProvider.plain().descend(plain, gradient, 0, length, 0.1f, 0.01f);
            kernels.descend(value, gradient, 0, length, 0.1f, 0.01f);
            assertSameBits("value of " + length, plain, value);
        }
    }

    @Test
    void plainJavaLeavesTheArithmeticToItsCaller() {
        Kernels plain = KernelProvider.plain();
        float[] sixteen = new float[16];
        float[] result = awkward(random, 16);
        float[] before = result.clone();
        assertFalse(plain.smallDense(new float[1], sixteen, sixteen, result, 1, 1, 16, true));
        assertFalse(plain.smallInputGradient(new float[1], sixteen, result, 1, 16, 1));
        assertFalse(plain.smallWeightGradient(new float[1], sixteen, result, 1, 16, 1, false));
        assertFalse(plain.smallWeightGradientOfFour(sixteen, new float[4], result, 1, 16, false));
        assertFalse(plain.smallBiasGradient(sixteen, result, 1, 16, false));
        assertArrayEquals(before, result);
    }
}
