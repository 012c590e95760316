package dev.nacre.examples.laboratory;

import dev.nacre.examples.page.Html;
import dev.nacre.examples.page.Numbers;
import dev.nacre.network.Network;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The documents' examples in small numbers, by the layers that the networks of the other sections use. */
final class NumbersSection implements Section {
    static final float[] X = {1, 2, 3, 4, 5};
    static final float[] KEEP = {1, 0, 1, 0, 1};
    private static final int STEPS = 10_000;

    @Override
    public String title() {
        return "Small numbers";
    }

    @Override
    public String introduction(Size size) {
        return "The documents’ examples, each run by a network that is nothing but a dropout layer. `p` is the probability of"
                + " dropping, q = 1 − p of keeping.";
    }

    @Override
    public void write(Lab lab, Html html, List<Claim> claims) {
        five(lab, html, claims);
        ones(lab, html, claims);
        matrix(lab, html, claims);
        SmallNetworks_FiveNetwork net = SmallNetworks_FiveNetwork.create(lab.seed());
        claims.add(expectation(net));
        claims.add(memory(lab));
    }

    private static void five(Lab lab, Html html, List<Claim> claims) {
        SmallNetworks_FiveNetwork inverted = SmallNetworks_FiveNetwork.create(lab.seed());
        SmallNetworks_ClassicFiveNetwork classic = SmallNetworks_ClassicFiveNetwork.create(lab.seed());
        inverted.mask("y", Tensor.of(KEEP));
        classic.mask("y", Tensor.of(KEEP));
        float[] training = run(inverted.train(), X);
        float[] gradient = inverted.backward(Tensor.of(ones(5), 1, 5)).toArray();
        float[] evaluation = run(inverted.eval(), X);
        float[] classicTraining = run(classic.train(), X);
        float[] classicEvaluation = run(classic.eval(), X);
        claims.add(new Claim(
                "[1 2 3 4 5] under the mask [1 0 1 0 1] with p = 0.5 gives [2 0 6 0 10] in training",
                "notes",
                show(training),
                Verdict.of(Arrays.equals(training, new float[] {2, 0, 6, 0, 10}))));
        claims.add(new Claim(
                "Inference leaves the input as it is: survivors were divided by q (inverted dropout)",
                "all",
                show(evaluation),
                Verdict.of(Arrays.equals(evaluation, X))));
        claims.add(new Claim(
                "Classic form: no scaling in training; at inference each unit times q",
                "DL book 7.12, course, blog",
                show(classicTraining) + " in training, " + show(classicEvaluation) + " in inference",
                Verdict.of(Arrays.equals(classicTraining, new float[] {1, 0, 3, 0, 5})
                        && Arrays.equals(classicEvaluation, new float[] {0.5f, 1, 1.5f, 2, 2.5f}))));
        html.table(
                "p = 0.5, the mask set by hand. The gradient of the input is for a gradient of ones at the output.",
                List.of("", "x₁", "x₂", "x₃", "x₄", "x₅"),
                List.of(
                        row("input x", X),
                        row("mask m", KEEP),
                        row("inverted, training: x m / q", training),
                        row("inverted, gradient: m / q", gradient),
                        row("inverted, inference: x", evaluation),
                        row("classic, training: x m", classicTraining),
                        row("classic, inference: q x", classicEvaluation)));
    }

    private static void ones(Lab lab, Html html, List<Claim> claims) {
        SmallNetworks_TenNetwork ten = SmallNetworks_TenNetwork.create(lab.seed());
        float[] training = run(ten.train(), ones(10));
        float[] evaluation = run(ten.eval(), ones(10));
        boolean zerosAndTwos = IntStream.range(0, 10).allMatch(i -> training[i] == 0 || training[i] == 2);
        claims.add(new Claim(
                "`ones(10)` under p = 0.5 becomes 0s and 2s in training, and stays ones in evaluation",
                "notes",
                show(training) + " and " + show(evaluation),
                Verdict.of(zerosAndTwos && Arrays.equals(evaluation, ones(10)))));
    }

