package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** {@code p = 0} is the identity; {@code p = 1} gives zeros with zero gradients, even of what is not a number. */
class ExtremesTest {
    private final Random random = new Random(61);
    private final Tensor x = Subjects.normal(random, 5, 20);
    private final Tensor y = Subjects.normal(random, 5, 20);

    @Test
    void droppingNothingIsTheIdentity() {
        ExtremesNetwork net = ExtremesNetwork.create(1);
        assertArrayEquals(
                net.eval().nothing(x).toArray(), net.train().nothing(x).toArray());
    }

    @Test
    void droppingAllGivesZeros() {
        ExtremesNetwork net = ExtremesNetwork.create(1).train();
        Arrays.fill(y.data(), 0, 7, Float.NaN);
        assertArrayEquals(new float[5 * 40], net.all(y).toArray());
        assertArrayEquals(net.nothing(x).toArray(), net.forward(x, y).toArray());
        assertFalse(Arrays.equals(new float[5 * 40], net.eval().all(y).toArray()));
    }

    @Test
    void droppingAllGivesZeroGradients() {
        ExtremesNetwork net = ExtremesNetwork.create(1).train();
        Tensor out = net.forward(x, y);
        Tensor gradient = net.backward(Training.ones(out));
        assertFalse(Arrays.equals(new float[5 * 20], gradient.toArray()));
        assertArrayEquals(new float[5 * 20], net.yGradient().toArray());
        for (Parameter parameter : net.parameters()) {
            float[] zeros = new float[parameter.gradients().length];
            if (parameter.name().startsWith("all")) {
                assertArrayEquals(zeros, parameter.gradients(), parameter.name());
            } else {
                assertFalse(Arrays.equals(zeros, parameter.gradients()), parameter.name());
            }
        }
    }
}
