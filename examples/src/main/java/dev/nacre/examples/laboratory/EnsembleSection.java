package dev.nacre.examples.laboratory;

import dev.nacre.data.Dataset;
import dev.nacre.network.Batch;
import dev.nacre.network.DropoutLayer;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.SubNetworks;
import dev.nacre.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All sub-networks of two networks that are small enough to run them all. */
final class EnsembleSection implements Section {
    private static final int MOST_IMAGES = 500;
    private static final int MOST_PASSES_LOG2 = 9;
    private static final double AGREEMENT = 0.95;

    @Override
    public String title() {
        return "The ensemble";
    }

    @Override
    public String introduction(Size size) {
        return "Ten units with dropout 0.5 make 2¹⁰ = 1,024 sub-networks, few enough to run each of them on each image. In"
                + " 784-10-10 the dropout stands right before the only softmax layer; 784-5-5-10 has one more hidden layer behind"
                + " its first dropout.";
    }

    private static Recipe one(Lab lab) {
        return Recipe.of("784-10-10", SmallNetworks_OneHiddenNetwork::create, lab.size())
                .unwatched();
    }

    private static Recipe two(Lab lab) {
        return Recipe.of("784-5-5-10", SmallNetworks_TwoHiddenNetwork::create, lab.size())
                .unwatched();
    }

    @Override
    public void start(Lab lab) {
        lab.start(one(lab), two(lab));
    }

    /**
     * What was found of one network.
     *
     * @param alone the accuracy of each sub-network
     */
    private record Found(String name, Network network, Batch batch, SubNetworks all, double[] alone) {
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
    }

    private static Found find(Lab lab, Recipe recipe) {
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
                right += Found.predicted(logits, i) == labels[i] ? 1 : 0;
            }
            accuracies[number] = right / (double) labels.length;
        }
        network.clearMasks();
        network.eval().step(step);
        return accuracies;
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Found one = find(lab, one(lab));
        Found two = find(lab, two(lab));
        claims.add(new Claim(
                "With one softmax layer, one pass with scaled weights is the renormalised geometric mean of all sub-networks",
                "DL book 7.12",
                one.name() + ": largest difference of a probability " + Numbers.scientific(one.furthest()) + " over "
                        + Numbers.count(one.batch().size()) + " images",
                Verdict.of(one.furthest() <= 1e-6)));
        claims.add(new Claim(
                "In deeper networks it is an approximation, and a good one",
                "DL book 7.12",
                two.name() + ": largest difference " + Numbers.fixed(two.furthest(), 3) + ", the same class for "
                        + Numbers.percent(two.agreement()) + " of the images (good is meant here as at least "
                        + Numbers.fixed(100 * AGREEMENT, 0) + " %)",
                Verdict.of(two.furthest() > 1e-6 && two.agreement() >= AGREEMENT)));
        claims.add(beatsMembers(one));
        claims.add(beatsMembers(two));
        claims.add(standsFor(one));
        claims.add(standsFor(two));
        table(html, List.of(one, two));
        charts(html, one, two);
    }

    private static Claim beatsMembers(Found found) {
        double members = Difference.mean(found.alone());
        double ensemble = found.accuracy(found.all().arithmeticMean());
        double error = Math.sqrt(ensemble * (1 - ensemble) / found.batch().size());
        return new Claim(
                "The ensemble is better than its members: " + found.name(),
                "DL book 7.12",
                Numbers.percent(ensemble) + " right by the mean of all, " + Numbers.percent(members)
                        + " by a sub-network in the mean, "
                        + Numbers.percent(Arrays.stream(found.alone()).max().orElseThrow()) + " by the best of them",
                Verdict.larger(new Difference(ensemble - members, error)));
    }

    private static Claim standsFor(Found found) {
        Difference difference = Difference.of(
                new float[][] {found.rights(found.all().weightScaling())},
                new float[][] {found.rights(found.all().arithmeticMean())});
        return new Claim(
                "One pass predicts as well as the mean of all: " + found.name(),
                "DL book 7.12",
                Numbers.percent(found.accuracy(found.all().weightScaling())) + " against "
                        + Numbers.percent(found.accuracy(found.all().arithmeticMean())) + ": " + difference.points(),
                difference.isClear() ? Verdict.of(difference.value() > 0) : Verdict.HOLDS);
    }

    private static void table(Html html, List<Found> networks) {
        List<List<String>> rows = new ArrayList<>();
        for (Found found : networks) {
            rows.add(List.of(
                    found.name(),
                    Numbers.count(found.all().count()),
                    Numbers.percent(Difference.mean(found.alone())),
                    Numbers.percent(found.accuracy(found.all().arithmeticMean())),
                    Numbers.percent(found.accuracy(found.all().geometricMean())),
                    Numbers.percent(found.accuracy(found.all().weightScaling()))));
        }
        html.table(
                "Accuracy on " + Numbers.count(networks.get(0).batch().size())
                        + " test images, with means over all sub-networks; each mask has the same probability, 2⁻¹⁰.",
                List.of("network", "sub-networks", "one in the mean", "arithmetic mean", "geometric mean", "one pass"),
                rows);
    }

    private static void charts(Html html, Found one, Found two) {
        html.figure(
                "Left and middle: how many sub-networks have which accuracy, alone. Right: how far the mean over T random masks is"
                        + " from the mean over all 1,024, as the mean over images and classes of the difference of probabilities, and"
                        + " what independent masks make one expect, √(2v / πT) with v the exact variance.",
                new Legend()
                        .column("c1", "sub-networks")
                        .line("c2", "the mean of all, and one pass without masks")
                        .line("c1", "784-5-5-10, random masks")
                        .line("c0 dashed", "expected")
                        .toString(),
                List.of(histogram(one), histogram(two), convergence(two)));
    }

    private static String histogram(Found found) {
        int bins = 20;
        int[] counts = new int[bins];
        for (double accuracy : found.alone()) {
            counts[Math.min(bins - 1, (int) (accuracy * bins))]++;
        }
        Chart chart = new Chart(found.name(), "accuracy of a sub-network", "sub-networks").xRange(0, 1);
        for (int i = 0; i < bins; i++) {
            chart.column(i / (double) bins, (i + 1) / (double) bins, counts[i], "c1");
        }
        return chart.mark(found.accuracy(found.all().arithmeticMean()), "mean of all", "c2")
                .mark(found.accuracy(found.all().weightScaling()), "one pass", "c2")
                .svg();
    }

    private static String convergence(Found found) {
        float[] exact = found.all().arithmeticMean().toArray();
        float[] variance = found.all().variance().toArray();
        double deviation = 0;
        for (float v : variance) {
            deviation += Math.sqrt(Math.max(0, v)) / variance.length;
        }
        double[] x = new double[MOST_PASSES_LOG2 + 1];
        double[] measured = new double[x.length];
        double[] expected = new double[x.length];
        String[] names = new String[x.length];
        for (int i = 0; i < x.length; i++) {
            int passes = 1 << i;
            float[] mean =
                    found.network().monteCarlo(found.batch(), passes).mean().toArray();
            for (int j = 0; j < mean.length; j++) {
                measured[i] += Math.abs((double) mean[j] - exact[j]) / mean.length;
            }
            x[i] = i;
            expected[i] = Math.sqrt(2 / Math.PI / passes) * deviation;
            names[i] = "" + passes;
        }
        return new Chart("From sampling to the whole", "random masks T", "mean |difference|")
                .names(names)
                .dots()
                .line("c0 dashed", x, expected)
                .line("c1", x, measured)
                .svg();
    }
}
