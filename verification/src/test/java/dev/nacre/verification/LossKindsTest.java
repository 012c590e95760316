package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Label;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.network.SampleWeights;
import dev.nacre.network.Target;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What networks make of labels: the forms in which they come, what typed ones predict, and the weights of samples. */
class LossKindsTest {
    private static final LossKinds.Point SMALL = new LossKinds.Point(0.1f, 0.2f, -0.4f, 0.3f);
    private static final LossKinds.Point LARGE = new LossKinds.Point(1.5f, -2f, 3f, 0.7f);

    private static Tensor normal(int seed, int... shape) {
        Tensor tensor = Tensor.zeros(shape);
        Random random = new Random(seed);
        for (int i = 0; i < tensor.elements(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    private static void assertRefuses(String part, Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void yesAndNoInEveryForm() {
        var network = LossKinds_TruthNetwork.create(1);
        Tensor flowers = LossKinds_TruthNetwork.encode(SMALL, LARGE);
        float loss = network.loss(flowers, new boolean[] {true, false});
        assertEquals(loss, network.loss(flowers, new int[] {1, 0}));
        assertEquals(loss, network.loss(Batch.of(flowers, new boolean[] {true, false})));
        float[] z = network.forward(flowers).toArray();
        double expected = (2 * Math.log1p(Math.exp(-z[0])) + Math.log1p(Math.exp(z[1]))) / 2;
        assertEquals(expected, loss, 1e-6);
        float alone = network.loss(network.logit(SMALL), true).value();
        assertEquals(2 * Math.log1p(Math.exp(-z[0])), alone, 1e-6);
        assertRefuses("allowed are 0 and 1", () -> network.loss(flowers, new int[] {1, 2}));
        assertRefuses("length 1", () -> network.loss(flowers, new boolean[] {true}));
    }

    @Test
    void predictsTruth() {
        var network = LossKinds_TruthNetwork.create(1);
        var predictor = network.predictor();
        for (LossKinds.Point flower : List.of(SMALL, LARGE)) {
            float z = network.forward(LossKinds_TruthNetwork.encode(flower)).get(0, 0);
            float p = (float) (1 / (1 + Math.exp(-z)));
            boolean predicted = network.predict(flower);
            assertEquals(z > 0, predicted);
            assertEquals(predicted, predictor.predict(flower));
            assertArrayEquals(new float[] {1 - p, p}, network.probabilities(flower), 1e-6f);
            assertArrayEquals(network.probabilities(flower), predictor.probabilities(flower));
        }
    }

    @Test
    void predictsOneOfTwoConstants() {
        var network = LossKinds_AnswersNetwork.create(3);
        Tensor flowers = LossKinds_AnswersNetwork.encode(SMALL, LARGE);
        LossKinds.Answer[] answers = {LossKinds.Answer.YES, LossKinds.Answer.NO};
        float loss = network.loss(flowers, answers);
        assertEquals(loss, network.loss(flowers, new int[] {1, 0}));
        float[] p = network.forward(flowers).toArray();
        assertEquals(-(Math.log(p[0]) + Math.log1p(-p[1])) / 2, loss, 1e-6);
        assertEquals(
                network.loss(network.probability(LARGE), LossKinds.Answer.NO).value(), -Math.log1p(-p[1]), 1e-6);
        LossKinds.Answer predicted = network.predict(LARGE);
        assertEquals(p[1] > 0.5f ? LossKinds.Answer.YES : LossKinds.Answer.NO, predicted);
        assertEquals(predicted, network.predictor().predict(LARGE));
        assertArrayEquals(new float[] {1 - p[1], p[1]}, network.probabilities(LARGE), 1e-6f);
        assertRefuses("null at index 1", () -> network.loss(flowers, new LossKinds.Answer[] {answers[0], null}));
    }

    @Test
    void signsAndSeveralFlags() {
        var signs = LossKinds_SignsNetwork.create(1);
        Tensor flowers = LossKinds_SignsNetwork.encode(SMALL, LARGE);
        assertEquals(signs.loss(flowers, new int[] {1, -1}), signs.loss(flowers, new boolean[] {true, false}));
        int sign = signs.predict(LARGE);
        assertEquals(signs.forward(flowers).get(1, 0) > 0 ? 1 : -1, sign);
        assertRefuses("allowed are 1 and -1", () -> signs.loss(flowers, new int[] {1, 0}));

        var several = LossKinds_SeveralNetwork.create(1);
        boolean[] flags = {true, false, false, false, true, true};
        assertEquals(several.loss(flowers, flags), several.loss(flowers, new int[] {1, 0, 0, 0, 1, 1}));
        assertEquals(3, several.probabilities(SMALL).length);
        Tensor logits = several.predict(SMALL);
        float first = (float) (1 / (1 + Math.exp(-logits.get(0))));
        assertEquals(first, several.probabilities(SMALL)[0], 1e-6f);
        assertEquals(first, several.predictor().probabilities(SMALL)[0], 1e-6f);
        assertRefuses("3 for each", () -> several.loss(flowers, new boolean[] {true, false}));

        Species species = LossKinds_LeadingNetwork.create(1).predict(LARGE);
        assertEquals(species, LossKinds_LeadingNetwork.create(1).predictor().predict(LARGE));
    }

    @Test
    void weightsOfSamples() {
        var network = LossKinds_WeightedNetwork.create(1);
        Tensor x = normal(1, 3, 4);
        Tensor target = normal(2, 3, 3);
        int[] labels = {2, -1, 0};
        float[] weights = {2, 5, 0.5f};
        float loss = network.loss(x, labels, weights, target);
        assertEquals(loss, network.loss(new Batch(List.of(x), List.of(labels, weights, target))));
        assertEquals(loss, network.loss(x, labels, weights, target.toArray()));
        float[] gradient = network.backward().toArray();
        Tensor logits = network.forward(x);
        // The label of the second sample is ignored, so the mean is over two; its target counts.
        float kind = 0;
        float size = 0;
        for (int n = 0; n < 3; n++) {
            Tensor row = Tensor.of(Arrays.copyOfRange(logits.toArray(), 3 * n, 3 * n + 3), 1, 3);
            Tensor wanted = Tensor.of(Arrays.copyOfRange(target.toArray(), 3 * n, 3 * n + 3), 1, 3);
            SampleWeights one = SampleWeights.of(weights[n]);
            kind += network.kind(row, Label.of(labels[n]), one).value() / 2;
            size += network.size(row, Target.of(wanted), one).value();
        }
        assertEquals(kind + 0.5f * size, loss, 1e-4f * loss);
        assertEquals(12, gradient.length);
        for (float[] wrong : new float[][] {{1, 2}, {1, -1, 1}, {1, Float.NaN, 1}, null}) {
            assertRefuses("weights importance", () -> network.loss(x, labels, wrong, target));
        }
        assertRefuses("-1 for none", () -> network.loss(x, new int[] {0, 3, 0}, weights, target));
    }

    @Test
    void whatIsRefusedChangesNothing() {
        var network = LossKinds_WeightedNetwork.create(1);
        Tensor x = normal(1, 3, 4);
        Tensor target = normal(2, 3, 3);
        network.loss(x, new int[] {2, -1, 0}, new float[] {1, 1, 1}, target);
        float[] expected = network.backward().toArray();
        network.loss(x, new int[] {2, -1, 0}, new float[] {1, 1, 1}, target);
        assertRefuses("weights", () -> network.loss(x, new int[3], new float[] {1, -1, 1}, target));
        assertRefuses("label", () -> network.loss(x, new int[] {7, 7, 7}, new float[3], target));
        assertArrayEquals(expected, network.backward().toArray());
    }

    @Test
    void oneLabelPerPosition() {
        var network = LossKinds_TaggedNetwork.create(1);
        Tensor words = normal(3, 2, 2, 4);
        int[] tags = {0, 2, -100, 1};
        float loss = network.loss(words, tags);
        float[] z = network.forward(words).toArray();
        double expected = 0;
        for (int place = 0; place < 4; place++) {
            if (tags[place] >= 0) {
                double sum = 0;
                for (int c = 0; c < 3; c++) {
                    sum += Math.exp(z[3 * place + c]);
                }
                expected += (Math.log(sum) - z[3 * place + tags[place]]) / 3;
            }
        }
        assertEquals(expected, loss, 1e-6);
        assertRefuses("2 for each", () -> network.loss(words, new int[] {0, 1}));
    }

    @Test
    void pairsAndTripletsLearn() {
        var pairs = LossKinds_PairsNetwork.create(1);
        Tensor x = normal(1, 6, 4);
        Tensor y = normal(2, 6, 4);
        boolean[] alike = {true, false, true, true, false, false};
        assertLearns(pairs, () -> pairs.loss(x, y, alike));
        Tensor a = pairs.one(x);
        Tensor b = pairs.other(y);
        assertTrue(Float.isFinite(pairs.alike(
                        Tensor.of(Arrays.copyOf(a.toArray(), 3), 1, 3),
                        Tensor.of(Arrays.copyOf(b.toArray(), 3), 1, 3),
                        true)
                .value()));

        var triplets = LossKinds_TripletsNetwork.create(1);
        Tensor z = normal(3, 6, 4);
        assertLearns(triplets, () -> triplets.loss(x, y, z));
        Tensor far = triplets.anchor(x);
        assertEquals(1, triplets.nearer(far, far, far).value(), 1e-5);
        assertEquals(triplets.loss(x, y, z), triplets.loss(new Batch(List.of(x, y, z), List.of())));
    }

    private interface Measured {
        float loss();
    }

    private static void assertLearns(Network network, Measured measured) {
        List<Parameter> parameters = network.parameters();
        Sgd optimizer = Sgd.of(0.2f).over(parameters);
        float first = measured.loss();
        float last = first;
        for (int step = 0; step < 60; step++) {
            last = measured.loss();
            network.backpropagate();
            optimizer.step();
        }
        assertTrue(last < 0.7f * first, first + " -> " + last);
    }
}
