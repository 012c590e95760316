package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import dev.nacre.network.Batch;
import dev.nacre.network.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Classic against inverted dropout, and the other noises. */
final class VariantsSection implements Section {
    @Override
    public String title() {
        return "The family";
    }

    @Override
    public String introduction(Size size) {
        return "784-256-256-10 with dropout in the classic and in the inverted form, with dropped weights, with normal noise, and with"
                + " SELU units.";
    }

    private static Recipe classic(Lab lab) {
        return Recipe.of("classic 0.2, 0.5", VariantNetworks_ClassicNetwork::create, lab.size())
                .keep();
    }

    private static Recipe connections(Lab lab) {
        return Recipe.of("DropConnect 0.2, 0.5", VariantNetworks_ConnectionsNetwork::create, lab.size());
    }

    private static Recipe multiplied(Lab lab) {
        return Recipe.of("Gaussian dropout 0.2, 0.5", VariantNetworks_MultipliedNetwork::create, lab.size());
    }

    private static Recipe noisyInput(Lab lab) {
        return Recipe.of("noise 0.2 on input", VariantNetworks_NoisyInputNetwork::create, lab.size());
    }

    private static Recipe noisyLayers(Lab lab) {
        return Recipe.of("noise 0.2, 0.5, 0.5", VariantNetworks_NoisyLayersNetwork::create, lab.size());
    }

    private static Recipe selu(Lab lab) {
        return Recipe.of("SELU", VariantNetworks_SeluNetwork::create, lab.size());
    }

    private static Recipe seluAlpha(Lab lab) {
        return Recipe.of("SELU, AlphaDropout 0.1", VariantNetworks_SeluAlphaNetwork::create, lab.size());
    }

    private static Recipe seluDropout(Lab lab) {
        return Recipe.of("SELU, dropout 0.1", VariantNetworks_SeluDropoutNetwork::create, lab.size());
    }

    @Override
    public void start(Lab lab) {
        lab.start(
                classic(lab),
                connections(lab),
                multiplied(lab),
                noisyInput(lab),
                noisyLayers(lab),
                selu(lab),
                seluAlpha(lab),
                seluDropout(lab));
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Outcome plain = lab.of(lab.plain());
        Outcome book = lab.of(lab.book());
        Outcome classic = lab.of(classic(lab));
        Outcome connections = lab.of(connections(lab));
        Outcome multiplied = lab.of(multiplied(lab));
        Outcome noisyInput = lab.of(noisyInput(lab));
        Outcome noisyLayers = lab.of(noisyLayers(lab));
        Outcome selu = lab.of(selu(lab));
        Outcome seluAlpha = lab.of(seluAlpha(lab));
        Outcome seluDropout = lab.of(seluDropout(lab));
        claims.add(equal(lab, classic));
        claims.add(same(classic, book));
        claims.add(
                helps("Dropping weights (DropConnect) regularises too", "notes, D2L exercise 5", connections, plain));
        claims.add(helps("Noise on the inputs regularises (Bishop, 1995)", "D2L", noisyInput, plain));
        claims.add(helps("Noise in every layer does more than on the inputs alone", "D2L", noisyLayers, noisyInput));
        claims.add(beaten(book, List.of(connections, multiplied, noisyInput, noisyLayers)));
        claims.add(helps("AlphaDropout helps a network of SELU units", "Klambauer et al.", seluAlpha, selu));
        claims.add(helps(
                "AlphaDropout, which keeps mean and variance, is better for SELU than plain dropout",
                "Klambauer et al.",
                seluAlpha,
                seluDropout));
        List<Outcome> all = List.of(
                plain, book, classic, multiplied, connections, noisyInput, noisyLayers, selu, seluAlpha, seluDropout);
        evidence(html, lab, all, plain);
    }

