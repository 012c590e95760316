package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated layers against the cases of ONNX: outputs in evaluation, losses, and gradients where there are any. */
class OnnxTest {
    static Stream<Arguments> evaluated() {
        return Stream.of(
                arguments("node/relu", OnnxNetworks_Relu4x5Network::create, "x", "y"),
                arguments("pt/ReLU", OnnxNetworks_Relu3x4x5Network::create, "0", "1"),
                arguments("simple/single_relu_model", OnnxNetworks_Relu2Network::create, "x", "y"),
                arguments("node/sigmoid", OnnxNetworks_Sigmoid4x5Network::create, "x", "y"),
                arguments("node/tanh_example", OnnxNetworks_Tanh3Network::create, "x", "y"),
                arguments("node/softmax_axis_2", OnnxNetworks_Softmax4x5Network::create, "x", "y"),
                arguments("node/softmax_large_number", OnnxNetworks_Softmax4Network::create, "x", "y"),
                arguments("node/mul", OnnxNetworks_Product4x5Network::create, "x y", "z"),
                arguments("node/mul_example", OnnxNetworks_Product3Network::create, "x y", "z"),
                arguments(
                        "node/concat_1d_axis_negative_1",
                        OnnxNetworks_Concat2Network::create,
                        "value0 value1",
                        "output"),
                arguments("node/concat_2d_axis_1", OnnxNetworks_Concat2Network::create, "value0 value1", "output"),
                arguments(
                        "node/concat_2d_axis_negative_1",
                        OnnxNetworks_Concat2Network::create,
                        "value0 value1",
                        "output"),
                arguments("node/concat_3d_axis_1", OnnxNetworks_Concat2x2Network::create, "value0 value1", "output"),
                arguments(
                        "node/concat_3d_axis_negative_2",
                        OnnxNetworks_Concat2x2NegativeNetwork::create,
                        "value0 value1",
                        "output"),
                arguments("op/operator_concat2", OnnxNetworks_Concat3Network::create, "0 1", "2"),
                arguments("node/flatten_axis1", OnnxNetworks_Flatten3x4x5Network::create, "a", "b"),
                arguments("node/flatten_default_axis", OnnxNetworks_Flatten4x3x2Network::create, "a", "b"),
                arguments("op/operator_flatten", OnnxNetworks_Flatten2x3x4Network::create, "0", "1"),
                arguments("op/operator_view", OnnxNetworks_Flatten1Network::create, "0", "1"),
                arguments("node/dropout_default", OnnxNetworks_Dropout4x5Network::create, "x", "y"),
                arguments("node/dropout_default_ratio", OnnxNetworks_Dropout4x5Network::create, "x", "y"),
                arguments("node/dropout_default_old", OnnxNetworks_Dropout3Network::create, "x", "y"),
                arguments("node/dropout_random_old", OnnxNetworks_DropoutRatioNetwork::create, "x", "y"));
    }

    private static Arguments arguments(String name, LongFunction<Network> create, String inputs, String output) {
        return Arguments.of(name, create, inputs, output);
    }

