package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that change shapes, merge and normalise each sample, against the cases of ONNX. */
class OnnxLayersTest {
    private static final Map<String, String> NORM = Map.of("W", "layerNorm.weight", "B", "layerNorm.bias");

    /** Cases whose first axis is the batch. */
    static Stream<Arguments> batches() {
        return Stream.of(
                of("node/reshape_negative_dim", LayerNetworks_ReshapeOpenNetwork::create, "data", "reshaped"),
                of("node/reshape_reduced_dims", LayerNetworks_ReshapeReducedNetwork::create, "data", "reshaped"),
                of("node/reshape_reordered_last_dims", LayerNetworks_ReshapeLastNetwork::create, "data", "reshaped"),
                of("pt/PixelShuffle", LayerNetworks_PixelShuffleNetwork::create, "0", "5"),
                of("node/squeeze_negative_axes", LayerNetworks_SqueezeMiddleNetwork::create, "x", "y"),
                of("node/unsqueeze_axis_2", LayerNetworks_Unsqueeze2Network::create, "x", "y"),
                of("node/unsqueeze_axis_3", LayerNetworks_Unsqueeze3Network::create, "x", "y"),
                of("node/unsqueeze_two_axes", LayerNetworks_UnsqueezeTwoNetwork::create, "x", "y"),
                of("node/unsqueeze_unsorted_axes", LayerNetworks_UnsqueezeThreeNetwork::create, "x", "y"),
                of("node/transpose_all_permutations_0", LayerNetworks_Permute012Network::create, "data", "transposed"),
                of("op/operator_permute2", LayerNetworks_PermuteOnesNetwork::create, "0", "1"),
                of("node/split_equal_parts_2d", LayerNetworks_SplitHalvesNetwork::create, "input", "output_1 output_2"),
                of(
                        "node/split_variable_parts_2d",
                        LayerNetworks_SplitUnevenNetwork::create,
                        "input",
                        "output_1 output_2"),
                of("op/operator_max", LayerNetworks_Max4Network::create, "0 1", "2"),
                of("node/layer_normalization_2d_axis1", LayerNetworks_Layer4Network::create, "X", "Y"),
                of("node/layer_normalization_2d_axis_negative_1", LayerNetworks_Layer4Network::create, "X", "Y"),
                of("node/layer_normalization_3d_axis1_epsilon", LayerNetworks_Layer3x5Network::create, "X", "Y"),
                of("node/layer_normalization_3d_axis2_epsilon", LayerNetworks_LayerOf5Network::create, "X", "Y"),
                of(
                        "node/layer_normalization_3d_axis_negative_1_epsilon",
                        LayerNetworks_LayerOf5Network::create,
                        "X",
                        "Y"),
                of("node/layer_normalization_4d_axis_negative_1", LayerNetworks_LayerLastOf3Network::create, "X", "Y"),
                of(
                        "node/layer_normalization_4d_axis_negative_2",
                        LayerNetworks_LayerLastTwoOf3Network::create,
                        "X",
                        "Y"),
                of("node/layer_normalization_default_axis", LayerNetworks_LayerLastOf3Network::create, "X", "Y"));
    }

