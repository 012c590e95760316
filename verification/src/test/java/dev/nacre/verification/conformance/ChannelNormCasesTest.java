package dev.nacre.verification.conformance;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Norms of channels against PyTorch, with gradients, and ONNX. */
class ChannelNormCasesTest {
    static Stream<Arguments> pytorch() {
        return Stream.of(of("norm/LocalResponseNorm", ChannelNormNetworks_LocalOf5Network::create));
    }

    static Stream<Arguments> onnx() {
        return Stream.of(
                of("node/lrn", ChannelNormNetworks_LocalRootNetwork::create),
                of("node/lrn_default", ChannelNormNetworks_LocalDefaultNetwork::create),
                of("node/instancenorm_epsilon", ChannelNormNetworks_InstanceNetwork::create));
    }

    private static Arguments of(String name, LongFunction<Network> create) {
        return Arguments.of(name, create);
    }

    @Test
    void localResponses() {
        PyTorchCase.trains("norm/LocalResponseNorm", ChannelNormNetworks_LocalOf5Network::create, Map.of());
        PyTorchCase.evaluates("norm/LocalResponseNorm", ChannelNormNetworks_LocalOf5Network::create, Map.of());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onnx")
    void runs(String name, LongFunction<Network> create) {
        Vectors vectors = Vectors.onnx(name);
        Network network = create.apply(1);
        if (vectors.has("in.s")) {
            PyTorchCase.copy(vectors.tensor("in.s"), network.state().get("instanceNorm.weight"));
            PyTorchCase.copy(vectors.tensor("in.bias"), network.state().get("instanceNorm.bias"));
        }
        Batch batch = Batch.of(vectors.tensor("in.x"));
        vectors.assertOnnx("out.y", network.train().forward(batch).toArray());
        vectors.assertOnnx("out.y", network.eval().forward(batch).toArray());
    }
}