    private static void evidence(Html html, Lab lab, List<Outcome> all, Outcome plain) {
        Rows loss = new Rows("Test loss", "cross entropy (nats)");
        Rows accuracy = new Rows("Test accuracy", "share of test images");
        List<List<String>> rows = new ArrayList<>();
        for (Outcome o : all) {
            String name = o.recipe().name();
            String colour = name.startsWith("SELU") ? "c4" : o == plain ? "c2" : "c1";
            loss.row(name, o.testLoss(), o.lossError(), colour);
            accuracy.row(name, o.accuracy(), o.accuracyError(), colour);
            rows.add(List.of(
                    name,
                    Numbers.fixed(o.trainingLoss(), 3),
                    Numbers.fixed(o.gap(), 3),
                    Numbers.fixed(o.testLoss(), 3),
                    o == plain ? "" : o.lossOver(plain).plain(),
                    o == plain ? "" : o.accuracyOver(plain).points()));
        }
        html.figure(
                "After the last epoch; means over " + lab.size().seeds
                        + " seeds, with two standard errors on both sides.",
                new Legend()
                        .line("c2", "nothing")
                        .line("c1", "noise with ReLU")
                        .line("c4", "SELU")
                        .toString(),
                List.of(loss.svg(), accuracy.svg()));
        html.table(
                "Differences are against the network without any noise, image by image.",
                List.of("", "training loss", "gap", "test loss", "difference", "accuracy"),
                rows);
    }

    /** The trained classic network, and an inverted one that gets its weights, each times the q of the layer before it. */
    private static Claim equal(Lab lab, Outcome outcome) {
        VariantNetworks_ClassicNetwork classic = (VariantNetworks_ClassicNetwork) outcome.network();
        Networks_BookNetwork inverted = Networks_BookNetwork.create(lab.seed());
        double[] q = {1, 1, 0.8, 1, 0.5, 1};
        for (int i = 0; i < q.length; i++) {
            Parameter from = classic.parameters().get(i);
            Parameter to = inverted.parameters().get(i);
            for (int j = 0; j < from.value().elements(); j++) {
                to.values()[j] = (float) (q[i] * from.values()[j]);
            }
        }
        classic.eval();
        inverted.eval();
        double furthest = 0;
        int sameClass = 0;
        int images = 0;
        for (Batch batch : lab.images().test().batches(250)) {
            float[] a = classic.forward(batch).toArray();
            float[] b = inverted.forward(batch).toArray();
            for (int i = 0; i < batch.size(); i++, images++) {
                double[] p = Probabilities.softmax(a, i * 10, 10);
                double[] r = Probabilities.softmax(b, i * 10, 10);
                sameClass += Probabilities.largest(p) == Probabilities.largest(r) ? 1 : 0;
                for (int c = 0; c < 10; c++) {
                    furthest = Math.max(furthest, Math.abs(p[c] - r[c]));
                }
            }
        }
        return new Claim(
                "Multiplying by q at inference and dividing by q in training are the same: with weights times q, equal predictions",
                "blog, course",
                "a trained classic network, and an inverted one with its weights times q: the same class for "
                        + Numbers.count(sameClass) + " of " + Numbers.count(images)
                        + " test images, largest difference of a probability " + Numbers.scientific(furthest),
                Verdict.of(sameClass == images && furthest < 1e-5));
    }

    private static Claim same(Outcome classic, Outcome book) {
        Difference accuracy = classic.accuracyOver(book);
        Difference loss = classic.lossOver(book);
        return new Claim(
                "So it does not matter which one is trained",
                "blog, course",
                "classic against inverted: accuracy " + accuracy.points() + ", test loss " + loss.plain()
                        + " (the masks are equal, gradients differ by powers of q)",
                accuracy.isClear() || loss.isClear() ? Verdict.FAILS : Verdict.HOLDS);
    }

    /** Chosen by the validation images, compared on the test images. */
    private static Claim beaten(Outcome book, List<Outcome> noises) {
        Outcome best = noises.stream()
                .min(Comparator.comparingDouble(Outcome::validationLoss))
                .orElseThrow();
        Difference loss = best.lossOver(book);
        return new Claim(
                "Some other noise beats dropout on Fashion-MNIST",
                "D2L exercise 6",
                "by validation loss the best of the four others is "
                        + best.recipe().name()
                        + "; against dropout 0.2, 0.5: test loss " + loss.plain() + ", accuracy "
                        + best.accuracyOver(book).points(),
                Verdict.smaller(loss));
    }

    private static Claim helps(String said, String source, Outcome with, Outcome without) {
        Difference loss = with.lossOver(without);
        return new Claim(
                said,
                source,
                "test loss " + Numbers.fixed(with.testLoss(), 3) + " against " + Numbers.fixed(without.testLoss(), 3)
                        + ": " + loss.plain() + "; accuracy "
                        + with.accuracyOver(without).points(),
                Verdict.smaller(loss));
    }
}
