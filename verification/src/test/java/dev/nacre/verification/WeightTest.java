package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.network.Batch;
import dev.nacre.network.Fan;
import dev.nacre.network.Initializers;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import dev.nacre.optimizer.Adam;
import dev.nacre.optimizer.Optimizer;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Initialisers, constraints, penalties and frozen layers of generated networks. */
class WeightTest {
    private static final List<String> FROZEN =
            List.of("kept.dense.weight", "kept.dense.bias", "kept.batchNorm.weight", "kept.batchNorm.bias");

    /** The strength of the penalty of each weight, L1 and L2. */
    private static final Map<String, double[]> PENALTIES = Map.of(
            "first.dense.weight", new double[] {0, 0.001},
            "tied.y.dense.weight", new double[] {0, 0.002},
            "own.1.y.dense.weight", new double[] {0, 0.002},
            "own.2.y.dense.weight", new double[] {0, 0.002},
            "last.dense.weight", new double[] {0.0005, 0},
            "logits.dense.weight", new double[] {0.0003, 0.001});

    @TempDir
    Path folder;

    private final Batch batch = batch(9);

    private static Batch batch(long seed) {
        Random random = new Random(seed);
        return Batch.of(Subjects.normal(random, 7, 12), Subjects.labels(random, 7, 4));
    }

    /** A network with the same weights and the same masks, which has nothing but its loss. */
    private static Network bare(Network network) {
        Network bare =
                Weighted_BareNetwork.create(network.seed()).step(network.step()).mode(network.mode());
        assertEquals(network.state().keySet(), bare.state().keySet());
        network.state().forEach((name, tensor) -> copy(tensor, bare.state().get(name)));
        return bare;
    }

    private static void copy(Tensor from, Tensor to) {
        System.arraycopy(from.data(), 0, to.data(), 0, from.elements());
    }

    private static double penalty(Network network) {
        double sum = 0;
        for (Parameter parameter : network.parameters()) {
            double[] strength = PENALTIES.getOrDefault(parameter.name(), new double[2]);
            for (float w : parameter.values()) {
                sum += strength[0] * Math.abs(w) + strength[1] * w * w;
            }
        }
        return sum;
    }

    @Test
    void penaltiesArePartOfTheLossInEveryMode() {
        Network network = Weighted_NetNetwork.create(5);
        for (Mode mode : Mode.values()) {
            network.mode(mode);
            Network bare = bare(network);
            float expected = (float) (bare.loss(batch) + penalty(network));
            assertEquals(expected, network.loss(batch), 2e-7 * expected);
            assertEquals(penalty(network), network.penalty(), 1e-6 * penalty(network));
            assertEquals(0, bare.penalty());
        }
    }

    /** Those of shared weights once, whichever loss of several is run backward, and to the last bit but one. */
    @Test
    void penaltiesArePartOfTheGradients() {
        Network network = Weighted_NetNetwork.create(5).train();
        Network bare = bare(network);
        for (int losses = 1; losses <= 3; losses++) {
            network.loss(batch(losses));
            bare.loss(batch(losses));
            if (losses == 2) {
                network.backpropagate();
                bare.backpropagate();
            } else {
                assertArrayEquals(bare.backward().toArray(), network.backward().toArray());
            }
            Map<String, float[]> gradients = gradients(bare);
            for (Parameter parameter : network.parameters()) {
                double[] strength = PENALTIES.getOrDefault(parameter.name(), new double[2]);
                float[] expected = gradients.get(parameter.name());
                for (int i = 0; i < expected.length; i++) {
                    float w = parameter.values()[i];
                    double slope = FROZEN.contains(parameter.name())
                            ? -expected[i]
                            : losses * (strength[0] * Math.signum(w) + 2 * strength[1] * w);
                    assertEquals(expected[i] + slope, parameter.gradients()[i], 2e-7, parameter.name());
                }
            }
        }
    }

    private static Map<String, float[]> gradients(Network network) {
        Map<String, float[]> gradients = new HashMap<>();
        network.parameters().forEach(parameter -> gradients.put(parameter.name(), parameter.gradients()));
        return gradients;
    }

    /** Behind the loss there is no penalty; who begins there can add it. */
    @Test
    void gradientsOfOutputsHaveNoPenalties() {
        Network network = Weighted_NetNetwork.create(5).train();
        Network bare = bare(network);
        Tensor up = Training.ones(network.forward(batch));
        bare.forward(batch);
        assertArrayEquals(bare.backward(up).toArray(), network.backward(up).toArray());
        float[] data = bare.parameters().get(0).gradients();
        assertArrayEquals(data, network.parameters().get(0).gradients());
        network.backwardPenalty();
        Parameter weight = network.parameters().get(0);
        for (int i = 0; i < data.length; i++) {
            assertEquals(data[i] + 0.002 * weight.values()[i], weight.gradients()[i], 1e-6);
        }
    }

