package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.RandomNoise;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** PyTorch's cases of noise, with its numbers in place of drawn ones. */
class NoiseCasesTest {
    @Test
    void multipliesWithNoise() throws ReflectiveOperationException {
        Vectors vectors = Vectors.pytorch("dropout/gaussian_p0.3");
        Network network = NoiseNetworks_Gaussian30Network.create(1).train();
        Tensor x = vectors.tensor("in.x");
        Tensor y = network.forward(Batch.of(x));
        RandomNoise noise = (RandomNoise) field(network, "yGaussianDropoutNumbers");
        assertTrue(Math.abs(noise.deviation() * noise.deviation() - 0.3 / 0.7) < 1e-15);
        noise.force(vectors.tensor("mask.noise").toArray());
        run(network, "forwardY", x, y);
        vectors.assertPyTorch("out.y", y);
        vectors.assertPyTorch("grad.in.x", network.backward(vectors.tensor("up.y")));
    }

    private static Object field(Network network, String name) throws ReflectiveOperationException {
        Field field = network.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(network);
    }

    /** Runs a block again, after its random numbers were forced. */
    private static void run(Network network, String method, Tensor x, Tensor y) throws ReflectiveOperationException {
        Method forward = network.getClass().getDeclaredMethod(method, float[].class, float[].class, int.class);
        forward.setAccessible(true);
        forward.invoke(network, x.data(), y.data(), x.shape()[0]);
    }
}
