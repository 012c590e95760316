package dev.nacre.examples.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The notes' recipe for the rates: none, then 0.5, then adjust. And where it ends: little data, small networks. */
final class SearchSection implements Section {
    private static final double[] RATES = {0, 0.2, 0.5, 0.7};

    /** How many images all trainings of the experiment with sizes see, whatever the size. */
    private static final int SEEN_PER_EPOCH_IMAGE = 30;

    /** The rates of input, first and second hidden layer. */
    private record Rates(double input, double first, double second) {
        String words() {
            return Numbers.plain(input) + ", " + Numbers.plain(first) + ", " + Numbers.plain(second);
        }
    }

    private record Step(String why, Rates rates, Outcome outcome, boolean kept) {}

    @Override
    public String title() {
        return "Finding the rates";
    }

    @Override
    public String introduction(Size size) {
        return "The notes’ recipe, on 784-256-256-10: train without dropout and look for overfitting, then take 0.5, then adjust"
                + " one rate after the other, as long as the validation loss gets smaller. Then two warnings: very little data, and"
                + " small networks.";
    }

    private static Recipe recipe(Lab lab, Rates rates) {
        if (rates.equals(new Rates(0, 0, 0))) {
            return lab.plain();
        }
        if (rates.equals(new Rates(0, 0.2, 0.5))) {
            return lab.book();
        }
        return Recipe.of(
                "rates " + rates.words(),
                seed -> {
                    VariantNetworks_TunedNetwork network = VariantNetworks_TunedNetwork.create(seed);
                    network.dropouts().list().get(0).p(rates.input());
                    network.dropouts().list().get(1).p(rates.first());
                    network.dropouts().list().get(2).p(rates.second());
                    return network;
                },
                lab.size());
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
        return sizes;
    }

    private static Recipe sized(Lab lab, Recipe recipe, int images) {
        int seen = SEEN_PER_EPOCH_IMAGE * lab.size().trainingImages;
        return recipe.images(images).epochs(Math.max(1, seen / images)).unwatched();
    }

    @Override
    public void start(Lab lab) {
        lab.start(recipe(lab, new Rates(0, 0.5, 0.5)));
        for (double rate : RATES) {
            lab.start(recipe(lab, new Rates(0, rate, rate)), narrow(lab, rate));
        }
        for (int images : sizes(lab)) {
            lab.start(sized(lab, lab.plain(), images), sized(lab, lab.book(), images));
        }
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        List<Step> steps = search(lab);
        Outcome none = steps.get(0).outcome();
        Outcome half = steps.get(1).outcome();
        Step best = steps.stream().filter(Step::kept).reduce((a, b) -> b).orElseThrow();
        claims.add(found(none, best));
        claims.add(adjusting(half, best));
        claims.add(ranges(best));
        littleData(lab, claims);
        smallNetworks(lab, claims);
        table(html, steps);
        charts(html, lab, steps);
    }

    private static List<Step> search(Lab lab) {
        List<Step> steps = new ArrayList<>();
        Rates rates = new Rates(0, 0, 0);
        Outcome outcome = lab.of(recipe(lab, rates));
        steps.add(new Step("none first", rates, outcome, true));
        Step best = steps.get(0);
        best = attempt(lab, steps, best, "then 0.5", new Rates(0, 0.5, 0.5));
        Rates start = best.rates().second() == 0 ? new Rates(0, 0.2, 0.2) : best.rates();
        for (double first : new double[] {0.2, 0.3}) {
            best = attempt(lab, steps, best, "lower near the input", new Rates(0, first, start.second()));
        }
        for (double input : new double[] {0.1, 0.2}) {
            best = attempt(
                    lab,
                    steps,
                    best,
                    "on the input too",
                    new Rates(input, best.rates().first(), best.rates().second()));
        }
        for (double second : new double[] {0.3, 0.7}) {
            best = attempt(
                    lab,
                    steps,
                    best,
                    second < 0.5 ? "less in the second" : "more in the second",
                    new Rates(best.rates().input(), best.rates().first(), second));
        }
        return steps;
    }

