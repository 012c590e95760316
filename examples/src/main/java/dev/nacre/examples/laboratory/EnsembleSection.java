package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All sub-networks of two networks that are small enough to run them all. */
final class EnsembleSection implements Section {
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
                .unwatched()
                .keep();
    }

    private static Recipe two(Lab lab) {
        return Recipe.of("784-5-5-10", SmallNetworks_TwoHiddenNetwork::create, lab.size())
                .unwatched()
                .keep();
    }

    @Override
    public void start(Lab lab) {
        lab.start(one(lab), two(lab));
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Found one = Found.of(lab, one(lab));
        Found two = Found.of(lab, two(lab));
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