    @Test
    void constraintsHoldFromTheStartAndAfterEachStep() {
        Network network = Weighted_NetNetwork.create(5).train();
        Optimizer optimizer = Adam.of(0.05f).over(network.parameters());
        assertConstrained(network);
        for (int i = 0; i < 20; i++) {
            network.loss(batch(i));
            network.backpropagate();
            optimizer.step();
            assertConstrained(network);
        }
    }

    private static void assertConstrained(Network network) {
        Tensor first = network.state().get("first.dense.weight");
        int atLimit = 0;
        for (int row = 0; row < 24; row++) {
            double norm = norm(first, row);
            assertTrue(norm <= 0.5 + 1e-6, () -> "norm " + norm);
            atLimit += norm > 0.4999 ? 1 : 0;
        }
        assertTrue(atLimit > 0, "the limit does not show");
        Tensor last = network.state().get("last.dense.weight");
        for (int row = 0; row < 8; row++) {
            assertEquals(1, norm(last, row), 1e-6);
        }
        for (float w : last.data()) {
            assertTrue(w >= 0);
        }
    }

    private static double norm(Tensor weight, int row) {
        double sum = 0;
        for (int i = 0; i < weight.shape()[1]; i++) {
            sum += Math.pow(weight.get(row, i), 2);
        }
        return Math.sqrt(sum);
    }

    /** The declaration says what is frozen, a file only what the weights are. */
    @Test
    void frozenLayersStayAcrossTrainingAndFiles() {
        Network network = Weighted_NetNetwork.create(5);
        Map<String, float[]> before = values(network);
        train(network, Adam.of(0.01f).weightDecay(0.1));
        Map<String, float[]> after = values(network);
        before.forEach((name, values) -> {
            if (FROZEN.contains(name)) {
                assertArrayEquals(values, after.get(name), name);
            } else {
                assertFalse(Arrays.equals(values, after.get(name)), name);
            }
        });
        for (Parameter parameter : network.parameters()) {
            assertEquals(FROZEN.contains(parameter.name()), parameter.frozen(), parameter.name());
        }
        Path file = folder.resolve("net.safetensors");
        network.save(file);
        Network loaded = Weighted_NetNetwork.load(file);
        train(network, Sgd.of(0.01f).momentum(0.9));
        train(loaded, Sgd.of(0.01f).momentum(0.9));
        Map<String, float[]> goneOn = values(network);
        values(loaded).forEach((name, values) -> assertArrayEquals(goneOn.get(name), values, name));
        network.save(file);
        Network thawed = Weighted_BareNetwork.load(file);
        train(thawed, Sgd.of(0.01f));
        assertNotEquals(
                goneOn.get(FROZEN.get(0))[0], thawed.state().get(FROZEN.get(0)).data()[0]);
    }

    private static void train(Network network, Optimizer optimizer) {
        optimizer.over(network.parameters());
        network.train();
        for (int i = 0; i < 5; i++) {
            network.loss(batch(i));
            network.backpropagate();
            optimizer.step();
        }
    }

    private static Map<String, float[]> values(Network network) {
        Map<String, float[]> values = new HashMap<>();
        network.parameters()
                .forEach(parameter ->
                        values.put(parameter.name(), parameter.values().clone()));
        return values;
    }

    /** The kept layer's running statistics move: they are no parameters. */
    @Test
    void statisticsOfFrozenLayersMove() {
        Network network = Weighted_NetNetwork.create(5);
        train(network, Sgd.of(0.01f));
        assertNotEquals(0, network.state().get("kept.batchNorm.running_mean").data()[0]);
    }

    @Test
    void predictorsComputeWhatTheBareNetworkDoes() {
        Weighted_NetNetwork network = Weighted_NetNetwork.create(5);
        train(network, Sgd.of(0.1f));
        Weighted_BareNetwork bare = (Weighted_BareNetwork) bare(network.eval());
        assertArrayEquals(
                bare.predictor().forward(batch.inputs().get(0)).toArray(),
                network.predictor().forward(batch.inputs().get(0)).toArray());
    }