    /** Compares the output in evaluation; a case without a batch is a batch of one sample. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("evaluated")
    void evaluates(String name, LongFunction<Network> create, String inputs, String output) {
        Vectors vectors = Vectors.onnx(name);
        List<Tensor> tensors = new ArrayList<>();
        for (String input : inputs.split(" ", -1)) {
            Tensor tensor = vectors.tensor("in." + input);
            tensors.add(tensor.shape().length == 1 ? tensor.reshape(1, tensor.elements()) : tensor);
        }
        Tensor actual = create.apply(1).eval().forward(new Batch(tensors, List.of()));
        int[] shape = vectors.tensor("out." + output).shape();
        assertArrayEquals(shape.length == 1 ? new int[] {1, shape[0]} : shape, actual.shape());
        vectors.assertOnnx("out." + output, actual.toArray());
    }

    static Stream<Arguments> products() {
        return Stream.of(
                product("node/gemm_default_zero_bias", OnnxNetworks_Gemm5x4Network::create, "a", "b", "c", "y"),
                product("node/gemm_default_vector_bias", OnnxNetworks_Gemm7x4Network::create, "a", "b", "c", "y"),
                product("node/gemm_default_scalar_bias", OnnxNetworks_Gemm3x4Network::create, "a", "b", "c", "y"),
                product("op/operator_mm", OnnxNetworks_Gemm3x4Network::create, "0", "1", "", "3"));
    }

    private static Arguments product(
            String name, LongFunction<Network> create, String a, String b, String c, String y) {
        return Arguments.of(name, create, a, b, c, y);
    }

    /** Compares {@code a b + c}, where b is the transposed weight and c the bias, a scalar one for all units. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void multiplies(String name, LongFunction<Network> create, String a, String b, String c, String y) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1).eval();
        Tensor factor = vectors.tensor("in." + b);
        Tensor weight = network.state().get("dense.weight");
        for (int i = 0; i < factor.shape()[0]; i++) {
            for (int j = 0; j < factor.shape()[1]; j++) {
                weight.set(factor.get(i, j), j, i);
            }
        }
        Tensor bias = network.state().get("dense.bias");
        float[] given = c.isEmpty() ? new float[1] : vectors.tensor("in." + c).toArray();
        for (int j = 0; j < bias.elements(); j++) {
            bias.set(given[given.length == 1 ? 0 : j], j);
        }
        vectors.assertOnnx(
                "out." + y, network.forward(Batch.of(vectors.tensor("in." + a))).toArray());
    }

    static Stream<Arguments> weighted() {
        return Stream.of(
                weighted(
                        "pt/Linear",
                        OnnxNetworks_LinearNetwork::create,
                        Map.of("1", "dense.weight", "2", "dense.bias"),
                        "3"),
                weighted(
                        "pt/Linear_no_bias",
                        OnnxNetworks_LinearNoBiasNetwork::create,
                        Map.of("1", "dense.weight"),
                        "3"),
                weighted("pt/BatchNorm1d_3d_input_eval", OnnxNetworks_Norm1dNetwork::create, norm(1), "5"),
                weighted("pt/BatchNorm3d_eval", OnnxNetworks_Norm3dNetwork::create, norm(1), "5"));
    }

    private static Arguments weighted(
            String name, LongFunction<Network> create, Map<String, String> weights, String output) {
        return Arguments.of(name, create, weights, output);
    }

    private static Map<String, String> norm(int first) {
        String[] roles = {"weight", "bias", "running_mean", "running_var"};
        return IntStream.range(0, roles.length)
                .boxed()
                .collect(Collectors.toMap(i -> String.valueOf(first + i), i -> "batchNorm." + roles[i]));
    }

    /** Compares the output in evaluation, with all weights and statistics given. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("weighted")
    void evaluatesWithWeights(String name, LongFunction<Network> create, Map<String, String> weights, String output) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1).eval();
        assertEquals(network.state().keySet(), Set.copyOf(weights.values()));
        weights.forEach((theirs, ours) ->
                PyTorchCase.copy(vectors.tensor("w." + theirs), network.state().get(ours)));
        vectors.assertOnnx(
                "out." + output,
                network.forward(Batch.of(vectors.tensor("in.0"))).toArray());
    }

    static Stream<Arguments> norms() {
        return Stream.of(
                norm("node/batchnorm_example_training_mode", OnnxNetworks_NormNetwork::create),
                norm("node/batchnorm_epsilon_training_mode", OnnxNetworks_NormEpsilonNetwork::create));
    }

    private static Arguments norm(String name, LongFunction<Network> create) {
        return Arguments.of(name, create);
    }

    /**
     * Compares the output in training and the statistics afterwards. ONNX moves the running variance by the biased variance
     * of the batch, PyTorch and this project by the unbiased one, n / (n - 1) times as large.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("norms")
    void normalisesInTraining(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1).train();
        Map<String, Tensor> state = network.state();
        PyTorchCase.copy(vectors.tensor("in.s"), state.get("batchNorm.weight"));
        PyTorchCase.copy(vectors.tensor("in.bias"), state.get("batchNorm.bias"));
        PyTorchCase.copy(vectors.tensor("in.mean"), state.get("batchNorm.running_mean"));
        PyTorchCase.copy(vectors.tensor("in.var"), state.get("batchNorm.running_var"));
        Tensor x = vectors.tensor("in.x");
        vectors.assertOnnx("out.y", network.forward(Batch.of(x)).toArray());
        vectors.assertOnnx(
                "out.output_mean", state.get("batchNorm.running_mean").toArray());
        float[] variance = state.get("batchNorm.running_var").toArray();
        double n = x.elements() / (double) variance.length;
        for (int i = 0; i < variance.length; i++) {
            double kept = 0.9 * vectors.tensor("in.var").get(i);
            variance[i] = (float) (kept + (variance[i] - kept) * (n - 1) / n);
        }
        vectors.assertOnnx("out.output_var", variance);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                norm("node/sce_mean", OnnxNetworks_CrossEntropyMeanNetwork::create),
                norm("node/sce_mean_log_prob", OnnxNetworks_CrossEntropyMeanNetwork::create),
                norm("node/sce_sum", OnnxNetworks_CrossEntropySumNetwork::create));
    }

    /** Compares the loss. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void classifies(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.onnx(name);
        vectors.assertOnnx("out.z", create.apply(1).loss(Batch.of(vectors.tensor("in.x"), vectors.labels("in.y"))));
    }

    /** Compares the loss of each sample alone. */
    @Test
    void classifiesSampleBySample() {
        Vectors vectors = Vectors.onnx("node/sce_none");
        Tensor x = vectors.tensor("in.x");
        int[] labels = vectors.labels("in.y");
        float[] losses = new float[labels.length];
        Network network = OnnxNetworks_CrossEntropyMeanNetwork.create(1);
        for (int n = 0; n < losses.length; n++) {
            float[] row = Arrays.copyOfRange(x.data(), n * 5, (n + 1) * 5);
            losses[n] = network.loss(Batch.of(Tensor.of(row, 1, 5), new int[] {labels[n]}));
        }
        vectors.assertOnnx("out.z", losses);
    }

