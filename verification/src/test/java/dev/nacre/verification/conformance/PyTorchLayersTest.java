package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Norms of each sample and the bilinear layer against PyTorch: outputs, and the gradients of inputs and parameters. */
class PyTorchLayersTest {
    private static final Map<String, String> LAYER_NORM =
            Map.of("weight", "layerNorm.weight", "bias", "layerNorm.bias");
    private static final Map<String, String> BILINEAR =
            Map.of("weight", "y.bilinear.weight", "bias", "y.bilinear.bias");

    static Stream<Arguments> norms() {
        return Stream.of(
                arguments("norm/LayerNorm", LayerNetworks_Layer9Network::create, LAYER_NORM),
                arguments("norm/LayerNorm_2axes", LayerNetworks_Layer3x4Network::create, LAYER_NORM),
                arguments("norm/LayerNorm_noaffine", LayerNetworks_Layer7Network::create, Map.of()),
                arguments("norm/RMSNorm", LayerNetworks_Rms9Network::create, Map.of("weight", "rmsNorm.weight")));
    }

    private static Arguments arguments(String name, LongFunction<Network> create, Map<String, String> parameters) {
        return Arguments.of(name, create, parameters);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("norms")
    void trains(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.trains(name, create, parameters);
    }

    /** These norms know no mode: evaluation gives the same bits as training. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("norms")
    void evaluates(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.evaluates(name, create, parameters);
        Vectors vectors = Vectors.pytorch(name);
        Network network = create.apply(1).train();
        PyTorchCase.set(network, vectors, parameters);
        float[] trained = network.forward(Batch.of(vectors.tensor("in.x"))).toArray();
        assertArrayEquals(
                trained,
                network.eval().forward(Batch.of(vectors.tensor("in.x"))).toArray());
    }

    @Test
    void bilinear() {
        Vectors vectors = Vectors.pytorch("dense/bilinear");
        LayerNetworks_BilinearPairNetwork network =
                LayerNetworks_BilinearPairNetwork.create(1).train();
        assertEquals(Set.of(), PyTorchCase.set(network, vectors, BILINEAR));
        Tensor a = vectors.tensor("in.a");
        Tensor b = vectors.tensor("in.b");
        vectors.assertPyTorch("out.y", network.forward(a, b));
        vectors.assertPyTorch("grad.in.a", network.backward(vectors.tensor("up.y")));
        vectors.assertPyTorch("grad.in.b", network.bGradient());
        BILINEAR.forEach(
                (theirs, ours) -> vectors.assertPyTorch("grad." + theirs, PyTorchCase.gradient(network, ours)));
        vectors.assertPyTorch("out.y", network.eval().forward(a, b));
        vectors.assertPyTorch("out.y", network.predictor().forward(a, b));
    }

    @Test
    void bilinearIsInitialisedAsPyTorchDoes() {
        LayerNetworks_BilinearPairNetwork network = LayerNetworks_BilinearPairNetwork.create(1);
        assertArrayEquals(
                new int[] {2, 3, 4}, network.state().get("y.bilinear.weight").shape());
        float largest = 0;
        for (float value : network.state().get("y.bilinear.weight").toArray()) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertEquals(0.5, largest, 0.5773502691896258 - 0.5);
    }
}
