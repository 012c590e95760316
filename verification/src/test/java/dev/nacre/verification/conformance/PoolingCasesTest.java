package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that pool and resample against the cases of PyTorch, with gradients, and of ONNX. */
class PoolingCasesTest {
    private static final Set<String> OPERATIONS = Set.of(
            "AveragePool",
            "DepthToSpace",
            "GlobalAveragePool",
            "GlobalLpPool",
            "GlobalMaxPool",
            "LpPool",
            "MaxPool",
            "Pad",
            "Resize",
            "SpaceToDepth",
            "Upsample");

    static Stream<Arguments> pytorch() {
        return Stream.of(
                arguments("pool/avg1d", PoolingNetworks_Avg1dNetwork::create),
                arguments("pool/avg2", PoolingNetworks_Avg2Network::create),
                arguments("pool/avg3s2p1", PoolingNetworks_Avg3s2p1Network::create),
                arguments("pool/globalavg", PoolingNetworks_GlobalAvgNetwork::create),
                arguments("pool/globalavg", PoolingNetworks_AdaptiveAvgNetwork::create),
                arguments("pool/globalmax", PoolingNetworks_GlobalMaxNetwork::create),
                arguments("pool/globalmax", PoolingNetworks_AdaptiveMaxNetwork::create),
                arguments("pool/max2ceil", PoolingNetworks_Max2ceilNetwork::create),
                arguments("pool/max3s2p1", PoolingNetworks_Max3s2p1Network::create),
                arguments("pool/max_ties", PoolingNetworks_MaxTiesNetwork::create),
                arguments("merge/upsample_nearest2", PoolingNetworks_Upsample2Network::create));
    }

    static Stream<Arguments> onnx() {
        return Stream.of(
                of("node/averagepool_1d_default", PoolingNetworks_Average1dNetwork::create, "x", "y"),
                of("node/averagepool_2d_ceil", PoolingNetworks_AverageCeilNetwork::create, "x", "y"),
                of("node/averagepool_2d_precomputed_pads", PoolingNetworks_AveragePadsNetwork::create, "x", "y"),
                of(
                        "node/averagepool_2d_precomputed_pads_count_include_pad",
                        PoolingNetworks_AverageCountedNetwork::create,
                        "x",
                        "y"),
                of("node/averagepool_2d_same_lower", PoolingNetworks_AverageLowerNetwork::create, "x", "y"),
                of("node/averagepool_2d_same_upper", PoolingNetworks_AverageSameNetwork::create, "x", "y"),
                of("node/globalaveragepool", PoolingNetworks_GlobalAverageNetwork::create, "x", "y"),
                of("node/globalaveragepool_precomputed", PoolingNetworks_GlobalAverage3Network::create, "x", "y"),
                of("node/globalmaxpool_precomputed", PoolingNetworks_GlobalMax3Network::create, "x", "y"),
                of("node/maxpool_1d_default", PoolingNetworks_Max1dNetwork::create, "x", "y"),
                of("node/maxpool_2d_ceil", PoolingNetworks_MaxCeilNetwork::create, "x", "y"),
                of("node/maxpool_2d_default", PoolingNetworks_MaxDefaultNetwork::create, "x", "y"),
                of("node/maxpool_2d_dilations", PoolingNetworks_MaxDilationsNetwork::create, "x", "y"),
                of("node/maxpool_2d_precomputed_pads", PoolingNetworks_MaxPadsNetwork::create, "x", "y"),
                of("node/maxpool_2d_precomputed_same_upper", PoolingNetworks_MaxSameNetwork::create, "x", "y"),
                of("node/maxpool_2d_precomputed_strides", PoolingNetworks_MaxStridesNetwork::create, "x", "y"),
                of("node/maxpool_2d_same_lower", PoolingNetworks_MaxLowerNetwork::create, "x", "y"),
                of("node/maxpool_2d_same_upper", PoolingNetworks_MaxUpperNetwork::create, "x", "y"),
                of("node/maxpool_2d_strides", PoolingNetworks_MaxFiveNetwork::create, "x", "y"),
                of("node/maxpool_with_argmax_2d_precomputed_pads", PoolingNetworks_MaxPadsNetwork::create, "x", "y"),
                of(
                        "node/maxpool_with_argmax_2d_precomputed_strides",
                        PoolingNetworks_MaxStridesNetwork::create,
                        "x",
                        "y"),
                of("op/operator_maxpool", PoolingNetworks_MaxLineNetwork::create, "0", "1"),
                of("pt/AvgPool1d_stride", PoolingNetworks_AverageLineNetwork::create, "0", "3"),
                of("pt/AvgPool2d_stride", PoolingNetworks_AverageSixNetwork::create, "0", "1"),
                of("pt/MaxPool1d_stride", PoolingNetworks_MaxWholeNetwork::create, "0", "1"),
                of("pt/MaxPool2d", PoolingNetworks_MaxSevenNetwork::create, "0", "1"),
                of("node/depthtospace_crd_mode_example", PoolingNetworks_CrdNetwork::create, "x", "y"),
                of("node/depthtospace_dcr_mode", PoolingNetworks_DcrNetwork::create, "x", "y"),
                of("pt/ReflectionPad2d", PoolingNetworks_ReflectionPadNetwork::create, "0", "1"),
                of("pt/ReplicationPad2d", PoolingNetworks_ReplicationPadNetwork::create, "0", "1"),
                of("pt/ZeroPad2d", PoolingNetworks_ZeroPadNetwork::create, "0", "1"),
                of("node/spacetodepth", PoolingNetworks_SpaceToDepthNetwork::create, "x", "y"),
                of("node/spacetodepth_example", PoolingNetworks_SpaceToDepthOneNetwork::create, "x", "y"));
    }

