package dev.nacre.verification;

import dev.nacre.network.Batch;
import java.util.stream.Stream;

/** The networks of layers that drop. */
final class DroppedSubjects {
    private DroppedSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                Subject.of(
                        "Dropped",
                        DroppedNetwork::create,
                        DroppedNetwork::load,
                        DroppedNetwork::predictor,
                        DroppedPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 3, 4, 5), Subjects.labels(random, size, 4))),
                Subject.of(
                        "SmallDropped",
                        SmallDroppedNetwork::create,
                        SmallDroppedNetwork::load,
                        SmallDroppedNetwork::predictor,
                        SmallDroppedPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 4), Subjects.labels(random, size, 3))));
    }
}
