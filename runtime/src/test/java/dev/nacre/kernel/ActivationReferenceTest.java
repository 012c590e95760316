package dev.nacre.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One value at a time against PyTorch 1.13: kinks, saturation, infinities, NaN. The file has its results in float64 for usual
 * numbers, in float32 for the others.
 */
class ActivationReferenceTest {
    private static final Map<String, Activation> BY_NAME = new HashMap<>();

    static {
        Activations.ALL.forEach(f -> BY_NAME.put(name(f), f));
        BY_NAME.put("SELU", Activation.selu(1.6732632423543772f, 1.0507009873554805f));
        BY_NAME.put("HARD_SIGMOID", Activation.hardSigmoid(1f / 6, 0.5f));
        BY_NAME.put("RELU6", Activation.hardTanh(0, 6));
    }

    /** {@code LEAKY_RELU(0.01, 0.0)} is called {@code LEAKY_RELU 0.01} in the file, {@code GELU(0.0, 0.0)} just GELU. */
    private static String name(Activation f) {
        String text = f.toString().replaceAll("[(), ]+", " ").strip();
        return text.replaceAll("\\.0(?= |$)", "").replaceAll("( 0)+$", "");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvFileSource(resources = "activations.csv", numLinesToSkip = 1)
    void isPyTorchs(String name, float x, double y, double derivative) {
        Activation f = BY_NAME.get(name);
        float actual = f.apply(x);
        // Where PyTorch forgets a NaN, this keeps it.
        near("value", Float.isNaN(x) ? Float.NaN : (float) y, actual, 3e-7 * Math.abs(y) + 1e-38);
        float slope = f.gradient(f.needsInput() ? x : actual, 1);
        // Where PyTorch's own derivative is lost to an infinity, a limit does no harm.
        if (!Float.isNaN(x) && !Double.isNaN(derivative)) {
            // What follows from a rounded output is that much less exact: 1 - y^2 near 1.
            near("derivative", (float) derivative, slope, 3e-7 * Math.max(1, Math.abs(derivative)));
        }
    }

    private static void near(String what, double expected, float actual, double tolerance) {
        if (Double.isNaN(expected)) {
            assertTrue(Float.isNaN(actual), what);
        } else {
            assertEquals(expected, actual, Double.isInfinite(expected) ? 0 : tolerance, what);
        }
    }

    @Test
    void tailsAreRelativelyExact() {
        assertEquals(-4 * 3.167124183311986e-5, Activation.GELU.apply(-4), 1e-11);
        assertEquals(Math.log1p(Math.exp(-30)), Activation.softplus(1, 20).apply(-30), 1e-20);
        assertEquals(-Math.log1p(Math.exp(-30)), Activation.LOG_SIGMOID.apply(30), 1e-20);
        assertEquals(1e-9 / 3, Activation.TANHSHRINK.apply(1e-3f), 1e-15);
        assertEquals(-1e-10f, Activation.elu(1).apply(-1e-10f));
    }

    @Test
    void areValues() {
        assertEquals(Activation.leakyRelu(0.1f), Activation.leakyRelu(0.1f));
        assertEquals(Activation.elu(2).hashCode(), Activation.selu(2, 1).hashCode());
        assertNotEquals(Activation.leakyRelu(0.1f), Activation.leakyRelu(0.2f));
        assertNotEquals(Activation.GELU, Activation.GELU_TANH);
        assertFalse(Activation.leakyRelu(0.1f).needsInput());
        assertTrue(Activation.leakyRelu(-0.1f).needsInput());
        assertTrue(Activation.GELU.needsInput());
    }

    @Test
    void refuseParametersThatMakeNoFunction() {
        assertEquals("alpha is -1.0, but must be 0.0 or more", message(() -> Activation.elu(-1)));
        assertEquals("alpha is 0.0, but must be above 0.0", message(() -> Activation.celu(0)));
        assertEquals("scale is NaN, but must be above 0.0", message(() -> Activation.selu(1, Float.NaN)));
        assertEquals("beta is 0.0, but must be above 0.0", message(() -> Activation.softplus(0, 20)));
        assertEquals("lambda is -1.0, but must be 0.0 or more", message(() -> Activation.softShrink(-1)));
        assertEquals(
                "min is 2.0 and max is 1.0, but min must not be above max", message(() -> Activation.hardTanh(2, 1)));
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(IllegalArgumentException.class, call).getMessage();
    }
}