    /** Cases that are one sample of a batch of one. */
    static Stream<Arguments> samples() {
        return Stream.of(
                of(
                        "node/reshape_negative_extended_dims",
                        LayerNetworks_ReshapeExtendedNetwork::create,
                        "data",
                        "reshaped"),
                of("node/reshape_one_dim", LayerNetworks_ReshapeOneNetwork::create, "data", "reshaped"),
                of("node/reshape_reordered_all_dims", LayerNetworks_ReshapeAllNetwork::create, "data", "reshaped"),
                of("node/flatten_negative_axis1", LayerNetworks_Flatten24x5Network::create, "a", "b"),
                of("node/flatten_negative_axis2", LayerNetworks_Flatten6x20Network::create, "a", "b"),
                of("node/flatten_negative_axis4", LayerNetworks_Flatten1x120Network::create, "a", "b"),
                of("node/squeeze", LayerNetworks_SqueezeFirstNetwork::create, "x", "y"),
                of("node/transpose_all_permutations_2", LayerNetworks_Permute102Network::create, "data", "transposed"),
                of("node/transpose_all_permutations_3", LayerNetworks_Permute120Network::create, "data", "transposed"),
                of("node/transpose_all_permutations_4", LayerNetworks_Permute201Network::create, "data", "transposed"),
                of("node/transpose_all_permutations_5", LayerNetworks_Permute210Network::create, "data", "transposed"),
                of("node/transpose_default", LayerNetworks_Transpose210Network::create, "data", "transposed"),
                of("node/slice", LayerNetworks_SliceTwoNetwork::create, "x", "y"),
                of("node/slice_default_axes", LayerNetworks_SliceThreeNetwork::create, "x", "y"),
                of("node/slice_negative_axes", LayerNetworks_SliceNegativeAxesNetwork::create, "x", "y"),
                of("node/slice_end_out_of_bounds", LayerNetworks_SliceToTheEndNetwork::create, "x", "y"),
                of("node/slice_neg", LayerNetworks_SliceToTheLastNetwork::create, "x", "y"),
                of(
                        "node/split_equal_parts_default_axis",
                        LayerNetworks_SplitThirdsNetwork::create,
                        "input",
                        "output_1 output_2 output_3"),
                of(
                        "node/split_variable_parts_1d",
                        LayerNetworks_SplitUnevenNetwork::create,
                        "input",
                        "output_1 output_2"),
                of("op/operator_chunk", LayerNetworks_ChunksNetwork::create, "0", "1 2"),
                of("node/max_float32", LayerNetworks_Max3Network::create, "data_0 data_1", "result"),
                of("node/max_float64", LayerNetworks_Max3Network::create, "data_0 data_1", "result"),
                of("node/max_two_inputs", LayerNetworks_Max3Network::create, "data_0 data_1", "result"),
                of("node/mean_two_inputs", LayerNetworks_MeanOfTwoNetwork::create, "data_0 data_1", "result"),
                of("node/mean_example", LayerNetworks_MeanOfThreeNetwork::create, "data_0 data_1 data_2", "result"),
                of("node/sum_two_inputs", LayerNetworks_Sum3Network::create, "data_0 data_1", "result"),
                of("node/sub_example", LayerNetworks_Difference3Network::create, "x y", "z"),
                of("node/div_example", LayerNetworks_Quotient2Network::create, "x y", "z"),
                of("node/concat_2d_axis_0", LayerNetworks_ConcatRowsNetwork::create, "value0 value1", "output"),
                of(
                        "node/concat_2d_axis_negative_2",
                        LayerNetworks_ConcatRowsNegativeNetwork::create,
                        "value0 value1",
                        "output"),
                of("node/concat_3d_axis_0", LayerNetworks_ConcatCubesNetwork::create, "value0 value1", "output"),
                of(
                        "node/concat_3d_axis_negative_3",
                        LayerNetworks_ConcatCubesNegativeNetwork::create,
                        "value0 value1",
                        "output"),
                of("node/layer_normalization_3d_axis0_epsilon", LayerNetworks_Layer2x3x5Network::create, "X", "Y"),
                of("node/layer_normalization_4d_axis0", LayerNetworks_Layer2x3x4x5Network::create, "X", "Y"));
    }

    /** Cases with tests of their own below. */
    static List<String> others() {
        return List.of("node/gemm_beta", "node/gemm_transposeA", "node/gemm_all_attributes", "op/operator_addmm");
    }

