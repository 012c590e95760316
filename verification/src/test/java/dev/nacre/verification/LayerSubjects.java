package dev.nacre.verification;

import dev.nacre.network.Batch;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The networks of layers that change shapes, merge and normalise each sample. */
final class LayerSubjects {
    private LayerSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                Subject.of(
                        "Mixer",
                        MixerNetwork::create,
                        MixerNetwork::load,
                        MixerNetwork::predictor,
                        MixerPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 2, 4, 3), Subjects.labels(random, size, 4))),
                Subject.of(
                        "Channels",
                        ChannelsNetwork::create,
                        ChannelsNetwork::load,
                        ChannelsNetwork::predictor,
                        ChannelsPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 2, 7, 6), Subjects.labels(random, size, 3))),
                new Subject(
                        "Pairs",
                        PairsNetwork::create,
                        PairsNetwork::load,
                        network -> {
                            PairsPredictor predictor = ((PairsNetwork) network).predictor();
                            return batch -> predictor.forward(
                                    batch.inputs().get(0), batch.inputs().get(1));
                        },
                        network -> List.of(((PairsNetwork) network).bGradient()),
                        (size, random) -> new Batch(
                                List.of(Subjects.normal(random, size, 12), Subjects.normal(random, size, 2, 3)),
                                List.of(Subjects.normal(random, size, 3))),
                        Set.of(Subject.Trait.NO_DROPOUT)));
    }
}
