package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.MonteCarlo;
import dev.nacre.network.Network;
import dev.nacre.network.OutputKind;
import dev.nacre.network.Uncertain;
import dev.nacre.tensor.Tensor;
import dev.nacre.verification.Subject.Trait;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of predictions: the passes are those of mode MONTE_CARLO, and the numbers those of the formulas. */
class MonteCarloTest {
    static Stream<Subject> withDropout() {
        return Subjects.withDropout();
    }

    /** The mean of the passes is that of forward, one by one, whatever is shared between them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("withDropout")
    void passesAreThoseOfForward(Subject subject) {
        Network net = Training.steps(subject, subject.create().apply(11), 2).mode(Mode.MONTE_CARLO);
        Batch batch = subject.batch(7, 3);
        long step = net.step();
        int outputs = net.forward(batch) == null ? 0 : net.outputs().size();
        for (int k = 0; k < outputs; k++) {
            net.step(step);
            float[][] passes = new float[3][];
            for (int t = 0; t < 3; t++) {
                net.forward(batch);
                passes[t] = net.outputs().get(k).toArray();
            }
            net.step(step).train();
            Map<String, float[]> before = state(net);
            MonteCarlo result = net.monteCarloOutputs(batch, 3).get(k);
            assertEquals(Mode.TRAIN, net.mode());
            assertEquals(step, net.step());
            assertEquals(before.keySet(), state(net).keySet());
            before.forEach(
                    (name, values) -> assertArrayEquals(values, state(net).get(name), name));
            double[] mean = new double[passes[0].length];
            double[] variance = new double[mean.length];
            int classes = net.outputs().get(k).shape()[net.outputs().get(k).shape().length - 1];
            double[][] read = new double[3][];
            for (int t = 0; t < 3; t++) {
                read[t] = read(result.kind(), passes[t], classes);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += read[t][i] / 3;
                }
            }
            for (int i = 0; i < mean.length; i++) {
                for (int t = 0; t < 3; t++) {
                    variance[i] += (read[t][i] - mean[i]) * (read[t][i] - mean[i]) / 3;
                }
            }
            assertClose(mean, result.mean());
            assertClose(variance, result.variance());
            net.mode(Mode.MONTE_CARLO);
        }
    }

    private static double[] read(OutputKind kind, float[] y, int classes) {
        double[] read = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            if (kind == OutputKind.LOGITS) {
                double sum = 0;
                for (int c = i / classes * classes; c < i / classes * classes + classes; c++) {
                    sum += Math.exp(y[c]);
                }
                read[i] = Math.exp(y[i]) / sum;
            } else {
                read[i] = kind == OutputKind.SCORES ? 1 / (1 + Math.exp(-y[i])) : y[i];
            }
        }
        return read;
    }

    private static void assertClose(double[] expected, Tensor actual) {
        assertEquals(expected.length, actual.elements());
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual.data()[i], 1e-6 * Math.max(1, Math.abs(expected[i])));
        }
    }

    private static Map<String, float[]> state(Network net) {
        Map<String, float[]> state = new HashMap<>();
        net.state().forEach((name, tensor) -> state.put(name, tensor.toArray()));
        return state;
    }

    @Test
    void whatComesBeforeTheFirstMaskRunsOnce() {
        MaskedNetworks_CountedNetwork net = MaskedNetworks_CountedNetwork.create(1);
        MaskedNetworks.Before.calls = 0;
        MaskedNetworks.After.calls = 0;
        Tensor x = Subjects.normal(new Random(1), 4, 100);
        net.monteCarlo(x, 9);
        assertEquals(4 * (6 + 7), MaskedNetworks.Before.calls);
        assertEquals(9 * 4 * 5, MaskedNetworks.After.calls);
    }

    @Test
    void entropies() {
        SmallMlpNetwork net = SmallMlpNetwork.create(3);
        for (Tensor weights : net.state().values()) {
            for (int i = 0; i < weights.elements(); i++) {
                weights.data()[i] *= 4;
            }
        }
        Tensor x = Subjects.normal(new Random(1), 2, 1, 4, 4);
        int passes = 50;
        MonteCarlo result = net.monteCarlo(x, passes);
        assertEquals(OutputKind.LOGITS, result.kind());
        assertEquals(passes, result.samples());
        assertArrayEquals(new int[] {2}, result.mutualInformation().shape());
        net.mode(Mode.MONTE_CARLO);
        double[] expected = new double[2];
        for (int t = 0; t < passes; t++) {
            double[] p = read(OutputKind.LOGITS, net.forward(x).toArray(), 5);
            for (int i = 0; i < p.length; i++) {
                expected[i / 5] -= p[i] * Math.log(p[i]) / passes;
            }
        }
        double[] predictive = new double[2];
        float[] mean = result.mean().toArray();
        for (int i = 0; i < mean.length; i++) {
            predictive[i / 5] -= mean[i] * Math.log(mean[i]);
        }
        assertClose(predictive, result.predictiveEntropy());
        assertClose(expected, result.expectedEntropy());
        assertClose(
                new double[] {predictive[0] - expected[0], predictive[1] - expected[1]}, result.mutualInformation());
        assertTrue(result.mutualInformation().data()[0] > 1e-4);
    }

    @Test
    void isAFunctionOfSeedAndStep() {
        SmallMlpNetwork net = SmallMlpNetwork.create(3);
        Tensor x = Subjects.normal(new Random(1), 2, 1, 4, 4);
        float[] first = net.monteCarlo(x, 5).mean().toArray();
        assertArrayEquals(first, net.monteCarlo(x, 5).mean().toArray());
        assertArrayEquals(
                first, SmallMlpNetwork.create(3).eval().monteCarlo(x, 5).mean().toArray());
        assertFalse(Arrays.equals(first, net.step(5).monteCarlo(x, 5).mean().toArray()));
        // Larger and smaller batches in between leave nothing behind.
        net.monteCarlo(Subjects.normal(new Random(2), 9, 1, 4, 4), 2);
        assertArrayEquals(first, net.step(0).monteCarlo(x, 5).mean().toArray());
    }

    /** D16: the variance of a linear layer, {@code p / q sum (W x)^2}. */
    @Test
    void varianceOfALinearLayer() {
        MaskedNetworks_OneSoftmaxNetwork net =
                MaskedNetworks_OneSoftmaxNetwork.create(4).step(100).mode(Mode.MONTE_CARLO);
        Tensor x = Subjects.normal(new Random(1), 1, 8);
        int passes = 20_000;
        double[] sums = new double[4];
        double[] squares = new double[4];
        for (int t = 0; t < passes; t++) {
            float[] y = net.forward(x).data();
            for (int j = 0; j < 4; j++) {
                sums[j] += y[j];
                squares[j] += (double) y[j] * y[j];
            }
        }
        Tensor w = net.state().get("logits.dense.weight");
        for (int j = 0; j < 4; j++) {
            double exact = 0;
            for (int i = 0; i < 8; i++) {
                exact += Math.pow(w.get(j, i) * x.get(0, i), 2);
            }
            double mean = sums[j] / passes;
            assertEquals(exact, squares[j] / passes - mean * mean, 5 * exact * Math.sqrt(2.0 / passes));
        }
    }