    private static void matrix(Lab lab, Html html, List<Claim> claims) {
        float[] x = new float[16];
        for (int i = 0; i < 16; i++) {
            x[i] = i;
        }
        SmallNetworks_EightNetwork net = SmallNetworks_EightNetwork.create(lab.seed());
        html.open("figure").open("div", "class", "matrices");
        float[][] y = new float[3][];
        double[] ps = {0, 0.5, 1};
        for (int i = 0; i < 3; i++) {
            net.dropout("y").p(ps[i]);
            y[i] = net.train().forward(Tensor.of(x, 2, 8)).toArray();
            html.open("div").element("p", "p = " + Numbers.plain(ps[i]), "class", "label");
            html.open("pre").add(matrix(y[i])).close().close();
        }
        html.close().element("figcaption", "The numbers 0 to 15 as a 2 × 8 matrix, after dropout in training.");
        html.close();
        boolean half = IntStream.range(0, 16).allMatch(i -> y[1][i] == 0 || y[1][i] == 2 * x[i]);
        claims.add(new Claim(
                "On 0…15 as a 2 × 8 matrix p = 0 is the identity, p = 1 gives zeros, p = 0.5 something in between",
                "D2L 4.6",
                "p = 0: " + (Arrays.equals(y[0], x) ? "equal" : "not equal") + "; p = 1: "
                        + (Arrays.equals(y[2], new float[16]) ? "zeros" : "not zeros") + "; p = 0.5: "
                        + (half ? "each 0 or doubled" : "other numbers"),
                Verdict.of(Arrays.equals(y[0], x) && Arrays.equals(y[2], new float[16]) && half)));
    }

    private static String matrix(float[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(String.format("%3s", Numbers.plain(values[i]))).append(i % 8 == 7 ? "\n" : " ");
        }
        return text.toString();
    }

    private static Claim expectation(SmallNetworks_FiveNetwork net) {
        double[] sums = new double[X.length];
        net.train();
        for (int step = 0; step < STEPS; step++) {
            float[] y = run(net, X);
            for (int i = 0; i < X.length; i++) {
                sums[i] += y[i];
            }
        }
        // With p = q = 0.5 one value has the variance x^2 p / q = x^2.
        boolean within = true;
        for (int i = 0; i < X.length; i++) {
            within &= Math.abs(sums[i] / STEPS - X[i]) <= 5 * X[i] / Math.sqrt(STEPS);
        }
        return new Claim(
                "The expectation is kept: E[y] = x",
                "all",
                "mean over " + Numbers.count(STEPS) + " masks: ["
                        + Arrays.stream(sums)
                                .mapToObj(sum -> Numbers.fixed(sum / STEPS, 2))
                                .collect(Collectors.joining(" "))
                        + "], within five standard errors: " + (within ? "yes" : "no"),
                Verdict.of(within));
    }

    /** A mask that can be had again at any time need not be kept. */
    private static Claim memory(Lab lab) {
        SmallNetworks_TenNetwork net = SmallNetworks_TenNetwork.create(lab.seed());
        run(net.train(), ones(10));
        Tensor first = net.mask("y");
        for (int step = 1; step < 100; step++) {
            run(net, ones(10));
        }
        boolean again = Arrays.equals(net.masks(1, 1).values().iterator().next().toArray(), first.toArray());
        return new Claim(
                "Dropout costs memory for its masks",
                "notes",
                again
                        ? "none is stored: the mask of step 1, computed anew after step 100 from seed and step, is the same"
                        : "the mask of step 1 cannot be had again after step 100",
                Verdict.of(!again));
    }

    private static float[] run(Network net, float[] x) {
        return net.forward(dev.nacre.network.Batch.of(Tensor.of(x, 1, x.length)))
                .toArray();
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static String show(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Numbers.plain(values[i]))
                .collect(Collectors.joining(" ", "[", "]"));
    }

    private static List<String> row(String name, float[] values) {
        List<String> row = new java.util.ArrayList<>(List.of(name));
        for (float value : values) {
            row.add(Numbers.plain(value));
        }
        return row;
    }
}