    private static Arguments of(String name, LongFunction<Network> create, String inputs, String outputs) {
        return Arguments.of(name, create, inputs, outputs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("batches")
    void runsABatch(String name, LongFunction<Network> create, String inputs, String outputs) {
        run(Vectors.onnx(name), create.apply(1), inputs, outputs, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void runsASample(String name, LongFunction<Network> create, String inputs, String outputs) {
        run(Vectors.onnx(name), create.apply(1), inputs, outputs, true);
    }

    private static void run(Vectors vectors, Network network, String inputs, String outputs, boolean sample) {
        List<Tensor> tensors = new ArrayList<>();
        for (String input : inputs.split(" ", -1)) {
            Tensor tensor = vectors.tensor("in." + input);
            tensors.add(sample ? tensor.reshape(oneMore(tensor.shape())) : tensor);
        }
        if (vectors.has("in.W")) {
            assertEquals(network.state().keySet(), Set.copyOf(NORM.values()));
            NORM.forEach((theirs, ours) -> PyTorchCase.copy(
                    vectors.tensor("in." + theirs), network.state().get(ours)));
        }
        for (Network mode : List.of(network.train(), network.eval())) {
            mode.forward(new Batch(tensors, List.of()));
            String[] names = outputs.split(" ", -1);
            assertEquals(names.length, mode.outputs().size());
            for (int i = 0; i < names.length; i++) {
                int[] shape = vectors.tensor("out." + names[i]).shape();
                assertArrayEquals(
                        sample ? oneMore(shape) : shape, mode.outputs().get(i).shape());
                vectors.assertOnnx("out." + names[i], mode.outputs().get(i).toArray());
            }
        }
    }

    private static int[] oneMore(int[] shape) {
        return IntStream.concat(IntStream.of(1), IntStream.of(shape)).toArray();
    }

    /** {@code y = a b + beta c}: a bias that is scaled beforehand. */
    @Test
    void scalesTheBias() {
        Vectors vectors = Vectors.onnx("node/gemm_beta");
        Network network = OnnxNetworks_Gemm7x4Network.create(1).eval();
        setTransposed(vectors.tensor("in.b"), network.state().get("dense.weight"));
        set(vectors.tensor("in.c"), 0.5f, network.state().get("dense.bias"));
        vectors.assertOnnx(
                "out.y", network.forward(Batch.of(vectors.tensor("in.a"))).toArray());
    }

    /** {@code y = aᵀ b + c}, where a is one sample. */
    @Test
    void transposesTheInput() {
        Vectors vectors = Vectors.onnx("node/gemm_transposeA");
        Network network = LayerNetworks_GemmTransposedNetwork.create(1).eval();
        setTransposed(vectors.tensor("in.b"), network.state().get("dense.weight"));
        set(vectors.tensor("in.c"), 1, network.state().get("dense.bias"));
        Tensor a = vectors.tensor("in.a");
        vectors.assertOnnx(
                "out.y",
                network.forward(Batch.of(a.reshape(oneMore(a.shape())))).toArray());
    }

    /** {@code y = alpha aᵀ bᵀ + beta c}, where a is one sample. */
    @Test
    void transposesAndScales() {
        Vectors vectors = Vectors.onnx("node/gemm_all_attributes");
        Network network = LayerNetworks_GemmAllNetwork.create(1).eval();
        set(vectors.tensor("in.b"), 0.25f, network.state().get("dense.weight"));
        set(vectors.tensor("in.c"), 0.35f, network.state().get("dense.bias"));
        Tensor a = vectors.tensor("in.a");
        vectors.assertOnnx(
                "out.y",
                network.forward(Batch.of(a.reshape(oneMore(a.shape())))).toArray());
    }

    /** {@code y = x w + (x w + c)}. */
    @Test
    void addsToAProduct() {
        Vectors vectors = Vectors.onnx("op/operator_addmm");
        Network network = LayerNetworks_AddmmNetwork.create(1).eval();
        Tensor w = vectors.tensor("in.1");
        setTransposed(w, network.state().get("first.dense.weight"));
        setTransposed(w, network.state().get("second.x.dense.weight"));
        set(vectors.tensor("in.2"), 1, network.state().get("first.dense.bias"));
        vectors.assertOnnx(
                "out.4", network.forward(Batch.of(vectors.tensor("in.0"))).toArray());
    }

    private static void set(Tensor from, float factor, Tensor to) {
        PyTorchCase.copy(from, to);
        for (int i = 0; i < to.elements(); i++) {
            to.data()[i] *= factor;
        }
    }

    private static void setTransposed(Tensor from, Tensor to) {
        for (int i = 0; i < from.shape()[0]; i++) {
            for (int j = 0; j < from.shape()[1]; j++) {
                to.set(from.get(i, j), j, i);
            }
        }
    }
}
