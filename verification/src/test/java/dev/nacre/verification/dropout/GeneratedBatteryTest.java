package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The battery on generated networks: dropout by itself, as the end of a product, and unrolled. */
class GeneratedBatteryTest {
    private static final long SEED = 2_014;

    static Stream<Candidate> candidates() {
        return Stream.of(
                GeneratedCandidate.alone(1 << 18),
                GeneratedCandidate.fused(1 << 17),
                GeneratedCandidate.unrolled(1 << 17));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("candidates")
    void passes(Candidate candidate) {
        Battery.run(candidate, SEED).assertHealthy(candidate.name());
    }

    /** And each mask is the one that the documentation says, for any seed, step, layer and width: what is true of one is true of all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("candidates")
    void masksAreTheDocumentedOnes(Candidate candidate) {
        Reference reference = new Reference();
        for (double p : candidate.rates()) {
            for (int layer = 0; layer < candidate.layers(p); layer++) {
                Draw draw = new Draw(p, SEED, 9, layer);
                int number = ((GeneratedCandidate<?>) candidate).maskLayer(draw);
                assertEquals(
                        0,
                        Statistics.differences(
                                reference.mask(draw.layer(number), 50, candidate.width()),
                                candidate.mask(draw, 50, candidate.width())));
            }
        }
    }
}
