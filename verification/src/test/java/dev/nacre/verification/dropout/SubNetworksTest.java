package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * D19: with every one of the 2^8 masks, the generated training code computes what the sub-network computes that has the kept units only,
 * forward and backward, to 4 ulp.
 */
class SubNetworksTest {
    private static final int UNITS = 8;
    private static final int CLASSES = 5;
    private static final double P = 0.4;
    private static final int ULPS = 4;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("kernels", DropoutNetworks_EightNetwork.create(3), 70),
                Arguments.of("unrolled", DropoutNetworks_SmallEightNetwork.create(3), 6));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void forward(String name, Network network, int inputs) {
        float[] x = values(inputs, 1);
        SubNetwork[] subs = subNetworks(network, inputs);
        float[] logits = Forced.forward(network, "hidden", Forced.repeated(x, 1 << UNITS), Forced.all(UNITS))
                .toArray();
        for (int mask = 0; mask < 1 << UNITS; mask++) {
            float[] expected = subs[mask].logits(subs[mask].hidden(x));
            float[] actual = Arrays.copyOfRange(logits, mask * CLASSES, (mask + 1) * CLASSES);
            assertClose("mask " + mask, expected, actual);
        }
        // The test can tell: without a unit that is not zero already, a sub-network is another.
        boolean differs = false;
        for (int unit = 0; unit < UNITS; unit++) {
            SubNetwork without = subs[255 ^ 1 << unit];
            differs |= ulps(logits[255 * CLASSES], without.logits(without.hidden(x))[0]) > ULPS;
        }
        assertTrue(differs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void backward(String name, Network network, int inputs) {
        float[] x = values(inputs, 2);
        float[] dy = values(CLASSES, 3);
        SubNetwork[] subs = subNetworks(network, inputs);
        boolean[] all = Forced.all(UNITS);
        for (int mask = 0; mask < 1 << UNITS; mask++) {
            for (Parameter parameter : network.parameters()) {
                parameter.zeroGrad();
            }
            Forced.forward(network, "hidden", Tensor.of(x, 1, inputs), Arrays.copyOfRange(all, mask * 8, mask * 8 + 8));
            float[] dx = network.backward(Tensor.of(dy, 1, CLASSES)).toArray();
            subs[mask].assertGradients("mask " + mask, network, x, dy, dx);
        }
    }

    private static float[] values(int n, long seed) {
        Random random = new Random(seed);
        float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float) random.nextGaussian();
        }
        return x;
    }

    private static SubNetwork[] subNetworks(Network network, int inputs) {
        SubNetwork[] subs = new SubNetwork[1 << UNITS];
        for (int mask = 0; mask < subs.length; mask++) {
            int fixed = mask;
            int[] units = IntStream.range(0, UNITS)
                    .filter(unit -> (fixed >> unit & 1) == 1)
                    .toArray();
            subs[mask] = new SubNetwork(
                    units,
                    inputs,
                    network.parameters().get(0).value().toArray(),
                    network.parameters().get(1).value().toArray(),
                    network.parameters().get(2).value().toArray(),
                    network.parameters().get(3).value().toArray());
        }
        return subs;
    }

    private static int ulps(float a, float b) {
        return Math.abs(ordered(a) - ordered(b));
    }

    private static int ordered(float x) {
        int bits = Float.floatToIntBits(x);
        return bits < 0 ? Integer.MIN_VALUE - bits : bits;
    }

    private static void assertClose(String what, float[] expected, float[] actual) {
        assertEquals(expected.length, actual.length, what);
        for (int i = 0; i < expected.length; i++) {
            int ulps = ulps(expected[i], actual[i]);
            assertTrue(ulps <= ULPS, what + " [" + i + "]: " + actual[i] + " is " + ulps + " ulp from " + expected[i]);
        }
    }

    /** Two layers with the kept units only; sums are chains of fused multiply-adds from the bias on. */
    private record SubNetwork(int[] units, int inputs, float[] w1, float[] b1, float[] w2, float[] b2) {
        private static float scale() {
            return (float) (1 / (1 - P));
        }

        float[] hidden(float[] x) {
            float[] h = new float[units.length];
            for (int i = 0; i < h.length; i++) {
                float sum = b1[units[i]];
                for (int k = 0; k < inputs; k++) {
                    sum = Math.fma(x[k], w1[units[i] * inputs + k], sum);
                }
                h[i] = Math.max(0f, sum) * scale();
            }
            return h;
        }

        float[] logits(float[] h) {
            float[] y = b2.clone();
            for (int c = 0; c < y.length; c++) {
                for (int i = 0; i < h.length; i++) {
                    y[c] = Math.fma(h[i], w2[c * UNITS + units[i]], y[c]);
                }
            }
            return y;
        }

        void assertGradients(String what, Network network, float[] x, float[] dy, float[] dx) {
            float[] h = hidden(x);
            float[] w1Gradient = new float[w1.length];
            float[] b1Gradient = new float[UNITS];
            float[] w2Gradient = new float[w2.length];
            float[] xGradient = new float[inputs];
            for (int i = 0; i < h.length; i++) {
                int unit = units[i];
                float sum = 0;
                for (int c = 0; c < dy.length; c++) {
                    sum = Math.fma(dy[c], w2[c * UNITS + unit], sum);
                    w2Gradient[c * UNITS + unit] = dy[c] * h[i];
                }
                b1Gradient[unit] = h[i] > 0 ? sum * scale() : 0f;
                for (int k = 0; k < inputs; k++) {
                    w1Gradient[unit * inputs + k] = b1Gradient[unit] * x[k];
                    xGradient[k] = Math.fma(b1Gradient[unit], w1[unit * inputs + k], xGradient[k]);
                }
            }
            assertClose(what + " W1", w1Gradient, network.parameters().get(0).gradients());
            assertClose(what + " b1", b1Gradient, network.parameters().get(1).gradients());
            assertClose(what + " W2", w2Gradient, network.parameters().get(2).gradients());
            assertClose(what + " b2", dy, network.parameters().get(3).gradients());
            assertClose(what + " x", xGradient, dx);
        }
    }
}
