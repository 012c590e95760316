package dev.nacre.examples.laboratory;

import dev.nacre.examples.images.Clothes;
import dev.nacre.examples.page.Chart;
import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Legend;
import dev.nacre.examples.page.Numbers;
import dev.nacre.examples.page.Picture;
import dev.nacre.network.Batch;
import dev.nacre.network.MonteCarlo;
import dev.nacre.network.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Masks at test time: what the network is sure of, and whether it is right to be. */
final class UncertaintySection implements Section {
    private static final int SHOWN = 8;
    private static final int TENTHS = 10;

    @Override
    public String title() {
        return "How sure is it?";
    }

    @Override
    public String introduction(Size size) {
        return "The network with 0.2, 0.5 of section 2, its first seed, with dropout left on: many passes over each test image,"
                + " each with masks of its own (Monte Carlo dropout).";
    }

    @Override
    public void start(Lab lab) {
        lab.start(lab.plain(), lab.book());
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        Predictions passes = monteCarlo(lab, lab.of(lab.book()).network());
        Predictions once = evaluated(lab, lab.of(lab.book()).network());
        Predictions plain = evaluated(lab, lab.of(lab.plain()).network());
        int[] surest = order(passes, i -> passes.entropy()[i]);
        int[] agreeing = order(passes, i -> passes.information()[i]);
        claims.add(tenths(
                "Where the passes agree, the network is right more often", "mutual information", agreeing, passes));
        claims.add(tenths("Where it is sure, it is right more often", "predictive entropy", surest, passes));
        claims.add(calibration(passes, once, plain));
        claims.add(asGood(passes, once));
        pictures(html, lab, passes, surest);
        html.table(
                "On the test images. The calibration error is the mean difference between how sure a prediction is and how often such"
                        + " predictions are right, in ten bins (Guo et al., 2017).",
                List.of("", "accuracy", "mean probability", "calibration error"),
                List.of(
                        row("no dropout", plain),
                        row("dropout, one pass without masks", once),
                        row("dropout, mean of " + lab.size().passes + " passes", passes)));
        charts(html, lab, passes, once, plain, surest, agreeing);
    }

    private static List<String> row(String name, Predictions predictions) {
        return List.of(
                name,
                Numbers.percent(predictions.accuracy()),
                Numbers.percent(predictions.meanProbability()),
                Numbers.percent(predictions.calibrationError()));
    }

    private static Predictions monteCarlo(Lab lab, Network network) {
        Predictions all = new Predictions(lab.images().testLabels());
        for (Batch batch : lab.images().test().batches(250)) {
            MonteCarlo passes = network.monteCarlo(batch, lab.size().passes);
            all.add(passes);
        }
        return all;
    }

    private static Predictions evaluated(Lab lab, Network network) {
        Predictions all = new Predictions(lab.images().testLabels());
        network.eval();
        for (Batch batch : lab.images().test().batches(250)) {
            all.add(network.forward(batch).data(), batch.size());
        }
        return all;
    }

    private static int[] order(Predictions predictions, IntToDoubleFunction unsure) {
        return IntStream.range(0, predictions.size())
                .boxed()
                .sorted(Comparator.comparingDouble(unsure::applyAsDouble))
                .mapToInt(i -> i)
                .toArray();
    }

    private static Claim tenths(String said, String measure, int[] order, Predictions predictions) {
        double[] shares = byTenth(order, predictions);
        double n = order.length / (double) TENTHS;
        double first = shares[0];
        double last = shares[TENTHS - 1];
        Difference difference = new Difference(first - last, Math.sqrt((first * (1 - first) + last * (1 - last)) / n));
        return new Claim(
                said,
                "D2L",
                "by " + measure + ": " + Numbers.percent(first) + " right in the surest tenth of the images, "
                        + Numbers.percent(last) + " in the least sure tenth",
                Verdict.larger(difference));
    }

