package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where dropout's help ends, as the notes warn: on very little data, and in small networks. */
final class Limits {
    private static final double[] RATES = {0, 0.2, 0.5, 0.7};

    /** How many images all trainings of the experiment with sizes see, whatever the size. */
    private static final int SEEN_PER_EPOCH_IMAGE = 30;

    private Limits() {}

    static void start(Lab lab) {
        for (double rate : RATES) {
            lab.start(wide(lab, rate), narrow(lab, rate));
        }
        for (int images : sizes(lab)) {
            lab.start(sized(lab, lab.plain(), images), sized(lab, lab.book(), images));
        }
    }

    private static Recipe wide(Lab lab, double rate) {
        return SearchSection.recipe(lab, new Rates(0, rate, rate));
    }

    private static Recipe narrow(Lab lab, double rate) {
        return Recipe.of(
                "narrow, " + Numbers.plain(rate),
                seed -> {
                    SmallNetworks_NarrowNetwork network = SmallNetworks_NarrowNetwork.create(seed);
                    network.dropouts().list().forEach(layer -> layer.p(rate));
                    return network;
                },
                lab.size());
    }

    private static int[] sizes(Lab lab) {
        int most = lab.images().available();
        int[] sizes = new int[lab.size().trainingSizes];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.min(most, Math.max(1, lab.size().trainingImages / 16) << 2 * i);
        }
        return Arrays.stream(sizes).distinct().toArray();
    }

    private static Recipe sized(Lab lab, Recipe recipe, int images) {
        int seen = SEEN_PER_EPOCH_IMAGE * lab.size().trainingImages;
        return recipe.images(images).epochs(Math.max(1, seen / images)).unwatched();
    }

    static void littleData(Lab lab, List<Claim> claims) {
        int fewest = sizes(lab)[0];
        Difference accuracy =
                lab.of(sized(lab, lab.book(), fewest)).accuracyOver(lab.of(sized(lab, lab.plain(), fewest)));
        Difference loss = lab.of(sized(lab, lab.book(), fewest)).lossOver(lab.of(sized(lab, lab.plain(), fewest)));
        claims.add(new Claim(
                "On very little data dropout can hurt",
                "notes",
                "trained on " + fewest + " images: accuracy " + accuracy.points() + ", test loss " + loss.plain(),
                Verdict.larger(loss)));
    }

    private static Map<Double, Outcome> byRate(Lab lab, boolean narrow) {
        Map<Double, Outcome> outcomes = new LinkedHashMap<>();
        for (double rate : RATES) {
            outcomes.put(rate, lab.of(narrow ? narrow(lab, rate) : wide(lab, rate)));
        }
        return outcomes;
    }

    private static double best(Map<Double, Outcome> outcomes) {
        double best = 0;
        for (Map.Entry<Double, Outcome> entry : outcomes.entrySet()) {
            if (entry.getValue().validationLoss() < outcomes.get(best).validationLoss()) {
                best = entry.getKey();
            }
        }
        return best;
    }

    static void smallNetworks(Lab lab, List<Claim> claims) {
        Map<Double, Outcome> narrow = byRate(lab, true);
        Map<Double, Outcome> wide = byRate(lab, false);
        claims.add(new Claim(
                "Small networks want a small p",
                "notes",
                "best rate for both hidden layers by validation loss: " + Numbers.plain(best(narrow))
                        + " with 16 units each, " + Numbers.plain(best(wide)) + " with 256",
                Verdict.of(best(narrow) < best(wide))));
    }

    static void charts(Html html, Lab lab) {
        int[] sizes = sizes(lab);
        String[] names = new String[sizes.length];
        double[] x = new double[sizes.length];
        double[] without = new double[sizes.length];
        double[] with = new double[sizes.length];
        double[] withoutLoss = new double[sizes.length];
        double[] withLoss = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            names[i] = Numbers.count(sizes[i]);
            x[i] = i;
            Outcome plain = lab.of(sized(lab, lab.plain(), sizes[i]));
            Outcome book = lab.of(sized(lab, lab.book(), sizes[i]));
            without[i] = plain.accuracy();
            with[i] = book.accuracy();
            withoutLoss[i] = plain.testLoss();
            withLoss[i] = book.testLoss();
        }
        html.figure(
                "Left and middle: the same number of steps on training sets of different sizes; test images. Right: one rate for both"
                        + " hidden layers, narrow and wide networks; validation images. Means over " + lab.size().seeds
                        + " seeds.",
                new Legend()
                        .line("c2", "no dropout")
                        .line("c1", "dropout 0.2, 0.5")
                        .line("c3", "784-256-256-10")
                        .line("c4", "784-16-16-10")
                        .toString(),
                List.of(
                        new Chart("Test accuracy by training images", "training images", "share right")
                                .names(names)
                                .dots()
                                .line("c2", x, without)
                                .line("c1", x, with)
                                .svg(),
                        new Chart("Test loss by training images", "training images", "cross entropy (nats)")
                                .names(names)
                                .dots()
                                .line("c2", x, withoutLoss)
                                .line("c1", x, withLoss)
                                .svg(),
                        new Chart("Validation loss by rate", "p of both hidden layers", "cross entropy (nats)")
                                .dots()
                                .line("c3", RATES, losses(byRate(lab, false)))
                                .line("c4", RATES, losses(byRate(lab, true)))
                                .svg()));
    }

    private static double[] losses(Map<Double, Outcome> outcomes) {
        return outcomes.values().stream().mapToDouble(Outcome::validationLoss).toArray();
    }
}