    @Test
    void typed() {
        MaskedNetworks.Point point = new MaskedNetworks.Point(0.3f, -0.7f);
        MaskedNetworks_YesNetwork yes = MaskedNetworks_YesNetwork.create(1);
        Uncertain<Boolean> answer = yes.predictMonteCarlo(point, 40);
        MonteCarlo passes = yes.monteCarlo(MaskedNetworks_YesNetwork.encode(point), 40);
        assertEquals(OutputKind.SCORES, passes.kind());
        assertEquals(passes.mean().data()[0] > 0.5f, answer.value());
        assertEquals(passes.predictiveEntropy().data()[0], answer.predictiveEntropy());
        assertEquals(passes.mutualInformation().data()[0], answer.mutualInformation());
        double p = passes.mean().data()[0];
        assertEquals(-p * Math.log(p) - (1 - p) * Math.log(1 - p), answer.predictiveEntropy(), 1e-6);

        MaskedNetworks_AmountNetwork amount = MaskedNetworks_AmountNetwork.create(1);
        Uncertain<Float> number = amount.predictMonteCarlo(point, 40);
        assertEquals(number.passes().mean().data()[0], number.value());
        assertTrue(number.passes().variance().data()[0] > 0);
        assertEquals(
                "mutualInformation() is of probabilities, but no loss says that this output has any: look at variance()",
                assertThrows(IllegalStateException.class, number::mutualInformation)
                        .getMessage());

        Uncertain<Species> species =
                IrisNetwork.create(1).predictMonteCarlo(new Flower(1, 2, 3f, 4, true, Species.values()[0]), 10);
        float[] mean = species.passes().mean().toArray();
        for (float other : mean) {
            assertTrue(mean[species.value().ordinal()] >= other);
        }
    }

    @Test
    void refusals() {
        SmallMlpNetwork net = SmallMlpNetwork.create(3);
        Tensor x = Subjects.normal(new Random(1), 2, 1, 4, 4);
        assertEquals(
                "samples is 0: at least one mask must be drawn",
                assertThrows(IllegalArgumentException.class, () -> net.monteCarlo(x, 0))
                        .getMessage());
        net.loss(x, new int[] {0, 1});
        net.monteCarlo(x, 1);
        assertThrows(IllegalStateException.class, net::backward);
        assertEquals(
                "this network has no dropout, so all passes would be the same: call eval() and forward(...) instead",
                assertThrows(
                                IllegalStateException.class,
                                () -> XorNetwork.create(1).monteCarlo(Batch.of(Tensor.zeros(1, 2)), 3))
                        .getMessage());
        assertEquals(List.of(OutputKind.LOGITS), net.outputKinds());
        assertTrue(Subjects.withDropout().noneMatch(subject -> subject.is(Trait.NO_DROPOUT)));
    }
}
