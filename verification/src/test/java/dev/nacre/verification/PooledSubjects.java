package dev.nacre.verification;

import dev.nacre.network.Batch;
import java.util.stream.Stream;

/** The networks of layers that pool and resample. */
final class PooledSubjects {
    private PooledSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(Subject.of(
                "Pooled",
                PooledNetwork::create,
                PooledNetwork::load,
                PooledNetwork::predictor,
                PooledPredictor::forward,
                (size, random) -> Batch.of(Subjects.normal(random, size, 2, 8, 8), Subjects.labels(random, size, 5))));
    }
}
