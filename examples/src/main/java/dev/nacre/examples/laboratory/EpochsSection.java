package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import dev.nacre.training.Epoch;
import java.util.ArrayList;
import java.util.List;

/** Many epochs with and without dropout, and what they do to the hidden layers. */
final class EpochsSection implements Section {
    @Override
    public String title() {
        return "More epochs, and inside the hidden layers";
    }

    @Override
    public String introduction(Size size) {
        return "784-256-256-10 with 0.2, 0.5 and without, trained for " + size.manyEpochs
                + " epochs. After each the hidden layers are looked at on 256 validation images.";
    }

    private static Recipe with(Lab lab) {
        return lab.book().epochs(lab.size().manyEpochs);
    }

    private static Recipe without(Lab lab) {
        return lab.plain().epochs(lab.size().manyEpochs);
    }

    @Override
    public void start(Lab lab) {
        lab.start(with(lab), without(lab));
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Outcome with = lab.of(with(lab));
        Outcome without = lab.of(without(lab));
        int epochs = lab.size().manyEpochs;
        claims.add(needsMore(with, without));
        claims.add(bears(with, without, epochs));
        claims.add(variance(with, without, epochs));
        claims.add(sparse(with, without, epochs));
        claims.add(coAdapted(with, without, epochs));
        charts(html, lab, with, without);
        table(html, with, without, epochs);
    }

    private static void table(Html html, Outcome with, Outcome without, int epochs) {
        List<List<String>> rows = new ArrayList<>();
        for (int layer = 0; layer < 2; layer++) {
            for (Outcome outcome : List.of(without, with)) {
                int hidden = layer;
                rows.add(List.of(
                        "layer " + (layer + 1) + ", " + outcome.recipe().name(),
                        Numbers.fixed(last(outcome.activations(a -> a.evaluated()[hidden])), 3),
                        Numbers.fixed(last(outcome.activations(a -> a.trained()[hidden])), 3),
                        Numbers.percent(last(outcome.activations(a -> a.zeros()[hidden]))),
                        Numbers.fixed(last(outcome.activations(a -> a.correlation()[hidden])), 3)));
            }
        }
        html.table(
                "The hidden layers in epoch " + epochs
                        + ". Correlation is the mean over pairs of 64 units of its absolute value; zeros and correlation without"
                        + " masks.",
                List.of("", "variance", "under masks", "zeros", "correlation"),
                rows);
    }

    private static Claim needsMore(Outcome with, Outcome without) {
        int later = with.best().number();
        int sooner = without.best().number();
        return new Claim(
                "Dropout needs more epochs",
                "notes",
                "best validation loss in epoch " + later + " with, " + sooner + " without",
                Verdict.of(later > sooner));
    }

    private static Claim bears(Outcome with, Outcome without, int epochs) {
        double lost = with.validationLoss() - with.best().validationLoss().orElseThrow();
        double lostWithout =
                without.validationLoss() - without.best().validationLoss().orElseThrow();
        return new Claim(
                "More epochs harm less with dropout",
                "D2L exercise 2",
                "from the best epoch to epoch " + epochs + " validation loss rises by " + Numbers.fixed(lost, 3)
                        + " with, by " + Numbers.fixed(lostWithout, 3) + " without; test accuracy with: "
                        + with.accuracyOver(without).points(),
                Verdict.of(lost < lostWithout));
    }

    private static Claim variance(Outcome with, Outcome without, int epochs) {
        double[] first = ends(with, without, 0);
        double[] second = ends(with, without, 1);
        return new Claim(
                "Dropout keeps the activations’ variance smaller",
                "D2L exercise 3",
                "in epoch " + epochs + ", without masks: hidden layer 1 " + Numbers.fixed(first[0], 2) + " with, "
                        + Numbers.fixed(first[1], 2) + " without; layer 2 " + Numbers.fixed(second[0], 2) + " with, "
                        + Numbers.fixed(second[1], 2) + " without",
                Verdict.of(first[0] < first[1] && second[0] < second[1]));
    }

    private static double[] ends(Outcome with, Outcome without, int layer) {
        return new double[] {
            last(with.activations(a -> a.evaluated()[layer])), last(without.activations(a -> a.evaluated()[layer]))
        };
    }

    private static double last(double[] curve) {
        return curve[curve.length - 1];
    }

    private static Claim sparse(Outcome with, Outcome without, int epochs) {
        double one = last(with.activations(a -> a.zeros()[0]));
        double oneWithout = last(without.activations(a -> a.zeros()[0]));
        double two = last(with.activations(a -> a.zeros()[1]));
        double twoWithout = last(without.activations(a -> a.zeros()[1]));
        return new Claim(
                "Dropout makes activations sparse",
                "notes",
                "zeros in epoch " + epochs + ": layer 1 " + Numbers.percent(one) + " with, "
                        + Numbers.percent(oneWithout) + " without; layer 2 " + Numbers.percent(two) + " with, "
                        + Numbers.percent(twoWithout) + " without",
                Verdict.of(one > oneWithout && two > twoWithout));
    }

    private static Claim coAdapted(Outcome with, Outcome without, int epochs) {
        double one = last(with.activations(a -> a.correlation()[0]));
        double oneWithout = last(without.activations(a -> a.correlation()[0]));
        double two = last(with.activations(a -> a.correlation()[1]));
        double twoWithout = last(without.activations(a -> a.correlation()[1]));
        return new Claim(
                "Dropout breaks up co-adaptation, here read as: units of a layer are less correlated",
                "notes",
                "mean |correlation| of two units in epoch " + epochs + ": layer 1 " + Numbers.fixed(one, 3) + " with, "
                        + Numbers.fixed(oneWithout, 3) + " without; layer 2 " + Numbers.fixed(two, 3) + " with, "
                        + Numbers.fixed(twoWithout, 3) + " without",
                Verdict.of(one < oneWithout && two < twoWithout));
    }

    private static void charts(Html html, Lab lab, Outcome with, Outcome without) {
        List<String> losses = List.of(
                new Chart("Validation loss", "epoch", "cross entropy (nats)")
                        .line("c2", without.validationLosses())
                        .line("c1", with.validationLosses())
                        .svg(),
                new Chart("Validation accuracy", "epoch", "share")
                        .line("c2", without.curve(EpochsSection::accuracy))
                        .line("c1", with.curve(EpochsSection::accuracy))
                        .svg(),
                variances(with, without, 0),
                variances(with, without, 1));
        html.figure(
                "Mean over " + lab.size().seeds
                        + " seeds. Variance is over all units of the layer and all images together, in squared activations;"
                        + " under the masks of training kept values are divided by q.",
                new Legend()
                        .line("c2", "no dropout")
                        .line("c1", "dropout 0.2, 0.5")
                        .line("c1 dashed", "the same, under the masks of training")
                        .toString(),
                losses);
    }

    private static double accuracy(Epoch epoch) {
        return epoch.validation().orElseThrow().accuracy();
    }

    private static String variances(Outcome with, Outcome without, int layer) {
        return new Chart("Variance of hidden layer " + (layer + 1), "epoch", "variance")
                .line("c2", without.activations(a -> a.evaluated()[layer]))
                .line("c1 dashed", with.activations(a -> a.trained()[layer]))
                .line("c1", with.activations(a -> a.evaluated()[layer]))
                .svg();
    }
}
