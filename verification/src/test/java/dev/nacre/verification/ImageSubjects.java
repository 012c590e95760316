package dev.nacre.verification;

import dev.nacre.network.Batch;
import dev.nacre.verification.Subject.Trait;
import java.util.stream.Stream;

/** Networks with convolutions. */
final class ImageSubjects {
    private ImageSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                Subject.of(
                        "Convolved",
                        ConvolvedNetwork::create,
                        ConvolvedNetwork::load,
                        ConvolvedNetwork::predictor,
                        ConvolvedPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 2, 9, 8), Subjects.labels(random, size, 4)),
                        Trait.FOLDED,
                        Trait.NORM),
                Subject.of(
                        "Tracked",
                        TrackedNetwork::create,
                        TrackedNetwork::load,
                        TrackedNetwork::predictor,
                        TrackedPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 4, 4, 5), Subjects.labels(random, size, 3)),
                        Trait.FOLDED,
                        Trait.NORM),
                Subject.of(
                        "Signals",
                        SignalsNetwork::create,
                        SignalsNetwork::load,
                        SignalsNetwork::predictor,
                        SignalsPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 3, 5), Subjects.normal(random, size, 2, 7, 7)),
                        Trait.FOLDED,
                        Trait.NORM));
    }
}
