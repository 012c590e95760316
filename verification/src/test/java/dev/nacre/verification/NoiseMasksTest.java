package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.data.Dataset;
import dev.nacre.io.Checkpoint;
import dev.nacre.kernel.Connections;
import dev.nacre.kernel.RandomNoise;
import dev.nacre.network.Batch;
import dev.nacre.network.Mode;
import dev.nacre.network.MonteCarlo;
import dev.nacre.network.Network;
import dev.nacre.network.SubNetworks;
import dev.nacre.optimizer.Sgd;
import dev.nacre.tensor.Tensor;
import dev.nacre.training.DropoutSchedule;
import dev.nacre.training.Trainer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks on weights and noise as {@link MasksTest} has masks on values: by name, of any step, by hand, with another p. */
class NoiseMasksTest {
    @TempDir
    private Path folder;

    private final Tensor x = Subjects.normal(new Random(5), 7, 24);
    private final Batch batch = Batch.of(x, Subjects.labels(new Random(6), 7, 4));

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void names() {
        assertEquals(
                List.of(
                        "hidden.x.gaussianNoise",
                        "hidden.gaussianDropout",
                        "more.gaussianNoise",
                        "more.dropout",
                        "more.gaussianDropout"),
                NoisyNetwork.create(1).masks());
        assertEquals(
                List.of(
                        "hidden.dropConnect",
                        "hidden.dropout",
                        "each.dropConnect",
                        "matched.dropConnect",
                        "both.dropConnect"),
                ConnectedNetwork.create(1).masks());
        // Numbered as the layers are whose weights they are on.
        assertEquals(
                List.of("dropConnect1", "dropConnect2"),
                NoiseAlone_TwiceNetwork.create(1).masks());
    }

