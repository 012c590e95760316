package dev.nacre.verification;

import dev.nacre.network.Batch;
import java.util.stream.Stream;

/** The networks with noise on values and weights. */
final class NoisySubjects {
    private NoisySubjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                Subject.of(
                        "Noisy",
                        NoisyNetwork::create,
                        NoisyNetwork::load,
                        NoisyNetwork::predictor,
                        NoisyPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 24), Subjects.labels(random, size, 4))),
                Subject.of(
                        "Connected",
                        ConnectedNetwork::create,
                        ConnectedNetwork::load,
                        ConnectedNetwork::predictor,
                        ConnectedPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 24), Subjects.labels(random, size, 4))),
                Subject.of(
                        "SmallConnected",
                        SmallConnectedNetwork::create,
                        SmallConnectedNetwork::load,
                        SmallConnectedNetwork::predictor,
                        SmallConnectedPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 4), Subjects.labels(random, size, 3))));
    }
}