    private static Arguments arguments(String name, LongFunction<Network> create) {
        return Arguments.of(name, create);
    }

    private static Arguments of(String name, LongFunction<Network> create, String input, String output) {
        return Arguments.of(name, create, input, output);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("pytorch")
    void trains(String name, LongFunction<Network> create) {
        PyTorchCase.trains(name, create, Map.of());
        PyTorchCase.evaluates(name, create, Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onnx")
    void runs(String name, LongFunction<Network> create, String input, String output) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1);
        for (Network mode : new Network[] {network.train(), network.eval()}) {
            Tensor y = mode.forward(Batch.of(vectors.tensor("in." + input)));
            assertArrayEquals(vectors.tensor("out." + output).shape(), y.shape());
            vectors.assertOnnx("out." + output, y.toArray());
        }
    }

    @Test
    void padsByAConstant() {
        Vectors vectors = Vectors.onnx("node/constant_pad");
        Network network = PoolingNetworks_ConstantPadNetwork.create(1).eval();
        vectors.assertOnnx(
                "out.y", network.forward(Batch.of(vectors.tensor("in.x"))).toArray());
    }

    /** Every published case of these operations is run, but those of three axes behind the channels, which there are no layers for. */
    @Test
    void noCaseIsMissing() throws IOException {
        Set<String> run = new TreeSet<>(Set.of("node/constant_pad"));
        Stream.concat(pytorch(), onnx())
                .forEach(arguments -> run.add((String) arguments.get()[0]));
        Set<String> published = new TreeSet<>();
        for (List<String> row : LayerCoverageTest.table("pytorch/index.tsv")) {
            if (row.get(1).startsWith("pool/") || row.get(1).startsWith("merge/upsample")) {
                published.add(row.get(1));
            }
        }
        for (List<String> row : LayerCoverageTest.table("onnx/index.tsv")) {
            if (OPERATIONS.contains(row.get(1)) && !row.get(2).contains("3d")) {
                published.add(row.get(2));
            }
        }
        assertEquals(published, run);
    }
}
