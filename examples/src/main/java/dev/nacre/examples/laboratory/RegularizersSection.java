package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Dropout beside weight decay and batch normalisation. */
final class RegularizersSection implements Section {
    /** As strong as it must be to matter on so few images. */
    private static final double DECAY = 0.005;

    @Override
    public String title() {
        return "Dropout, weight decay, BatchNorm";
    }

    @Override
    public String introduction(Size size) {
        return "The same 784-256-256-10 with each of them and with two of them. Weight decay is the optimiser’s, "
                + Numbers.plain(DECAY) + "; with BatchNorm the order is fully connected, BatchNorm, ReLU, dropout.";
    }

    private static Recipe decay(Lab lab) {
        return lab.plain().named("weight decay").weightDecay(DECAY);
    }

    private static Recipe both(Lab lab) {
        return lab.book().named("dropout, weight decay").weightDecay(DECAY);
    }

    private static Recipe normed(Lab lab) {
        return Recipe.of("BatchNorm", Networks_NormedNetwork::create, lab.size());
    }

    private static Recipe normedDropout(Lab lab) {
        return Recipe.of("BatchNorm, dropout", Networks_NormedDropoutNetwork::create, lab.size());
    }

    @Override
    public void start(Lab lab) {
        lab.start(decay(lab), both(lab), normed(lab), normedDropout(lab));
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Outcome plain = lab.of(lab.plain());
        Outcome dropout = lab.of(lab.book());
        Outcome decay = lab.of(decay(lab));
        Outcome both = lab.of(both(lab));
        Outcome normed = lab.of(normed(lab));
        Outcome normedDropout = lab.of(normedDropout(lab));
        claims.add(new Claim(
                "Dropout acts like L2: both narrow the gap",
                "notes",
                "gap " + Numbers.fixed(plain.gap(), 3) + " without either, " + Numbers.fixed(dropout.gap(), 3)
                        + " with dropout, " + Numbers.fixed(decay.gap(), 3) + " with weight decay",
                Verdict.of(dropout.gap() < plain.gap() && decay.gap() < plain.gap())));
        claims.add(new Claim(
                "Dropout can be combined with L2: both together are better than either",
                "notes, D2L exercise 4",
                "test loss of both, against dropout alone "
                        + both.lossOver(dropout).plain() + ", against weight decay alone "
                        + both.lossOver(decay).plain(),
                bothBetter(both, dropout, decay)));
        claims.add(gainsLess(plain, dropout, normed, normedDropout));
        List<Outcome> all = List.of(plain, dropout, decay, both, normed, normedDropout);
        List<List<String>> rows = new ArrayList<>();
        Rows accuracy = new Rows("Test accuracy", "share of test images");
        Rows loss = new Rows("Test loss", "cross entropy (nats)");
        for (Outcome o : all) {
            String name = o.recipe().name();
            String colour = colour(name);
            accuracy.row(name, o.accuracy(), o.accuracyError(), colour);
            loss.row(name, o.testLoss(), o.lossError(), colour);
            rows.add(List.of(
                    name,
                    Numbers.fixed(o.trainingLoss(), 3),
                    Numbers.fixed(o.gap(), 3),
                    Numbers.fixed(o.best().validationLoss().orElseThrow(), 3) + " ("
                            + o.best().number() + ")",
                    Numbers.fixed(o.testLoss(), 3),
                    o == plain ? "" : o.lossOver(plain).plain(),
                    o == plain ? "" : o.accuracyOver(plain).points()));
        }
        html.table(
                "After the last epoch, without masks. Differences are against the network with none of them, image by image.",
                List.of("", "training loss", "gap", "best validation (epoch)", "test loss", "difference", "accuracy"),
                rows);
        html.figure(
                "Dots are means over " + lab.size().seeds
                        + " seeds; lines reach two standard errors to both sides. Images are the same for all, so that differences"
                        + " (in the table) are surer than the lines suggest.",
                new Legend()
                        .line("c2", "none")
                        .line("c1", "dropout 0.2, 0.5")
                        .line("c4", "weight decay")
                        .line("c5", "BatchNorm")
                        .line("c4 dotted", "dotted: with dropout besides")
                        .toString(),
                List.of(loss.svg(), accuracy.svg(), curves(all)));
    }

    private static String colour(String name) {
        if (name.contains("weight decay")) {
            return "c4";
        }
        if (name.contains("BatchNorm")) {
            return "c5";
        }
        return name.contains("no dropout") ? "c2" : "c1";
    }

    private static String curves(List<Outcome> all) {
        Chart chart = new Chart("Validation loss", "epoch", "cross entropy (nats)");
        for (Outcome o : all) {
            String name = o.recipe().name();
            chart.line(
                    colour(name)
                            + (name.equals("dropout, weight decay") || name.equals("BatchNorm, dropout")
                                    ? " dotted"
                                    : ""),
                    o.validationLosses());
        }
        return chart.svg();
    }

    private static Verdict bothBetter(Outcome both, Outcome dropout, Outcome decay) {
        Verdict overDropout = Verdict.smaller(both.lossOver(dropout));
        Verdict overDecay = Verdict.smaller(both.lossOver(decay));
        if (overDropout == Verdict.FAILS || overDecay == Verdict.FAILS) {
            return Verdict.FAILS;
        }
        return overDropout == Verdict.HOLDS && overDecay == Verdict.HOLDS ? Verdict.HOLDS : Verdict.OPEN;
    }

    private static Claim gainsLess(Outcome plain, Outcome dropout, Outcome normed, Outcome normedDropout) {
        Difference alone = dropout.lossOver(plain);
        Difference beside = normedDropout.lossOver(normed);
        Difference more = new Difference(beside.value() - alone.value(), Math.hypot(alone.error(), beside.error()));
        return new Claim(
                "Dropout gains less where BatchNorm is already there",
                "notes",
                "dropout changes the test loss by " + alone.plain() + " alone, by " + beside.plain()
                        + " beside BatchNorm; the accuracy by "
                        + dropout.accuracyOver(plain).points() + " alone, by "
                        + normedDropout.accuracyOver(normed).points() + " beside it",
                Verdict.larger(more));
    }
}