    /** The noise is what the block did, to the bit: n is added to its input, and m multiplies its output. */
    @Test
    void noiseIsWhatTheBlockDid() {
        NoisyNetwork net = NoisyNetwork.create(1);
        float[] noisy = net.hidden(x).toArray();
        float[] n = net.mask("hidden.x").toArray();
        Tensor m = net.mask("hidden.gaussianDropout");
        assertArrayEquals(new int[] {7, 32}, m.shape());
        Tensor moved = x.copy();
        for (int i = 0; i < moved.elements(); i++) {
            moved.data()[i] += n[i];
        }
        float[] expected = net.eval().hidden(moved).toArray();
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= m.data()[i];
        }
        assertArrayEquals(expected, noisy);
        assertEquals(0.1, deviation(n, 0), 0.03);
        assertEquals(Math.sqrt(0.3 / 0.7), deviation(m.toArray(), 1), 0.15);
    }

    private static double deviation(float[] values, double mean) {
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }

    /** Weights under the mask, in a network without one, give what the block gave. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionsAreWhatTheBlockDid(boolean perSample) {
        Network net = perSample ? NoiseAlone_ConnectedEachNetwork.create(1) : NoiseAlone_ConnectedNetwork.create(1);
        Tensor six = Subjects.normal(new Random(5), 4, 6);
        float[] y = net.forward(Batch.of(six)).toArray();
        Tensor mask = net.mask("y");
        assertArrayEquals(perSample ? new int[] {4, 3, 5} : new int[] {3, 5}, mask.shape());
        float[] kept = mask.toArray();
        assertTrue(
                Arrays.toString(kept).contains("0.0") && Arrays.toString(kept).contains("1.0"));
        Tensor w = net.state().get("y.dense.weight");
        float[] declared = w.toArray();
        for (int n = 0; n < 4; n++) {
            for (int i = 0; i < 15; i++) {
                w.data()[i] = kept[perSample ? 15 * n + i : i] == 1 ? declared[i] * (float) (1 / 0.7) : 0f;
            }
            float[] evaluated = net.eval().forward(Batch.of(six)).toArray();
            assertArrayEquals(Arrays.copyOfRange(evaluated, 3 * n, 3 * n + 3), Arrays.copyOfRange(y, 3 * n, 3 * n + 3));
        }
    }

    /** One mask for all samples does for masks per sample as well, and is then what one mask per batch is. */
    @Test
    void connectionsByHand() {
        NoiseAlone_ConnectedNetwork one = NoiseAlone_ConnectedNetwork.create(1);
        NoiseAlone_ConnectedEachNetwork each = NoiseAlone_ConnectedEachNetwork.create(1);
        Tensor keep = Tensor.zeros(3, 5);
        keep.set(1, 1, 2);
        keep.set(1, 2, 0);
        one.mask("y", keep);
        each.mask("y", keep);
        for (int size : new int[] {4, 2}) {
            Tensor some = Subjects.normal(new Random(5), size, 6);
            Tensor dy = Subjects.normal(new Random(8), size, 3);
            assertArrayEquals(one.forward(some).toArray(), each.forward(some).toArray(), 1e-6f);
            assertArrayEquals(keep.toArray(), one.mask("y").toArray());
            assertArrayEquals(new int[] {size, 3, 5}, each.mask("y").shape());
            one.parameters().forEach(parameter -> parameter.zeroGrad());
            one.backward(dy);
            float[] dw = one.parameters().get(2).gradients();
            for (int i = 0; i < 15; i++) {
                assertEquals(keep.data()[i] == 1, dw[i] != 0, "weight " + i);
            }
        }
    }

    /** Noise by hand takes the place of what would have been drawn: here none, and a factor of 2 for everything. */
    @Test
    void noiseByHand() {
        NoisyNetwork net = NoisyNetwork.create(1);
        float[] evaluated = net.eval().hidden(x).toArray();
        Tensor twos = Tensor.zeros(32);
        Arrays.fill(twos.data(), 2);
        net.train().mask("hidden.x", Tensor.zeros(24)).mask("hidden.gaussianDropout", twos);
        float[] doubled = net.hidden(x).toArray();
        for (int i = 0; i < doubled.length; i++) {
            assertEquals(2 * evaluated[i], doubled[i]);
        }
        NoiseAlone_MultipliedNetwork alone = NoiseAlone_MultipliedNetwork.create(1);
        Tensor six = Subjects.normal(new Random(5), 4, 6);
        Tensor dy = Subjects.normal(new Random(8), 4, 3);
        Tensor ones = Tensor.zeros(5);
        Arrays.fill(ones.data(), 1);
        alone.mask("y", ones).forward(Batch.of(six));
        float[] once = alone.backward(dy).toArray();
        Arrays.fill(ones.data(), -2);
        alone.mask("y", ones).forward(Batch.of(six));
        float[] twice = alone.backward(dy).toArray();
        for (int i = 0; i < once.length; i++) {
            assertEquals(-2 * once[i], twice[i]);
        }
        float[] given = alone.mask("y").toArray();
        assertEquals(-2f, given[19]);
        alone.clearMasks().forward(Batch.of(six));
        assertFalse(Arrays.equals(given, alone.mask("y").toArray()));
    }

    @Test
    void refusesMasks() {
        NoisyNetwork noisy = NoisyNetwork.create(1);
        assertMessage(
                "the noise of hidden.gaussianDropout has the shape 7x31: give 32 for all samples, or that with the batch in"
                        + " front",
                () -> noisy.mask("hidden.gaussianDropout", Tensor.zeros(7, 31)));
        Tensor nan = Tensor.zeros(24);
        nan.set(Float.NaN, 3);
        assertMessage(
                "element 3 of the noise of hidden.x.gaussianNoise is NaN: give finite numbers",
                () -> noisy.mask("hidden.x", nan));
        noisy.mask("hidden.x", Tensor.zeros(5, 24));
        assertMessage(
                "the noise of hidden.x.gaussianNoise was set for 5 samples, but this run has 7: give one of the shape 24 for"
                        + " all samples, or call clearMasks()",
                () -> noisy.forward(x));
        ConnectedNetwork connected = ConnectedNetwork.create(1);
        assertMessage(
                "the mask of hidden.dropConnect has the shape 7x32x24: give 32x24 for all samples; its weights have one mask"
                        + " per batch",
                () -> connected.mask("hidden.dropConnect", Tensor.zeros(7, 32, 24)));
        assertMessage(
                "the mask of each.dropConnect has the shape 16: give 16x32 for all samples, or that with the batch in front",
                () -> connected.mask("each", Tensor.zeros(16)));
        Tensor half = Tensor.zeros(16, 32);
        half.set(0.5f, 1, 1);
        assertMessage(
                "element 33 of the mask of each.dropConnect is 0.5: give 1 for what passes and 0 for what is dropped",
                () -> connected.mask("each", half));
        assertMessage(
                "\"hidden\" has several dropout layers: say which of hidden.dropConnect, hidden.dropout",
                () -> connected.mask("hidden"));
        assertMessage(
                "there are no masks of step 0 for 3 samples: steps count from 1, and so do samples",
                () -> connected.masks(0, 3));
        assertEquals(
                "the dropout layer hidden.x.gaussianNoise has no noise yet: call forward(...) or loss(...) in mode TRAIN or"
                        + " MONTE_CARLO first",
                assertThrows(
                                IllegalStateException.class,
                                () -> NoisyNetwork.create(1).mask("hidden.x"))
                        .getMessage());
        connected.eval().forward(x);
        assertEquals(
                "the dropout layer each.dropConnect ran last in mode EVAL, which has no masks: run it in mode TRAIN or"
                        + " MONTE_CARLO, or look at those of a step, masks(step)",
                assertThrows(IllegalStateException.class, () -> connected.mask("each"))
                        .getMessage());
    }

    /** Noise and masks are then those of a layer that declares it; what ran before is run backward as it ran. */
    @Test
    void anotherP() {
        NoisyNetwork noisy = NoisyNetwork.create(1);
        NoisyNetwork other = NoisyNetwork.create(1);
        noisy.loss(batch);
        other.loss(batch);
        noisy.dropout("hidden.gaussianDropout").p(0.6);
        noisy.dropout("hidden.x").p(2.5);
        noisy.mask("more.gaussianNoise", Tensor.zeros(16));
        assertArrayEquals(other.backward().toArray(), noisy.backward().toArray());
        noisy.clearMasks().loss(batch);
        assertNoise(RandomNoise.factors(0.6, 2), noisy.mask("hidden.gaussianDropout"));
        assertNoise(new RandomNoise(0, 2.5, 1), noisy.mask("hidden.x"));
        noisy.dropout("hidden.x").p(0);
        noisy.forward(x);
        assertArrayEquals(new float[7 * 24], noisy.mask("hidden.x").toArray());
        assertEquals(0.3, noisy.dropout("hidden.gaussianDropout").declaredP());

        ConnectedNetwork connected = ConnectedNetwork.create(1);
        connected.loss(batch);
        connected.dropout("each").p(0.9);
        connected.dropout("hidden.dropConnect").p(0.8);
        ConnectedNetwork as = ConnectedNetwork.create(1);
        as.loss(batch);
        assertArrayEquals(as.backward().toArray(), connected.backward().toArray());
        connected.loss(batch);
        Connections declared = new Connections(0.9, 2);
        declared.draw(1, 2);
        float[] expected = new float[7 * 16 * 32];
        declared.read(expected, 16 * 32);
        assertArrayEquals(expected, connected.mask("each").toArray());
        connected.dropout("each").p(0);
        connected.dropout("hidden.dropConnect").p(0);
        connected.dropout("hidden.dropout").p(0);
        assertArrayEquals(
                connected.eval().each(connected.hidden(x)).toArray(),
                connected.train().each(connected.hidden(x)).toArray());
    }

    private static void assertNoise(RandomNoise declared, Tensor found) {
        declared.draw(1, 2);
        float[] expected = new float[found.elements()];
        declared.fill(expected, 0, expected.length);
        assertArrayEquals(expected, found.toArray());
    }

    @Test
    void refusesP() {
        NoisyNetwork noisy = NoisyNetwork.create(1);
        assertMessage(
                "the p of Gaussian dropout is 1.0, but must be 0 or more and below 1, for the variance of the noise is p / (1"
                        + " - p)",
                () -> noisy.dropout("hidden.gaussianDropout").p(1));
        assertMessage(
                "the standard deviation of noise is -0.5, but must be finite and 0 or more",
                () -> noisy.dropout("hidden.x").p(-0.5));
        assertMessage(
                "the standard deviation of noise is Infinity, but must be finite and 0 or more",
                () -> noisy.dropout("hidden.x").p(Double.POSITIVE_INFINITY));
        ConnectedNetwork connected = ConnectedNetwork.create(1);
        assertMessage(
                "the probability of dropping is NaN, but must be from 0 (keep all) to 1 (drop all)",
                () -> connected.dropout("each").p(Double.NaN));
        assertMessage(
                "the probability of dropping is 1.0, but must be below 1 where evaluation matches moments: weights that are"
                        + " all dropped have no variance",
                () -> connected.dropout("matched").p(1));
        assertEquals(0.5, connected.dropout("matched").p());
        assertEquals(1, connected.dropout("each").p(1).p());
        // What is left is the bias, whose norm LayerNorm takes.
        Tensor each = connected.each(connected.hidden(x));
        assertArrayEquals(Arrays.copyOf(each.data(), 16), Arrays.copyOfRange(each.data(), 16, 32));
    }

    @Test
    void savedWithTheNetwork() {
        NoisyNetwork net = NoisyNetwork.create(1);
        Path file = folder.resolve("net.safetensors");
        net.dropout("hidden.x").p(1.5);
        net.dropout("more.gaussianDropout").p(0.45);
        net.save(file);
        NoisyNetwork loaded = NoisyNetwork.load(file);
        assertEquals(
                Map.of("hidden.x.gaussianNoise", 1.5, "more.gaussianDropout", 0.45),
                loaded.dropouts().changed());
        assertArrayEquals(net.forward(x).toArray(), loaded.forward(x).toArray());

        ConnectedNetwork connected = ConnectedNetwork.create(1);
        connected.dropout("both").p(0.7);
        connected.save(file);
        ConnectedNetwork again = ConnectedNetwork.load(file);
        assertArrayEquals(connected.forward(x).toArray(), again.forward(x).toArray());
        assertMessage(
                file + " has a p of the dropout layer 'both.dropConnect', which the network does not have: its dropout"
                        + " layers are " + net.masks(),
                () -> Checkpoint.read(file).restore(net.dropouts()));
    }

    /** A p that is fine for one layer is not for another: here a deviation that is no p. */
    @Test
    void refusesFilesOfAnotherRange() {
        NoiseAlone_AddedNetwork added = NoiseAlone_AddedNetwork.create(1);
        Path file = folder.resolve("net.safetensors");
        added.dropout("y").p(1.5);
        added.save(file);
        Map<String, Tensor> state = new TreeMap<>(added.state());
        assertEquals(4, state.size());
        dev.nacre.network.RunState run = new dev.nacre.network.RunState(1);
        Connections connections = new Connections(0.5, 0);
        run.dropout("y.gaussianNoise", connections, dev.nacre.tensor.Shape.of(3, 5));
        assertMessage(
                file
                        + " has a p of the dropout layer 'y.gaussianNoise': the probability of dropping is 1.5, but must be from"
                        + " 0 (keep all) to 1 (drop all)",
                () -> Checkpoint.read(file).restore(run.dropouts()));
    }

    @Test
    void schedules() {
        Dataset data = Dataset.of(Subjects.normal(new Random(1), 40, 24), Subjects.labels(new Random(2), 40, 4));
        for (Network net : List.of(NoisyNetwork.create(1), ConnectedNetwork.create(1))) {
            Map<String, Double> last = new HashMap<>();
            Map<String, Double> declared = new HashMap<>();
            net.dropouts().list().forEach(layer -> declared.put(layer.name(), layer.declaredP()));
            Trainer.of(net, Sgd.of(0.01f).over(net.parameters()))
                    .batchSize(20)
                    .epochs(2)
                    .dropout(DropoutSchedule.rising(3))
                    .listener(new dev.nacre.training.TrainingListener() {
                        @Override
                        public void batchDone(int epoch, int batch, float loss) {
                            net.dropouts().list().forEach(layer -> last.put(layer.name(), layer.p()));
                        }
                    })
                    .fit(data);
            declared.forEach((name, p) -> assertEquals(p * 0.5, last.get(name), 1e-12, name));
            net.dropouts().list().forEach(layer -> assertEquals(layer.declaredP(), layer.p()));
        }
        NoisyNetwork net = NoisyNetwork.create(1);
        assertMessage(
                "the schedule of hidden.gaussianDropout gave the p 1.0 after 0 batches: the p of Gaussian dropout is 1.0, but"
                        + " must be 0 or more and below 1, for the variance of the noise is p / (1 - p)",
                () -> Trainer.of(net, Sgd.of(0.01f).over(net.parameters()))
                        .epochs(1)
                        .dropout("hidden.gaussianDropout", (declared, epochs, step) -> 1)
                        .fit(data));
    }

    /** With all of it by hand nothing is left to chance; pass k is otherwise a run of step k. */
    @Test
    void monteCarlo() {
        for (Network net : List.of(NoisyNetwork.create(1), ConnectedNetwork.create(1))) {
            float[] second = net.monteCarlo(Batch.of(x), 2).mean().toArray();
            net.masks(1, 7).forEach(net::mask);
            MonteCarlo first = net.monteCarlo(Batch.of(x), 3);
            assertArrayEquals(new float[28], first.variance().toArray());
            net.masks(2, 7).forEach(net::mask);
            float[] other = net.monteCarlo(Batch.of(x), 1).mean().toArray();
            float[] mean = first.mean().toArray();
            for (int i = 0; i < mean.length; i++) {
                assertEquals(second[i], (mean[i] + other[i]) / 2, 1e-6);
            }
            net.clearMasks();
            net.dropouts().list().forEach(layer -> layer.p(layer.name().endsWith("Noise") ? 3 : 0.6));
            net.mode(Mode.MONTE_CARLO).forward(Batch.of(x));
            net.masks()
                    .forEach(name -> assertArrayEquals(
                            net.masks(1).get(name).toArray(), net.mask(name).toArray(), name));
        }
    }

    /** A linear layer under all masks on its weights: the mean is evaluation's, the variance {@code p / q sum (w x)^2}. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void subNetworksOfConnections(boolean perSample) {
        Network net = perSample ? NoiseAlone_ConnectedEachNetwork.create(1) : NoiseAlone_ConnectedNetwork.create(1);
        net.dropout("y").p(0.4);
        Tensor six = Subjects.normal(new Random(5), 2, 6);
        SubNetworks all = SubNetworks.of(net, Batch.of(six));
        assertEquals(15, all.units());
        assertArrayEquals(all.weightScaling().toArray(), all.arithmeticMean().toArray(), 1e-5f);
        float[] hidden = perSample
                ? ((NoiseAlone_ConnectedEachNetwork) net).hidden(six).toArray()
                : ((NoiseAlone_ConnectedNetwork) net).hidden(six).toArray();
        float[] w = net.state().get("y.dense.weight").toArray();
        for (int n = 0; n < 2; n++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int i = 0; i < 5; i++) {
                    sum += Math.pow((double) w[5 * j + i] * hidden[5 * n + i], 2);
                }
                assertEquals(0.4 / 0.6 * sum, all.variance().data()[3 * n + j], 1e-5 * (1 + sum));
            }
        }
    }

    @Test
    void noSubNetworksOfNoise() {
        NoiseAlone_AddedNetwork net = NoiseAlone_AddedNetwork.create(1);
        Tensor six = Subjects.normal(new Random(5), 2, 6);
        String expected =
                "the dropout layer y.gaussianNoise draws noise, which has no masks to go through: set its p to 0,"
                        + " or ask monteCarlo(...)";
        assertMessage(expected, () -> SubNetworks.of(net, Batch.of(six)));
        net.dropout("y").p(1.5);
        assertMessage(expected, () -> SubNetworks.of(net, Batch.of(six)));
        net.dropout("y").p(0);
        assertMessage(
                "no dropout layer of this network has a p above 0 and below 1: it has no sub-networks",
                () -> SubNetworks.of(net, Batch.of(six)));
    }

    /** Where evaluation depends on p, the network's follows, and a predictor has that of when it was made, bit for bit. */
    @ParameterizedTest
    @ValueSource(strings = {"Dropped", "SmallDropped", "Connected", "SmallConnected"})
    void predictorsHaveThePresentP(String name) {
        Subject subject = Subjects.all()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Network net = Training.steps(subject, subject.create().apply(3), 2);
        Batch inputs = subject.batch(9, 4);
        float[] declared = net.eval().forward(inputs).toArray();
        Subject.Evaluation before = subject.predictor().apply(net);
        for (double p : new double[] {0.75, 0, name.endsWith("Dropped") ? 1 : 0.9}) {
            net.dropouts().list().forEach(layer -> layer.p(p));
            // Before any run has taken over the p, too.
            float[] predicted = subject.predictor().apply(net).forward(inputs).toArray();
            float[] evaluated = net.forward(inputs).toArray();
            assertArrayEquals(evaluated, predicted, "p = " + p);
            assertFalse(Arrays.equals(declared, evaluated), "p = " + p);
            assertArrayEquals(declared, before.forward(inputs).toArray());
        }
    }
}
