package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of activations that PyTorch and ONNX published. */
class ActivationConformanceTest {
    /** Cases that are not run, and why. */
    private static final Map<String, String> LISTED = Map.of(
            "pt/PoissonNLLLLoss_no_reduce",
            "a loss, exp(x) - t x with its targets t inside the graph: its exponential runs as node/exp, the rest is no activation");

    static Stream<Arguments> pytorch() {
        return Stream.of(
                pytorch("act/ELU", ActivationNetworks_PEluNetwork::create),
                pytorch("act/ELU_a0.5", ActivationNetworks_PEluA05Network::create),
                pytorch("act/GELUTanh", ActivationNetworks_PGelutanhNetwork::create),
                pytorch("act/GLU", ActivationNetworks_PGluNetwork::create),
                pytorch("act/HardSwish", ActivationNetworks_PHardswishNetwork::create),
                pytorch("act/HardTanh", ActivationNetworks_PHardtanhNetwork::create),
                pytorch("act/Hardshrink", ActivationNetworks_PHardshrinkNetwork::create),
                pytorch("act/LogSoftmax_large", ActivationNetworks_PLogsoftmaxLargeNetwork::create),
                pytorch("act/Mish", ActivationNetworks_PMishNetwork::create),
                pytorch("act/PReLU_shared", ActivationNetworks_PPreluSharedNetwork::create, "prelu.weight"),
                pytorch("act/ReLU", ActivationNetworks_PReluNetwork::create),
                pytorch("act/ReLU6", ActivationNetworks_PRelu6Network::create),
                pytorch("act/Softmax_large", ActivationNetworks_PSoftmaxLargeNetwork::create),
                pytorch("act/Softmin", ActivationNetworks_PSoftminNetwork::create),
                pytorch("act/Softmin_large", ActivationNetworks_PSoftminLargeNetwork::create),
                pytorch("act/Softplus", ActivationNetworks_PSoftplusNetwork::create),
                pytorch("act/Softplus_b2", ActivationNetworks_PSoftplusB2Network::create),
                pytorch("act/Tanh", ActivationNetworks_PTanhNetwork::create),
                pytorch("act/Tanhshrink", ActivationNetworks_PTanhshrinkNetwork::create),
                pytorch("act/Threshold", ActivationNetworks_PThresholdNetwork::create));
    }

    private static Arguments pytorch(String name, LongFunction<Network> create) {
        return Arguments.of(name, create, Map.of());
    }

