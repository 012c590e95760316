package dev.nacre.examples.laboratory;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.DropoutLayer;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.SubNetworks;
import dev.nacre.tensor.Tensor;
import java.util.List;

/**
 * What all sub-networks of one network say of the first test images.
 *
 * @param alone the accuracy of each sub-network
 */
record Found(String name, Network network, Batch batch, SubNetworks all, double[] alone) {
    private static final int MOST_IMAGES = 500;

    double accuracy(Tensor probabilities) {
        float[] rights = rights(probabilities);
        double sum = 0;
        for (float right : rights) {
            sum += right;
        }
        return sum / rights.length;
    }

    float[] rights(Tensor probabilities) {
        int[] labels = (int[]) batch.labels().get(0);
        float[] rights = new float[labels.length];
        for (int i = 0; i < rights.length; i++) {
            rights[i] = predicted(probabilities, i) == labels[i] ? 1 : 0;
        }
        return rights;
    }

    static int predicted(Tensor probabilities, int image) {
        int best = 0;
        for (int c = 1; c < 10; c++) {
            best = probabilities.get(image, c) > probabilities.get(image, best) ? c : best;
        }
        return best;
    }

    double furthest() {
        float[] a = all.geometricMean().toArray();
        float[] b = all.weightScaling().toArray();
        double furthest = 0;
        for (int i = 0; i < a.length; i++) {
            furthest = Math.max(furthest, Math.abs((double) a[i] - b[i]));
        }
        return furthest;
    }

    /** The share of images to which one pass gives the class of the geometric mean. */
    double agreement() {
        Tensor a = all.geometricMean();
        Tensor b = all.weightScaling();
        int same = 0;
        for (int i = 0; i < batch.size(); i++) {
            same += predicted(a, i) == predicted(b, i) ? 1 : 0;
        }
        return same / (double) batch.size();
    }

    static Found of(Lab lab, Recipe recipe) {
        Network network = lab.of(recipe).network();
        Dataset some = lab.images().test().take(MOST_IMAGES);
        Batch batch = some.batches(some.size()).iterator().next();
        return new Found(recipe.name(), network, batch, SubNetworks.of(network, batch), alone(network, batch));
    }

    /** Each sub-network by itself: the bits of its number say which units it keeps. */
    private static double[] alone(Network network, Batch batch) {
        int[] labels = (int[]) batch.labels().get(0);
        List<DropoutLayer> layers = network.dropouts().list();
        int units = layers.stream().mapToInt(layer -> layer.shape().elements()).sum();
        double[] accuracies = new double[1 << units];
        long step = network.step();
        network.mode(Mode.MONTE_CARLO);
        for (int number = 0; number < accuracies.length; number++) {
            int unit = 0;
            for (DropoutLayer layer : layers) {
                Tensor keep = Tensor.zeros(layer.shape());
                for (int i = 0; i < keep.elements(); i++) {
                    keep.data()[i] = number >> unit++ & 1;
                }
                layer.mask(keep);
            }
            Tensor logits = network.forward(batch);
            int right = 0;
            for (int i = 0; i < labels.length; i++) {
                right += predicted(logits, i) == labels[i] ? 1 : 0;
            }
            accuracies[number] = right / (double) labels.length;
        }
        network.clearMasks();
        network.eval().step(step);
        return accuracies;
    }
}
