package dev.nacre.verification;

import dev.nacre.network.Batch;
import dev.nacre.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** The networks of {@link Graphs}. */
final class GraphSubjects {
    private GraphSubjects() {}

    static Stream<Subject> all() {
        return Stream.of(
                Subject.of(
                        "SmallResNet",
                        Graphs_SmallResNetNetwork::create,
                        Graphs_SmallResNetNetwork::load,
                        Graphs_SmallResNetNetwork::predictor,
                        Graphs_SmallResNetPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 1, 6, 6), Subjects.labels(random, size, 5)),
                        Subject.Trait.FOLDED,
                        Subject.Trait.NORM),
                Subject.of(
                        "Deep",
                        Depths_DeepNetwork::create,
                        Depths_DeepNetwork::load,
                        Depths_DeepNetwork::predictor,
                        Depths_DeepPredictor::forward,
                        (size, random) -> Batch.of(Subjects.normal(random, size, 8), Subjects.labels(random, size, 3))),
                Subject.of(
                        "Wide",
                        Graphs_WideNetwork::create,
                        Graphs_WideNetwork::load,
                        Graphs_WideNetwork::predictor,
                        Graphs_WidePredictor::forward,
                        (size, random) -> Batch.of(Subjects.normal(random, size, 4, 6, 6)),
                        Subject.Trait.FOLDED,
                        Subject.Trait.NORM,
                        Subject.Trait.NO_LOSS),
                Subject.of(
                        "SqueezeExcite",
                        Graphs_SqueezeExciteNetwork::create,
                        Graphs_SqueezeExciteNetwork::load,
                        Graphs_SqueezeExciteNetwork::predictor,
                        Graphs_SqueezeExcitePredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 2, 6, 6), Subjects.labels(random, size, 4)),
                        Subject.Trait.NO_DROPOUT),
                Subject.of(
                        "Branches",
                        Graphs_BranchesNetwork::create,
                        Graphs_BranchesNetwork::load,
                        Graphs_BranchesNetwork::predictor,
                        Graphs_BranchesPredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 3, 8, 8), Subjects.labels(random, size, 5))),
                Subject.of(
                        "UNet",
                        Graphs_UNetNetwork::create,
                        Graphs_UNetNetwork::load,
                        Graphs_UNetNetwork::predictor,
                        Graphs_UNetPredictor::forward,
                        (size, random) -> outlined(Subjects.normal(random, size, 1, 8, 8)),
                        Subject.Trait.NO_DROPOUT),
                Subject.of(
                        "Separable",
                        Graphs_SeparableNetwork::create,
                        Graphs_SeparableNetwork::load,
                        Graphs_SeparableNetwork::predictor,
                        Graphs_SeparablePredictor::forward,
                        (size, random) ->
                                Batch.of(Subjects.normal(random, size, 2, 6, 6), Subjects.labels(random, size, 5)),
                        Subject.Trait.FOLDED,
                        Subject.Trait.NORM,
                        Subject.Trait.NO_DROPOUT),
                Subject.of(
                        "Autoencoder",
                        Graphs_AutoencoderNetwork::create,
                        Graphs_AutoencoderNetwork::load,
                        Graphs_AutoencoderNetwork::predictor,
                        Graphs_AutoencoderPredictor::forward,
                        (size, random) -> itself(Subjects.normal(random, size, 1, 6, 6)),
                        Subject.Trait.NO_DROPOUT),
                Subject.of(
                        "Heads",
                        Graphs_HeadsNetwork::create,
                        Graphs_HeadsNetwork::load,
                        Graphs_HeadsNetwork::predictor,
                        Graphs_HeadsPredictor::forward,
                        (size, random) -> headed(
                                Subjects.normal(random, size, 1, 8, 8),
                                Subjects.labels(random, size, 4),
                                Subjects.normal(random, size, 3)),
                        Subject.Trait.NO_DROPOUT));
    }

    private static Batch itself(Tensor image) {
        return Batch.of(image, image);
    }

    /** @return 1 for what is above 0, else 0 */
    private static Tensor above(Tensor image) {
        Tensor signs = Tensor.zeros(image.shape());
        for (int i = 0; i < image.elements(); i++) {
            signs.data()[i] = image.data()[i] > 0 ? 1 : 0;
        }
        return signs;
    }

    /** What is above 0 is to be found. */
    private static Batch outlined(Tensor image) {
        return Batch.of(image, above(image));
    }

    private static Batch headed(Tensor image, int[] kinds, Tensor corners) {
        return new Batch(List.of(image), List.of(kinds, corners, above(image)));
    }
}