    /** Scalar arithmetic adds up in the same places. */
    @Test
    void smallNetworks() {
        Weighted_SmallNetwork network = Weighted_SmallNetwork.create(8).train();
        Random random = new Random(1);
        Batch few = Batch.of(Subjects.normal(random, 5, 3), Subjects.labels(random, 5, 2));
        float[] kept = network.state().get("dense2.weight").toArray();
        Optimizer optimizer = Sgd.of(0.1f).over(network.parameters());
        double expected = 0;
        for (float w : network.state().get("dense1.weight").data()) {
            expected += (double) 0.1f * w * w;
        }
        for (float w : network.state().get("dense3.weight").data()) {
            expected += (double) 0.1f * w * w + (double) 0.05f * Math.abs(w);
        }
        assertEquals(expected, network.penalty(), 1e-9);
        float first = network.loss(few);
        for (int i = 0; i < 50; i++) {
            network.loss(few);
            network.backpropagate();
            optimizer.step();
        }
        assertTrue(network.loss(few) < first);
        assertArrayEquals(kept, network.state().get("dense2.weight").toArray());
    }

    @Test
    void aNetworkWithNothingToLearnRuns() {
        Weighted_AllFrozenNetwork network = Weighted_AllFrozenNetwork.create(8).train();
        Random random = new Random(1);
        Tensor x = Subjects.normal(random, 5, 5);
        Map<String, float[]> before = values(network);
        Optimizer optimizer = Adam.of(0.1f).weightDecay(0.1).over(network.parameters());
        network.loss(x, Subjects.labels(random, 5, 2));
        double sum = 0;
        for (float slope : network.backward().toArray()) {
            sum += Math.abs(slope);
        }
        assertTrue(sum > 0, "gradients flow through");
        network.loss(x, Subjects.labels(random, 5, 2));
        network.backpropagate();
        optimizer.step();
        values(network).forEach((name, values) -> assertArrayEquals(before.get(name), values, name));
        network.parameters().forEach(parameter -> {
            for (float slope : parameter.gradients()) {
                assertEquals(0, slope, parameter.name());
            }
        });
    }

    @Test
    void usedNetworksAreKept() {
        Weighted_TransferNetwork network = Weighted_TransferNetwork.create(8).train();
        Random random = new Random(1);
        Tensor x = Subjects.normal(random, 5, 16);
        int[] labels = Subjects.labels(random, 5, 4);
        Map<String, float[]> before = values(network);
        Optimizer optimizer = Adam.of(0.01f).weightDecay(0.1).over(network.parameters());
        float first = network.loss(x, labels);
        for (int i = 0; i < 50; i++) {
            network.loss(x, labels);
            network.backpropagate();
            optimizer.step();
        }
        assertTrue(network.loss(x, labels) < 0.5 * first);
        assertEquals(0, network.penalty());
        values(network)
                .forEach((name, values) -> assertEquals(
                        name.matches("(features|kept)[.].*"), Arrays.equals(before.get(name), values), name));
        double sum = 0;
        for (float slope : network.backward().toArray()) {
            sum += Math.abs(slope);
        }
        assertTrue(sum > 0, "gradients flow through");
    }

    /** The streams are the places of the parameters; biases begin at 0 beside an initialiser. */
    @Test
    void initialisersAreTheRuntimes() {
        StartsNetwork network = StartsNetwork.create(77);
        Map<String, Consumer<Parameter>> weights = Map.of(
                "normal", p -> Initializers.normal(p, 1, 0.5, 77, 0),
                "truncated", p -> Initializers.truncatedNormal(p, -1, 0.1, 77, 2),
                "uniform", p -> Initializers.uniform(p, 2.0, 3.0, 77, 4),
                "xavier", p -> Initializers.normal(p, Fan.AVERAGE, 1, 77, 6),
                "he", p -> Initializers.uniform(p, Fan.OUT, Math.sqrt(2), 77, 8),
                "lecun", p -> Initializers.normal(p, Fan.IN, 2, 77, 10),
                "orthogonal", p -> Initializers.orthogonal(p, 1, 77, 12),
                "constant", p -> Initializers.constant(p, 0.25),
                "standard", p -> Initializers.uniform(p, Math.sqrt(1 / 3.0), 77, 16));
        assertEquals(18, network.parameters().size());
        for (Parameter parameter : network.parameters()) {
            String block = parameter.name().replaceFirst("[.].*", "");
            Parameter expected = new Parameter(parameter.name(), parameter.shape());
            if (parameter.name().endsWith("weight")) {
                weights.get(block).accept(expected);
            } else if (block.equals("standard")) {
                Initializers.uniform(expected, Math.sqrt(1 / 3.0), 77, 17);
            }
            assertArrayEquals(expected.values(), parameter.values(), parameter.name());
        }
    }
}
