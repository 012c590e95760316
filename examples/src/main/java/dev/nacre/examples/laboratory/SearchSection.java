package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Numbers;
import java.util.ArrayList;
import java.util.List;

/** The notes' recipe for the rates: none, then 0.5, then adjust. And where it ends: little data, small networks. */
final class SearchSection implements Section {
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

    static Recipe recipe(Lab lab, Rates rates) {
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

    @Override
    public void start(Lab lab) {
        lab.start(recipe(lab, new Rates(0, 0.5, 0.5)));
        Limits.start(lab);
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
        Limits.littleData(lab, claims);
        Limits.smallNetworks(lab, claims);
        table(html, steps);
        Limits.charts(html, lab);
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
}