    /** Compares {@code c = a + b} and its gradients. */
    @Test
    void addsAndDerives() {
        Vectors vectors = Vectors.onnx("simple/gradient_of_add");
        OnnxNetworks_SumNetwork network = OnnxNetworks_SumNetwork.create(1);
        vectors.assertOnnx(
                "out.c",
                network.forward(scalar(vectors, "a"), scalar(vectors, "b")).toArray());
        vectors.assertOnnx(
                "out.dc_da", network.backward(Tensor.of(new float[] {1}, 1, 1)).toArray());
        vectors.assertOnnx("out.dc_db", network.bGradient().toArray());
    }

    /** Compares {@code d = (a + b) a} and its gradients. */
    @Test
    void addsMultipliesAndDerives() {
        Vectors vectors = Vectors.onnx("simple/gradient_of_add_and_mul");
        OnnxNetworks_SumTimesNetwork network = OnnxNetworks_SumTimesNetwork.create(1);
        vectors.assertOnnx(
                "out.d",
                network.forward(scalar(vectors, "a"), scalar(vectors, "b")).toArray());
        vectors.assertOnnx(
                "out.dd_da", network.backward(Tensor.of(new float[] {1}, 1, 1)).toArray());
        vectors.assertOnnx("out.dd_db", network.bGradient().toArray());
    }

    private static Tensor scalar(Vectors vectors, String input) {
        return vectors.tensor("in." + input).reshape(1, 1);
    }
}