    private static Step attempt(Lab lab, List<Step> steps, Step best, String why, Rates rates) {
        Outcome outcome = lab.of(recipe(lab, rates));
        boolean better = outcome.validationLoss() < best.outcome().validationLoss();
        Step step = new Step(why, rates, outcome, better);
        steps.add(step);
        return better ? step : best;
    }

    private static Claim found(Outcome none, Step best) {
        Difference loss = best.outcome().lossOver(none);
        return new Claim(
                "None first; where it overfits, dropout helps",
                "notes",
                "without dropout it overfits since: " + none.overfitting() + "; the search ends at "
                        + best.rates().words()
                        + " (input, hidden 1, hidden 2): test loss " + loss.plain() + ", accuracy "
                        + best.outcome().accuracyOver(none).points(),
                none.overfittingSince().isEmpty() ? Verdict.OPEN : Verdict.smaller(loss));
    }

    private static Claim adjusting(Outcome half, Step best) {
        Difference loss = best.outcome().lossOver(half);
        return new Claim(
                "0.5 is a start; adjusting makes it better",
                "notes",
                best.outcome() == half
                        ? "no change lowered the validation loss"
                        : "against 0, 0.5, 0.5 on the test images: loss " + loss.plain() + ", accuracy "
                                + best.outcome().accuracyOver(half).points(),
                best.outcome() == half ? Verdict.FAILS : Verdict.smaller(loss));
    }

    private static Claim ranges(Step best) {
        Rates r = best.rates();
        boolean hidden = r.first() >= 0.3 && r.first() <= 0.5 && r.second() >= 0.3 && r.second() <= 0.5;
        boolean input = r.input() >= 0.1 && r.input() <= 0.2;
        return new Claim(
                "Good rates are 0.1 to 0.2 on the input and 0.3 to 0.5 on hidden layers",
                "notes, DL book",
                "the search ends at " + Numbers.plain(r.input()) + " on the input, " + Numbers.plain(r.first())
                        + " and " + Numbers.plain(r.second()) + " on the hidden layers",
                Verdict.of(hidden && input));
    }

    private static void littleData(Lab lab, List<Claim> claims) {
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
            outcomes.put(rate, lab.of(narrow ? narrow(lab, rate) : recipe(lab, new Rates(0, rate, rate))));
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

    private static void smallNetworks(Lab lab, List<Claim> claims) {
        Map<Double, Outcome> narrow = byRate(lab, true);
        Map<Double, Outcome> wide = byRate(lab, false);
        claims.add(new Claim(
                "Small networks want a small p",
                "notes",
                "best rate for both hidden layers by validation loss: " + Numbers.plain(best(narrow))
                        + " with 16 units each, " + Numbers.plain(best(wide)) + " with 256",
                Verdict.of(best(narrow) < best(wide))));
    }

    private static void table(Html html, List<Step> steps) {
        List<List<String>> rows = new ArrayList<>();
        for (Step step : steps) {
            Outcome o = step.outcome();
            rows.add(List.of(
                    step.why(),
                    step.rates().words(),
                    Numbers.fixed(o.trainingLoss(), 3),
                    Numbers.fixed(o.validationLoss(), 3),
                    Numbers.fixed(o.gap(), 3),
                    step.kept() ? "kept" : "–",
                    Numbers.fixed(o.testLoss(), 3),
                    Numbers.percent(o.accuracy())));
        }
        html.table(
                "Each row changes the last rates that were kept, and is kept if its validation loss is smaller. The test columns had"
                        + " no part in that.",
                List.of("", "rates", "training loss", "validation loss", "gap", "", "test loss", "test accuracy"),
                rows);
    }

    private static void charts(Html html, Lab lab, List<Step> steps) {
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