    private static Arguments pytorch(String name, LongFunction<Network> create, String weight) {
        return Arguments.of(name, create, Map.of("weight", weight));
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                onnx("pt/Softsign", ActivationNetworks_OSoftsignNetwork::create, "0", "4"),
                onnx("node/softsign", ActivationNetworks_OSoftsignNetwork::create, "x", "y"),
                onnx("node/celu", ActivationNetworks_OCeluNetwork::create, "X", "Y"),
                onnx("node/clip", ActivationNetworks_OClip1Network::create, "x", "y"),
                onnx("node/clip_default_inbounds", ActivationNetworks_OClipNoneNetwork::create, "x", "y"),
                onnx("node/clip_inbounds", ActivationNetworks_OClip5Network::create, "x", "y"),
                onnx("op/operator_clip", ActivationNetworks_OClipHalfNetwork::create, "0", "1"),
                onnx("node/cos", ActivationNetworks_OCosNetwork::create, "x", "y"),
                onnx("node/cos_example", ActivationNetworks_OCosNetwork::create, "x", "y"),
                onnx("node/elu", ActivationNetworks_OElu2Network::create, "x", "y"),
                onnx("node/elu_default", ActivationNetworks_OEluNetwork::create, "x", "y"),
                onnx("node/elu_example", ActivationNetworks_OElu2Network::create, "x", "y"),
                onnx("node/erf", ActivationNetworks_OErfNetwork::create, "x", "y"),
                onnx("node/exp", ActivationNetworks_OExpNetwork::create, "x", "y"),
                onnx("op/operator_exp", ActivationNetworks_OExpNetwork::create, "0", "1"),
                onnx("node/hardsigmoid", ActivationNetworks_OHardSigmoid5Network::create, "x", "y"),
                onnx("node/hardsigmoid_default", ActivationNetworks_OHardSigmoid2Network::create, "x", "y"),
                onnx("node/hardsigmoid_example", ActivationNetworks_OHardSigmoid5Network::create, "x", "y"),
                onnx("node/hardswish", ActivationNetworks_OHardSwishNetwork::create, "x", "y"),
                onnx("node/leakyrelu_default", ActivationNetworks_OLeakyNetwork::create, "x", "y"),
                onnx("node/leakyrelu_example", ActivationNetworks_OLeaky1Network::create, "x", "y"),
                onnx("pt/LeakyReLU_with_negval", ActivationNetworks_OLeaky5Network::create, "0", "1"),
                onnx("node/log", ActivationNetworks_OLogNetwork::create, "x", "y"),
                onnx("node/log_example", ActivationNetworks_OLogNetwork::create, "x", "y"),
                onnx("node/relu", ActivationNetworks_OReluNetwork::create, "x", "y"),
                onnx("pt/ReLU", ActivationNetworks_OReluNetwork::create, "0", "1"),
                onnx("simple/single_relu_model", ActivationNetworks_OReluNetwork::create, "x", "y"),
                onnx("node/selu_default", ActivationNetworks_OSeluNetwork::create, "x", "y"),
                onnx("node/selu_example", ActivationNetworks_OSelu23Network::create, "x", "y"),
                onnx("op/operator_selu", ActivationNetworks_OSeluNetwork::create, "0", "1"),
                onnx("node/sigmoid", ActivationNetworks_OSigmoidNetwork::create, "x", "y"),
                onnx("node/sin_example", ActivationNetworks_OSinNetwork::create, "x", "y"),
                onnx("node/softplus", ActivationNetworks_OSoftplusNetwork::create, "x", "y"),
                onnx("node/softplus_example", ActivationNetworks_OSoftplusNetwork::create, "x", "y"),
                onnx("pt/Softplus", ActivationNetworks_OSoftplusNetwork::create, "0", "1"),
                onnx("node/sqrt", ActivationNetworks_OSqrtNetwork::create, "x", "y"),
                onnx("node/sqrt_example", ActivationNetworks_OSqrtNetwork::create, "x", "y"),
                onnx("op/operator_sqrt", ActivationNetworks_OSqrtNetwork::create, "0", "1"),
                onnx("node/tanh_example", ActivationNetworks_OTanhNetwork::create, "x", "y"),
                onnx("node/thresholdedrelu", ActivationNetworks_OThresholded2Network::create, "x", "y"),
                onnx("node/thresholdedrelu_default", ActivationNetworks_OThresholded1Network::create, "x", "y"),
                onnx("node/thresholdedrelu_example", ActivationNetworks_OThresholded2Network::create, "x", "y"));
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                onnx("node/logsoftmax_axis_1", ActivationNetworks_OLogSoftmax4x5a0Network::create, "x", "y"),
                onnx("node/logsoftmax_axis_2", ActivationNetworks_OLogSoftmax4x5a1Network::create, "x", "y"),
                onnx("node/logsoftmax_default_axis", ActivationNetworks_OLogSoftmax4x5Network::create, "x", "y"),
                onnx("node/logsoftmax_large_number", ActivationNetworks_OLogSoftmax4Network::create, "x", "y"),
                onnx("pt/LogSoftmax", ActivationNetworks_OLogSoftmax20Network::create, "0", "1"),
                onnx("pt/log_softmax_dim3", ActivationNetworks_OLogSoftmax3x4x5Network::create, "0", "1"),
                onnx("pt/log_softmax_lastdim", ActivationNetworks_OLogSoftmax128Network::create, "0", "1"),
                onnx("pt/GLU", ActivationNetworks_OGluNetwork::create, "0", "4"),
                onnx("node/softmax_axis_0", ActivationNetworks_OSoftmax3x4x5Network::create, "x", "y"),
                onnx("node/softmax_axis_1", ActivationNetworks_OSoftmax4x5a0Network::create, "x", "y"),
                onnx("node/softmax_axis_2", ActivationNetworks_OSoftmax4x5a1Network::create, "x", "y"),
                onnx("node/softmax_large_number", ActivationNetworks_OSoftmax4Network::create, "x", "y"),
                onnx("pt/Softmin", ActivationNetworks_OSoftminNetwork::create, "0", "2"));
    }

    private static Arguments onnx(String name, LongFunction<Network> create, String input, String output) {
        return Arguments.of(name, create, input, output);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pytorch")
    void trains(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.trains(name, create, parameters);
    }

    /** Functions of one element: each element is a sample. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("elements")
    void maps(String name, LongFunction<Network> create, String input, String output) {
        Vectors vectors = Vectors.onnx(name);
        Tensor x = vectors.tensor("in." + input);
        Tensor actual = create.apply(1).eval().forward(Batch.of(x.reshape(x.elements(), 1)));
        vectors.assertOnnx("out." + output, actual.toArray());
    }

    /** Functions along an axis; a case without a batch is a batch of one sample. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void normalises(String name, LongFunction<Network> create, String input, String output) {
        Vectors vectors = Vectors.onnx(name);
        Tensor x = vectors.tensor("in." + input);
        Tensor batch = name.equals("node/softmax_axis_0") ? x.reshape(1, 3, 4, 5) : x;
        Tensor actual = create.apply(1).eval().forward(Batch.of(batch));
        vectors.assertOnnx("out." + output, actual.toArray());
    }

    /** {@code activations.txt} holds the names of the kind in the published indices. */
    @Test
    void everyCaseRunsOrIsListed() throws IOException {
        TreeSet<String> run = new TreeSet<>(LISTED.keySet());
        Stream.of(pytorch(), elements(), samples())
                .flatMap(cases -> cases)
                .forEach(arguments -> run.add((String) arguments.get()[0]));
        TreeSet<String> published = new TreeSet<>(names("pytorch"));
        published.addAll(names("onnx"));
        assertEquals(published, run);
    }

    private static List<String> names(String folder) throws IOException {
        try (InputStream in =
                ActivationConformanceTest.class.getResourceAsStream("/conformance/" + folder + "/activations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
