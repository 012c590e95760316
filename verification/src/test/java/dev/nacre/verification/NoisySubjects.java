package dev.nacre.verification;

import dev.nacre.network.Batch;
import java.util.stream.Stream;

/** The networks with noise on values and weights. */
final class NoisySubjects {
    private NoisySubjects() {}

    static Stream<Subject> all() {
        return Stream.of(Subject.of(
                "Noisy",
                NoisyNetwork::create,
                NoisyNetwork::load,
                NoisyNetwork::predictor,
                NoisyPredictor::forward,
                (size, random) -> Batch.of(Subjects.normal(random, size, 24), Subjects.labels(random, size, 4))));
    }
}
