package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions and their transposes against PyTorch (with gradients) and ONNX (which has none). */
class ConvolutionConformanceTest {
    static Stream<Arguments> pytorch() {
        return Stream.of(
                of("conv/1d_causal", ConvolutionNetworks_CausalNetwork::create, true),
                of("conv/1d_depthwise", ConvolutionNetworks_Depthwise1dNetwork::create, true),
                of("conv/1d_stride_dilation", ConvolutionNetworks_StrideDilation1dNetwork::create, true),
                of("conv/all_options", ConvolutionNetworks_AllOptionsNetwork::create, true),
                of("conv/depthwise", ConvolutionNetworks_DepthwiseNetwork::create, true),
                of("conv/depthwise_mult2", ConvolutionNetworks_DepthwiseTwiceNetwork::create, true),
                of("conv/dilation2", ConvolutionNetworks_DilationNetwork::create, true),
                of("conv/k1x1", ConvolutionNetworks_PointwiseNetwork::create, true),
                of("conv/k5", ConvolutionNetworks_Kernel5Network::create, true),
                of("conv/nobias", ConvolutionNetworks_NoBiasNetwork::create, false),
                of("conv/pad1", ConvolutionNetworks_PaddingNetwork::create, true),
                of("conv/rect_stride", ConvolutionNetworks_RectangularStrideNetwork::create, true),
                of("conv/same", ConvolutionNetworks_SameNetwork::create, true),
                of("conv/same_even", ConvolutionNetworks_SameEvenNetwork::create, true),
                of("conv/stride2", ConvolutionNetworks_StrideNetwork::create, true),
                of("conv/transpose", ConvolutionNetworks_TransposedNetwork::create, true),
                of("conv/transpose_dil", ConvolutionNetworks_TransposedDilationNetwork::create, true),
                of("conv/transpose_groups", ConvolutionNetworks_TransposedGroupsNetwork::create, true),
                of("conv/transpose_s2", ConvolutionNetworks_TransposedStrideNetwork::create, true));
    }

    static Stream<Arguments> onnx() {
        return Stream.of(
                of("node/basic_conv_with_padding", ConvolutionNetworks_OnnxPaddingNetwork::create, false),
                of("node/basic_conv_without_padding", ConvolutionNetworks_OnnxPlainNetwork::create, false),
                of("node/conv_with_autopad_same", ConvolutionNetworks_OnnxSameLowerNetwork::create, false),
                of(
                        "node/conv_with_strides_and_asymmetric_padding",
                        ConvolutionNetworks_OnnxUnevenNetwork::create,
                        false),
                of("node/conv_with_strides_padding", ConvolutionNetworks_OnnxStridePaddingNetwork::create, false),
                of("pt/Conv1d", ConvolutionNetworks_Onnx1dNetwork::create, true),
                of("pt/Conv1d_dilated", ConvolutionNetworks_Onnx1dDilatedNetwork::create, true),
                of("pt/Conv1d_pad1", ConvolutionNetworks_Onnx1dPaddingNetwork::create, true),
                of("pt/Conv1d_pad1size1", ConvolutionNetworks_Onnx1dSize1Network::create, true),
                of("pt/Conv1d_pad2size1", ConvolutionNetworks_Onnx1dKernel5Size1Network::create, true),
                of("pt/Conv2d_depthwise_padded", ConvolutionNetworks_OnnxDepthwiseNetwork::create, true),
                of("pt/Conv2d_depthwise_strided", ConvolutionNetworks_OnnxDepthwiseStrideNetwork::create, true),
                of("pt/Conv2d_depthwise_with_multiplier", ConvolutionNetworks_OnnxDepthwiseTwiceNetwork::create, true),
                of("pt/Conv2d_groups", ConvolutionNetworks_OnnxGroupsNetwork::create, true),
                of("pt/Conv2d_padding", ConvolutionNetworks_OnnxStride2PaddingNetwork::create, true),
                of("pt/Conv2d_strided", ConvolutionNetworks_OnnxStride2Network::create, true),
                of("node/convtranspose", ConvolutionNetworks_OnnxTransposedNetwork::create, false),
                of("node/convtranspose_autopad_same", ConvolutionNetworks_OnnxTransposedSameNetwork::create, false),
                of("node/convtranspose_dilations", ConvolutionNetworks_OnnxTransposedDilatedNetwork::create, false),
                of("node/convtranspose_kernel_shape", ConvolutionNetworks_OnnxTransposedShapeNetwork::create, false),
                of("node/convtranspose_output_shape", ConvolutionNetworks_OnnxTransposedShapeNetwork::create, false),
                of("pt/ConvTranspose2d", ConvolutionNetworks_OnnxTransposedStrideNetwork::create, true));
    }

    private static Arguments of(String name, LongFunction<Network> create, boolean bias) {
        return Arguments.of(name, create, bias);
    }

    /** The name of a parameter of the only layer, which differs by layer. */
    private static String ours(Network network, String role) {
        return network.state().keySet().stream()
                .filter(name -> name.endsWith("." + role))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pytorch")
    void trains(String name, LongFunction<Network> create, boolean bias) {
        PyTorchCase.trains(name, create, parameters(create, bias));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pytorch")
    void evaluates(String name, LongFunction<Network> create, boolean bias) {
        PyTorchCase.evaluates(name, create, parameters(create, bias));
    }

    private static Map<String, String> parameters(LongFunction<Network> create, boolean bias) {
        Network network = create.apply(1);
        Map<String, String> parameters = new HashMap<>(Map.of("weight", ours(network, "weight")));
        if (bias) {
            parameters.put("bias", ours(network, "bias"));
        }
        return parameters;
    }

    /** ONNX names weights by number behind the input where they are part of the model, else as another input. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("onnx")
    void follows(String name, LongFunction<Network> create, boolean bias) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1);
        Map<String, Tensor> state = network.state();
        assertEquals(bias ? 2 : 1, state.size());
        PyTorchCase.copy(vectors.tensor(bias ? "w.1" : "in.W"), state.get(ours(network, "weight")));
        if (bias) {
            PyTorchCase.copy(vectors.tensor("w.2"), state.get(ours(network, "bias")));
        }
        String input = Stream.of("in.0", "in.x", "in.X")
                .filter(vectors::has)
                .findFirst()
                .orElseThrow();
        String output = Stream.of("out.3", "out.y", "out.Y")
                .filter(vectors::has)
                .findFirst()
                .orElseThrow();
        for (boolean training : new boolean[] {true, false}) {
            Tensor y = (training ? network.train() : network.eval()).forward(Batch.of(vectors.tensor(input)));
            assertArrayEquals(vectors.tensor(output).shape(), y.shape());
            vectors.assertOnnx(output, y.toArray());
        }
    }
}
