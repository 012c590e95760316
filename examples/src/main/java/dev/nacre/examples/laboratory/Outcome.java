package dev.nacre.examples.laboratory;

import dev.nacre.network.Network;
import dev.nacre.training.Epoch;
import dev.nacre.training.Evaluation;
import dev.nacre.training.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * What a recipe came to, over all its seeds.
 *
 * @param recipe the recipe
 * @param results one per seed
 */
record Outcome(Recipe recipe, List<Training.Result> results) {
    double accuracy() {
        return mean(r -> mean(r.right()));
    }

    double testLoss() {
        return mean(r -> mean(r.losses()));
    }

    /** In the end and without masks, on the images that it was trained on. */
    double trainingLoss() {
        return mean(Training.Result::trainingLoss);
    }

    /** How much worse the network is on images that it has not seen: both losses without masks. */
    double gap() {
        return validationLoss() - trainingLoss();
    }

    double validationLoss() {
        return mean(r -> r.epochs().get(r.epochs().size() - 1).validationLoss().orElseThrow());
    }

    /** The network of the first seed. */
    Network network() {
        return results.get(0).network();
    }

    private double mean(ToDoubleFunction<Training.Result> value) {
        return results.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The epochs as they were in the mean over the seeds. */
    History history() {
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < recipe.epochs(); i++) {
            int epoch = i;
            epochs.add(new Epoch(
                    i + 1,
                    mean(e -> e.training(), epoch),
                    Optional.of(mean(e -> e.validation().orElseThrow(), epoch)),
                    1));
        }
        return new History(epochs);
    }

    private Evaluation mean(java.util.function.Function<Epoch, Evaluation> part, int epoch) {
        return new Evaluation(
                part.apply(results.get(0).epochs().get(epoch)).samples(),
                mean(r -> part.apply(r.epochs().get(epoch)).loss()),
                Map.of("accuracy", mean(r -> part.apply(r.epochs().get(epoch)).accuracy())));
    }

    double[] curve(ToDoubleFunction<Epoch> value) {
        return history().epochs().stream().mapToDouble(value).toArray();
    }

    double[] trainingLosses() {
        return curve(Epoch::trainingLoss);
    }

    double[] validationLosses() {
        return curve(epoch -> epoch.validationLoss().orElseThrow());
    }

    /** A number of the activations after each epoch, in the mean over the seeds. */
    double[] activations(ToDoubleFunction<Activations> value) {
        double[] curve = new double[recipe.epochs()];
        for (int i = 0; i < curve.length; i++) {
            int epoch = i;
            curve[i] = mean(r -> value.applyAsDouble(r.activations().get(epoch)));
        }
        return curve;
    }

    OptionalInt overfittingSince() {
        return history().overfittingSince();
    }

    String overfitting() {
        OptionalInt since = overfittingSince();
        return since.isPresent() ? "epoch " + since.getAsInt() : "not by epoch " + recipe.epochs();
    }

    Epoch best() {
        return history().best().orElseThrow();
    }

    Difference accuracyOver(Outcome other) {
        return Difference.of(values(Training.Result::right), other.values(Training.Result::right));
    }

    Difference lossOver(Outcome other) {
        return Difference.of(values(Training.Result::losses), other.values(Training.Result::losses));
    }

    double accuracyError() {
        return error(values(Training.Result::right));
    }

    double lossError() {
        return error(values(Training.Result::losses));
    }

    private static double error(float[][] values) {
        return Difference.of(values, new float[values.length][values[0].length]).error();
    }

    private float[][] values(java.util.function.Function<Training.Result, float[]> part) {
        return results.stream().map(part).toArray(float[][]::new);
    }
}
