package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The documents' two networks, with their rates, with the rates exchanged, and without. */
final class RatesSection implements Section {
    @Override
    public String title() {
        return "The documents’ networks";
    }

    @Override
    public String introduction(Size size) {
        return "Two classifiers of images of clothes, 784-512-256-10 from the notes and 784-256-256-10 from *Dive into Deep"
                + " Learning* (D2L), trained on " + Numbers.count(size.trainingImages)
                + " images.";
    }

    private static Recipe notesPlain(Lab lab) {
        return Recipe.of("512-256, no dropout", Networks_NotesPlainNetwork::create, lab.size());
    }

    private static Recipe notes(Lab lab) {
        return Recipe.of("512-256, dropout 0.3, 0.3", Networks_NotesNetwork::create, lab.size());
    }

    private static Recipe exchanged(Lab lab) {
        return Recipe.of("dropout 0.5, 0.2", Networks_ExchangedNetwork::create, lab.size());
    }

    @Override
    public void start(Lab lab) {
        lab.start(notesPlain(lab), notes(lab), lab.plain(), lab.book(), exchanged(lab));
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Outcome notesPlain = lab.of(notesPlain(lab));
        Outcome notes = lab.of(notes(lab));
        Outcome plain = lab.of(lab.plain());
        Outcome book = lab.of(lab.book());
        Outcome exchanged = lab.of(exchanged(lab));
        claims.add(overfits(plain));
        claims.add(gap("784-512-256-10 with 0.3, 0.3", "notes", notes, notesPlain));
        claims.add(gap("784-256-256-10 with 0.2, 0.5", "D2L 4.6", book, plain));
        claims.add(accuracy("784-512-256-10 with 0.3, 0.3", "notes", notes, notesPlain));
        claims.add(accuracy("784-256-256-10 with 0.2, 0.5", "D2L 4.6", book, plain));
        claims.add(order(book, exchanged));
        List<Outcome> all = List.of(notesPlain, notes, plain, book, exchanged);
        table(html, all);
        curves(html, lab, all, List.of(plain, book, exchanged));
    }

    private static Claim overfits(Outcome plain) {
        return new Claim(
                "Without dropout, validation loss rises while training loss falls",
                "notes",
                "784-256-256-10: validation loss best, "
                        + Numbers.fixed(plain.best().validationLoss().orElseThrow(), 3)
                        + ", in epoch " + plain.best().number() + "; "
                        + Numbers.fixed(plain.validationLoss(), 3) + " in epoch "
                        + plain.recipe().epochs() + "; overfitting since: " + plain.overfitting(),
                Verdict.of(plain.overfittingSince().isPresent()));
    }

    private static Claim gap(String network, String source, Outcome with, Outcome without) {
        return new Claim(
                "Dropout narrows the gap between training and validation: " + network,
                source,
                "gap " + Numbers.fixed(without.gap(), 3) + " without, " + Numbers.fixed(with.gap(), 3)
                        + " with; test loss " + with.lossOver(without).plain(),
                Verdict.of(with.gap() < without.gap()));
    }

    private static Claim accuracy(String network, String source, Outcome with, Outcome without) {
        Difference difference = with.accuracyOver(without);
        return new Claim(
                "Dropout classifies unseen images better: " + network,
                source,
                Numbers.percent(without.accuracy()) + " without, " + Numbers.percent(with.accuracy()) + " with: "
                        + difference.points(),
                Verdict.larger(difference));
    }

    private static Claim order(Outcome book, Outcome exchanged) {
        Difference loss = exchanged.lossOver(book);
        Difference accuracy = exchanged.accuracyOver(book);
        return new Claim(
                "Lower rates belong near the input: 0.5, 0.2 is worse than 0.2, 0.5",
                "notes, D2L exercise 1",
                "exchanged: test loss " + loss.plain() + ", accuracy " + accuracy.points(),
                Verdict.larger(loss));
    }

    private static void table(Html html, List<Outcome> all) {
        List<List<String>> rows = new ArrayList<>();
        for (Outcome o : all) {
            rows.add(List.of(
                    o.recipe().name().startsWith("512")
                            ? o.recipe().name()
                            : "256-256, " + o.recipe().name(),
                    Numbers.fixed(o.trainingLoss(), 3),
                    Numbers.fixed(o.validationLoss(), 3),
                    Numbers.fixed(o.gap(), 3),
                    Numbers.fixed(o.best().validationLoss().orElseThrow(), 3) + " ("
                            + o.best().number() + ")",
                    o.overfitting().replace("epoch ", ""),
                    Numbers.percent(o.accuracy()) + " ± " + Numbers.fixed(100 * o.accuracyError(), 1)));
        }
        html.table(
                "Losses after the last epoch, all in evaluation: no masks. The gap is validation loss minus training loss.",
                List.of(
                        "network",
                        "training loss",
                        "validation loss",
                        "gap",
                        "best validation (epoch)",
                        "overfits since",
                        "test accuracy"),
                rows);
    }

    private static void curves(Html html, Lab lab, List<Outcome> all, List<Outcome> compared) {
        double most = all.stream()
                .flatMapToDouble(o -> DoubleStream.of(o.validationLosses()))
                .max()
                .orElseThrow();
        List<String> charts = new ArrayList<>();
        for (Outcome o : all) {
            String name = o.recipe().name();
            String colour = name.endsWith("no dropout") ? "c2" : name.endsWith("0.5, 0.2") ? "c3" : "c1";
            Chart chart = new Chart(name.startsWith("512") ? name : "256-256, " + name, "epoch", "cross entropy (nats)")
                    .yRange(0, Math.min(most, 1.2))
                    .line(colour + " dashed", o.trainingLosses())
                    .line(colour, o.validationLosses());
            o.overfittingSince().ifPresent(epoch -> chart.mark(epoch, "overfits since " + epoch, "c0"));
            charts.add(chart.svg());
        }
        Chart gap = new Chart("Gap: validation minus training", "epoch", "nats");
        String[] colours = {"c2", "c1", "c3"};
        for (int i = 0; i < compared.size(); i++) {
            double[] training = compared.get(i).trainingLosses();
            double[] validation = compared.get(i).validationLosses();
            for (int epoch = 0; epoch < training.length; epoch++) {
                validation[epoch] -= training[epoch];
            }
            gap.line(colours[i], validation);
        }
        charts.add(gap.svg());
        String legend = new Legend()
                .line("c2", "no dropout")
                .line("c1", "the document’s rates")
                .line("c3", "rates exchanged")
                .line("c0 dashed", "dashed: on the training images, masks on, as it trains")
                .toString();
        html.figure(
                "Loss by epoch, mean over " + lab.size().seeds
                        + " seeds. A vertical line stands where overfitting starts: after the"
                        + " best epoch, if validation loss stays above it while training loss goes on falling. Training"
                        + " losses in the curves, and so the gaps, contain the masks; those in the table do not.",
                legend,
                charts);
    }
}
