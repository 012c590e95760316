package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nacre.tensor.Tensor;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** D13, D14 and D15 on generated networks, and D1 to D12, D16 and D17 of the decisions that elements share. */
class SharedBatteryTest {
    private static final long SEED = 2_016;
    private static final int EFFORT = 1 << 15;

    @Test
    void spatial() {
        Candidate candidate = new GeneratedCandidate<>(
                        "Spatial", EFFORT, true, SharedNetworks_SpatialNetwork::create, 24, 3, 3)
                .block(0.3, SharedNetworks_SpatialNetwork::p30)
                .block(0.5, SharedNetworks_SpatialNetwork::p50)
                .block(0.5, SharedNetworks_SpatialNetwork::p50again)
                .block(0.5, SharedNetworks_SpatialNetwork::positions)
                .block(0.5, SharedNetworks_SpatialNetwork::noise)
                .block(0, SharedNetworks_SpatialNetwork::none)
                .block(1, SharedNetworks_SpatialNetwork::all);
        StructureChecks.spatial(candidate, 24, SEED).assertHealthy("Spatial");
    }

    @Test
    void variational() {
        Candidate candidate = new GeneratedCandidate<>(
                        "Times", EFFORT, true, SharedNetworks_TimesNetwork::create, 7, 32)
                .block(0.3, SharedNetworks_TimesNetwork::p30)
                .block(0.5, SharedNetworks_TimesNetwork::inputs)
                .block(0.5, SharedNetworks_TimesNetwork::states)
                .block(0, SharedNetworks_TimesNetwork::none)
                .block(1, SharedNetworks_TimesNetwork::all);
        StructureChecks.variational(candidate, 32, SEED).assertHealthy("Times");
    }

    @Test
    void paths() {
        Candidate candidate = new GeneratedCandidate<>("Paths", EFFORT, true, SharedNetworks_PathsNetwork::create, 6)
                .block(0.3, SharedNetworks_PathsNetwork::p30)
                .block(0.5, SharedNetworks_PathsNetwork::p50)
                .block(0.5, SharedNetworks_PathsNetwork::p50again);
        StructureChecks.spatial(candidate, 1, SEED).assertHealthy("Paths");
    }

    @Test
    void alphaKeepsMoments() {
        int rows = 10_000;
        Random random = new Random(SEED);
        float[] values = new float[rows * 100];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Tensor x = Tensor.of(values, rows, 100, 1);
        SharedNetworks_AlphaNetwork network =
                SharedNetworks_AlphaNetwork.create(SEED).train();
        NoiseChecks.alpha("p = 0.1", network.p10(x).toArray()).assertHealthy("Alpha");
        NoiseChecks.alpha("p = 0.5", network.p50(x).toArray()).assertHealthy("Alpha");
        // One position in each channel: all independent.
        NoiseChecks.alpha("of channels", network.channels(x).toArray()).assertHealthy("FeatureAlpha");
        network.eval();
        assertEquals(0, Statistics.differences(values, network.p50(x).toArray()));
    }
}
