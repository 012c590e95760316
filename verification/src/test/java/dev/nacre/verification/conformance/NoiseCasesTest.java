package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.kernel.Connections;
import dev.nacre.kernel.RandomNoise;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The mask is one for the batch; with masks per sample it is given to each. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dropsWeights(boolean perSample) throws ReflectiveOperationException {
        Vectors vectors = Vectors.pytorch("dropout/dropconnect_p0.5");
        Network network = perSample
                ? NoiseNetworks_ConnectionsOfSamples50Network.create(1)
                : NoiseNetworks_Connections50Network.create(1);
        Map.of("weight", "y.dense.weight", "bias", "y.dense.bias")
                .forEach((theirs, ours) -> PyTorchCase.copy(
                        vectors.tensor("param." + theirs), network.state().get(ours)));
        Tensor x = vectors.tensor("in.x");
        Tensor y = network.train().forward(Batch.of(x));
        float[] mask = vectors.tensor("mask.m").toArray();
        boolean[] keep = new boolean[perSample ? x.shape()[0] * mask.length : mask.length];
        for (int i = 0; i < keep.length; i++) {
            keep[i] = mask[i % mask.length] != 0;
        }
        ((Connections) field(network, "yDenseWeightConnections")).force(keep);
        run(network, "forwardY", x, y);
        vectors.assertPyTorch("out.y", y);
        vectors.assertPyTorch("grad.in.x", network.backward(vectors.tensor("up.y")));
        vectors.assertPyTorch("grad.weight", PyTorchCase.gradient(network, "y.dense.weight"));
        vectors.assertPyTorch("grad.bias", PyTorchCase.gradient(network, "y.dense.bias"));
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
