package dev.nacre.verification.conformance;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.network.Parameters;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated layers and merges against PyTorch: outputs, gradients of inputs and parameters, statistics afterwards. */
class PyTorchTest {
    private static final Map<String, String> DENSE = Map.of("weight", "dense.weight", "bias", "dense.bias");
    private static final Map<String, String> NORM = Map.of("weight", "batchNorm.weight", "bias", "batchNorm.bias");
    private static final Map<String, String> MLP = Map.of(
            "0.weight", "dense1.weight",
            "0.bias", "dense1.bias",
            "2.weight", "dense2.weight",
            "2.bias", "dense2.bias",
            "4.weight", "dense3.weight",
            "4.bias", "dense3.bias");

    static Stream<Arguments> trained() {
        return Stream.of(
                arguments("dense/2x3x5", PyTorchNetworks_Dense2x3x5Network::create, DENSE),
                arguments("dense/3x15x17", PyTorchNetworks_Dense3x15x17Network::create, DENSE),
                arguments("dense/5x7x9", PyTorchNetworks_Dense5x7x9Network::create, DENSE),
                arguments("dense/time-distributed", PyTorchNetworks_TimeDistributedNetwork::create, DENSE),
                arguments("dense/mlp-relu-tanh", PyTorchNetworks_MlpReluTanhNetwork::create, MLP),
                arguments("act/ReLU", PyTorchNetworks_ReluNetwork::create, Map.of()),
                arguments("act/Tanh", PyTorchNetworks_HyperbolicTangentNetwork::create, Map.of()),
                arguments("act/Softmax_large", PyTorchNetworks_SoftmaxLargeNetwork::create, Map.of()),
                arguments("norm/BatchNorm1d_train", PyTorchNetworks_BatchNorm1dNetwork::create, NORM),
                arguments("norm/BatchNorm1d_noaffine", PyTorchNetworks_BatchNorm1dNoAffineNetwork::create, Map.of()),
                arguments(
                        "norm/BatchNorm1d_constant_feature", PyTorchNetworks_BatchNorm1dConstantNetwork::create, NORM),
                arguments("norm/BatchNorm2d_train", PyTorchNetworks_BatchNorm2dNetwork::create, NORM),
                arguments("norm/BatchNorm2d_batch1", PyTorchNetworks_BatchNorm2dBatch1Network::create, NORM),
                arguments(
                        "merge/concat",
                        PyTorchNetworks_ConcatenatedNetwork::create,
                        Map.of("weight", "hidden.dense.weight", "bias", "hidden.dense.bias")),
                arguments(
                        "merge/residual_add",
                        PyTorchNetworks_ResidualAddNetwork::create,
                        Map.of("weight", "y.x.dense.weight", "bias", "y.x.dense.bias")));
    }

    static Stream<Arguments> evaluated() {
        return Stream.of(
                arguments("norm/BatchNorm1d_eval", PyTorchNetworks_BatchNorm1dNetwork::create, NORM),
                arguments("norm/BatchNorm2d_eval", PyTorchNetworks_BatchNorm2dNetwork::create, NORM));
    }

    static Stream<Arguments> classified() {
        return Stream.of(
                arguments("loss/ce_mean", PyTorchNetworks_CrossEntropyMeanNetwork::create, Map.of()),
                arguments("loss/ce_sum", PyTorchNetworks_CrossEntropySumNetwork::create, Map.of()),
                arguments("loss/ce_extreme", PyTorchNetworks_CrossEntropyExtremeNetwork::create, Map.of()));
    }

    private static Arguments arguments(String name, LongFunction<Network> create, Map<String, String> parameters) {
        return Arguments.of(name, create, parameters);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trained")
    void trains(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.trains(name, create, parameters);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("evaluated")
    void evaluates(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.evaluates(name, create, parameters);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("classified")
    void classifies(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.classifies(name, create);
    }

    /** The loss of each sample alone, its gradient times the one arriving there. */
    @Test
    void classifiesSampleBySample() {
        Vectors vectors = Vectors.pytorch("loss/ce_none");
        Tensor x = vectors.tensor("in.x");
        int classes = x.shape()[1];
        float[] losses = new float[x.shape()[0]];
        float[] gradients = new float[x.elements()];
        Network network = PyTorchNetworks_CrossEntropyMeanNetwork.create(1);
        for (int n = 0; n < losses.length; n++) {
            float[] row = Arrays.copyOfRange(x.data(), n * classes, (n + 1) * classes);
            int[] label = {vectors.labels("in.t")[n]};
            losses[n] = network.loss(Batch.of(Tensor.of(row, 1, classes), label));
            float[] gradient = network.backward().toArray();
            for (int c = 0; c < classes; c++) {
                gradients[n * classes + c] =
                        gradient[c] * vectors.tensor("up.loss").get(n);
            }
        }
        vectors.assertPyTorch("out.loss", losses);
        vectors.assertPyTorch("grad.in.x", gradients);
    }

    @Test
    void sumsSquaredErrors() {
        Vectors vectors = Vectors.pytorch("loss/mse_sum");
        PyTorchNetworks_SquaredErrorSumNetwork network = PyTorchNetworks_SquaredErrorSumNetwork.create(1);
        vectors.assertPyTorch("out.loss", network.loss(vectors.tensor("in.x"), vectors.tensor("in.t")));
        vectors.assertPyTorch("grad.in.x", network.backward());
    }

    /** The squared error of each element alone, its gradient times the one arriving there. */
    @Test
    void squaresErrorsElementByElement() {
        Vectors vectors = Vectors.pytorch("loss/mse_none");
        float[] x = vectors.tensor("in.x").toArray();
        float[] losses = new float[x.length];
        float[] gradients = new float[x.length];
        PyTorchNetworks_SquaredErrorNoneNetwork network = PyTorchNetworks_SquaredErrorNoneNetwork.create(1);
        for (int i = 0; i < x.length; i++) {
            float[] target = {vectors.tensor("in.t").data()[i]};
            losses[i] = network.loss(Tensor.of(new float[] {x[i]}, 1, 1), target);
            gradients[i] =
                    network.backward().get(0, 0) * vectors.tensor("up.loss").data()[i];
        }
        vectors.assertPyTorch("out.loss", losses);
        vectors.assertPyTorch("grad.in.x", gradients);
    }

    /** Two networks over one set of parameters: y = tanh(Dense(a)) + tanh(Dense(b)). */
    @Test
    void sharesWeights() {
        Vectors vectors = Vectors.pytorch("merge/shared_weights");
        Parameters parameters = new Parameters();
        PyTorchNetworks_SharedNetwork first = new PyTorchNetworks_SharedNetwork(parameters, "", 1);
        PyTorchNetworks_SharedNetwork second = new PyTorchNetworks_SharedNetwork(parameters, "", 1);
        PyTorchCase.set(first, vectors, DENSE);
        float[] a = first.forward(vectors.tensor("in.a")).toArray();
        float[] b = second.forward(vectors.tensor("in.b")).toArray();
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
        vectors.assertPyTorch("out.y", a);
        vectors.assertPyTorch("grad.in.a", first.backward(vectors.tensor("up.y")));
        vectors.assertPyTorch("grad.in.b", second.backward(vectors.tensor("up.y")));
        DENSE.forEach((theirs, ours) -> vectors.assertPyTorch("grad." + theirs, PyTorchCase.gradient(second, ours)));
    }
}