    private static double[] byTenth(int[] order, Predictions predictions) {
        double[] shares = new double[TENTHS];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int from = tenth * order.length / TENTHS;
            int to = (tenth + 1) * order.length / TENTHS;
            shares[tenth] =
                    Arrays.stream(order, from, to).filter(predictions::right).count() / (double) (to - from);
        }
        return shares;
    }

    private static Claim calibration(Predictions passes, Predictions once, Predictions plain) {
        return new Claim(
                "With masks at test time, the probabilities say how sure the network is",
                "D2L",
                "expected calibration error: " + Numbers.percent(plain.calibrationError())
                        + " of the network without dropout, "
                        + Numbers.percent(once.calibrationError()) + " with dropout in one pass without masks, "
                        + Numbers.percent(passes.calibrationError()) + " by the mean over the passes",
                Verdict.of(passes.calibrationError() < once.calibrationError()));
    }

    private static Claim asGood(Predictions passes, Predictions once) {
        Difference accuracy = Difference.of(new float[][] {passes.rights()}, new float[][] {once.rights()});
        return new Claim(
                "One pass without masks stands for the mean over all of them",
                "DL book 7.12",
                Numbers.percent(once.accuracy()) + " right in one pass, " + Numbers.percent(passes.accuracy())
                        + " by the mean over the passes: " + accuracy.points(),
                accuracy.isClear() ? Verdict.FAILS : Verdict.HOLDS);
    }

    private static void pictures(Html html, Lab lab, Predictions passes, int[] order) {
        int shown = Math.min(SHOWN, order.length);
        html.open("figure").element("p", "Most certain", "class", "label");
        strip(html, lab, passes, Arrays.copyOf(order, shown));
        html.element("p", "Least certain", "class", "label");
        int[] last = Arrays.copyOfRange(order, order.length - shown, order.length);
        strip(
                html,
                lab,
                passes,
                IntStream.range(0, shown).map(i -> last[shown - 1 - i]).toArray());
        html.element(
                "figcaption",
                "The " + shown + " test images with the smallest and the " + shown
                        + " with the largest predictive entropy: what they are, what the network takes them for where it is wrong,"
                        + " and the entropy in nats. A guess among ten classes has "
                        + Numbers.fixed(StrictMath.log(10), 2) + ".");
        html.close();
    }

    private static void strip(Html html, Lab lab, Predictions passes, int[] images) {
        html.open("ul", "class", "pictures");
        for (int image : images) {
            String truth = Clothes.NAMES.get(lab.images().testLabels()[image]);
            String said = Clothes.NAMES.get(passes.predicted(image));
            html.open("li");
            html.empty(
                    "img",
                    "src",
                    Picture.address(lab.images().testImages().data(), image),
                    "width",
                    "84",
                    "height",
                    "84",
                    "alt",
                    truth);
            html.open("span", "class", "name").add(Html.escape(truth)).close();
            if (!passes.right(image)) {
                html.open("span", "class", "wrong")
                        .add("taken for " + Html.escape(said))
                        .close();
            }
            html.open("span", "class", "entropy")
                    .add(Numbers.fixed(passes.entropy()[image], 2))
                    .close();
            html.close();
        }
        html.close();
    }

    private static void charts(
            Html html, Lab lab, Predictions passes, Predictions once, Predictions plain, int[] surest, int[] agreeing) {
        Chart tenths = new Chart("Accuracy by certainty", "tenth of the test images, surest first", "share right")
                .xRange(0, TENTHS)
                .yRange(0, 1);
        double[] shares = byTenth(surest, passes);
        for (int i = 0; i < TENTHS; i++) {
            tenths.column(i, i + 1, shares[i], "c1");
        }
        Chart answered = new Chart(
                        "Accuracy if only the surest are answered", "share of images answered", "share right")
                .line("c2", parts(), answered(order(plain, i -> plain.entropy()[i]), plain))
                .line("c3 dashed", parts(), answered(agreeing, passes))
                .line("c1", parts(), answered(surest, passes));
        Chart reliability = new Chart("Calibration", "probability of the predicted class", "share right")
                .xRange(0, 1)
                .yRange(0, 1)
                .line("c0 dashed", new double[] {0, 1}, new double[] {0, 1})
                .dots();
        reliable(reliability, plain, "c2");
        reliable(reliability, once, "c4");
        reliable(reliability, passes, "c1");
        html.figure(
                lab.size().passes + " passes over " + Numbers.count(passes.size())
                        + " test images. Calibration: predictions in ten bins by their probability, those with fewer than 20 images"
                        + " left out; on the diagonal, the network is right as often as it says.",
                new Legend()
                        .line("c2", "network without dropout, by entropy")
                        .line("c4", "with dropout, one pass without masks")
                        .line("c1", "mean over the passes, by predictive entropy")
                        .line("c3 dashed", "by mutual information")
                        .toString(),
                List.of(tenths.svg(), answered.svg(), reliability.svg()));
    }

    private static double[] parts() {
        return IntStream.rangeClosed(1, 20).mapToDouble(i -> i / 20.0).toArray();
    }

    private static double[] answered(int[] order, Predictions predictions) {
        return Arrays.stream(parts())
                .map(part -> {
                    int count = Math.max(1, (int) Math.round(part * order.length));
                    return Arrays.stream(order, 0, count)
                                    .filter(predictions::right)
                                    .count()
                            / (double) count;
                })
                .toArray();
    }

    private static void reliable(Chart chart, Predictions predictions, String style) {
        double[][] points = predictions.reliability(Math.min(20, predictions.size() / 5));
        chart.line(style, points[0], points[1]);
    }
}
