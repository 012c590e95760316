package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Noise on values and weights differs between the samples of a prediction where nothing else does: it is what comes first. */
class NoiseMonteCarloTest {
    static Stream<LongFunction<Network>> networks() {
        return Stream.of(
                NoiseAlone_MultipliedNetwork::create,
                NoiseAlone_AddedNetwork::create,
                NoiseAlone_ConnectedNetwork::create,
                NoiseAlone_ConnectedEachNetwork::create);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void samplesDiffer(LongFunction<Network> create) {
        Network network = create.apply(3);
        Tensor x = Subjects.normal(new Random(1), 4, 6);
        Tensor variance = network.monteCarlo(Batch.of(x), 50).variance();
        for (int i = 0; i < variance.elements(); i++) {
            assertTrue(variance.data()[i] > 1e-4, "element " + i + " varies by " + variance.data()[i]);
        }
    }
}
