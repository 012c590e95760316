package dev.nacre.verification.conformance;

import dev.nacre.network.Network;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Margins below zero and norms of channels against PyTorch, with gradients and statistics. */
class OwnCasesTest {
    static Stream<Arguments> alike() {
        return Stream.of(
                of("own/pad_crop", OwnNetworks_CropNetwork::create, ""),
                of("own/pad_crop_constant", OwnNetworks_CropConstantNetwork::create, ""),
                of("own/pad_crop_reflect", OwnNetworks_CropReflectNetwork::create, ""),
                of("own/pad_crop_reflect1d", OwnNetworks_CropReflectLineNetwork::create, ""),
                of("own/pad_crop_replicate", OwnNetworks_CropReplicateNetwork::create, ""),
                of("own/group_norm", OwnNetworks_GroupsNetwork::create, "groupNorm"),
                of("own/group_norm1", OwnNetworks_OneGroupNetwork::create, "groupNorm"),
                of("own/group_norm_plain", OwnNetworks_PlainGroupsNetwork::create, ""),
                of("own/instance_norm", OwnNetworks_InstancesNetwork::create, ""),
                of("own/instance_norm_affine", OwnNetworks_AffineInstancesNetwork::create, "instanceNorm"));
    }

    /** @param layer the one with a weight and a bias, if there is one */
    private static Arguments of(String name, LongFunction<Network> create, String layer) {
        return Arguments.of(
                name,
                create,
                layer.isEmpty() ? Map.of() : Map.of("weight", layer + ".weight", "bias", layer + ".bias"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alike")
    void trainsAndEvaluatesAlike(String name, LongFunction<Network> create, Map<String, String> parameters) {
        PyTorchCase.trains(name, create, parameters);
        PyTorchCase.evaluates(name, create, parameters);
    }

    /** Running statistics are moved in training and used in evaluation, where they stay. */
    @Test
    void trackedInstances() {
        Map<String, String> affine = Map.of("weight", "instanceNorm.weight", "bias", "instanceNorm.bias");
        PyTorchCase.trains("own/instance_norm_tracked", OwnNetworks_TrackedNetwork::create, affine);
        PyTorchCase.evaluates("own/instance_norm_tracked_eval", OwnNetworks_TrackedNetwork::create, affine);
        PyTorchCase.trains("own/instance_norm_tracked_plain", OwnNetworks_PlainTrackedNetwork::create, Map.of());
    }
}
