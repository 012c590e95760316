package dev.nacre.examples.laboratory;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.Network;
import dev.nacre.optimizer.Sgd;
import dev.nacre.training.Epoch;
import dev.nacre.training.Evaluator;
import dev.nacre.training.Trainer;
import java.util.ArrayList;
import java.util.List;

/** Trains one network by a recipe, with one seed, and looks at what became of it. A function of its arguments alone. */
final class Training {
    static final int BATCH = 32;
    static final float LEARNING_RATE = 0.01f;
    static final double MOMENTUM = 0.9;

    /**
     * @param epochs what happened; without validation where the recipe is not watched
     * @param activations what {@link Activations} measured after each epoch; empty where there was nothing to measure
     * @param trainingLoss in the end and without masks, on the images that it was trained on
     * @param losses of each test image
     * @param right 1 for each test image that is classified rightly, else 0
     * @param network as it is in the end, for the first seed of recipes that keep it; else null
     */
    record Result(
            List<Epoch> epochs,
            List<Activations> activations,
            double trainingLoss,
            float[] losses,
            float[] right,
            Network network) {}

    private Training() {}

    static Result run(Recipe recipe, long seed, boolean keep, Images images) {
        Network network = recipe.create().apply(seed);
        Dataset training = images.training(recipe.images());
        Trainer trainer = Trainer.of(
                        network,
                        Sgd.of(LEARNING_RATE)
                                .momentum(MOMENTUM)
                                .weightDecay((float) recipe.weightDecay())
                                .over(network.parameters()))
                .batchSize(BATCH)
                .epochs(recipe.epochs())
                .seed(seed);
        List<Activations> activations = new ArrayList<>();
        if (recipe.watched()) {
            trainer.validation(images.validation());
            Probe probe = Probe.of(network, images);
            trainer.onEpoch(epoch -> probe.look().ifPresent(activations::add));
        }
        List<Epoch> epochs = trainer.fit(training).epochs();
        double trainingLoss = Evaluator.of(network).evaluate(training).loss();
        float[] losses = new float[images.test().size()];
        float[] right = new float[losses.length];
        measure(network, images.test(), losses, right);
        return new Result(epochs, activations, trainingLoss, losses, right, keep ? network : null);
    }

    private static void measure(Network network, Dataset test, float[] losses, float[] right) {
        network.eval();
        int image = 0;
        for (Batch batch : test.batches(250)) {
            float[] logits = network.forward(batch).data();
            int[] labels = (int[]) batch.labels().get(0);
            for (int i = 0; i < batch.size(); i++, image++) {
                double[] p = Probabilities.softmax(logits, i * 10, 10);
                losses[image] = (float) -StrictMath.log(Math.max(p[labels[i]], 1e-38));
                right[image] = Probabilities.largest(p) == labels[i] ? 1 : 0;
            }
        }
    }
}
