package dev.nacre.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.io.Checkpoint;
import dev.nacre.io.SafeTensors;
import dev.nacre.network.Mode;
import dev.nacre.network.Parameter;
import dev.nacre.tensor.Tensor;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training that was interrupted goes on bit for bit, and files that do not fit change nothing. */
class OptimizerFileTest {
    @TempDir
    Path folder;

    static Stream<String> names() {
        return ReferenceOptimizerTest.names();
    }

    private static FluentOptimizer<?> make(String name) {
        return ReferenceOptimizerTest.OPTIMIZERS.get(name).get();
    }

    private static Trace continued(Trace from) {
        Trace to = new Trace();
        System.arraycopy(from.weight.values(), 0, to.weight.values(), 0, 4);
        System.arraycopy(from.bias.values(), 0, to.bias.values(), 0, 2);
        return to;
    }

    @ParameterizedTest
    @MethodSource("names")
    void tenStepsAreFiveAndFive(String name) {
        Schedule schedule = Schedule.cosine(12).warmUp(3);
        Trace whole = new Trace();
        whole.steps(make(name).schedule(schedule).over(whole.parameters()), 0, 10);

        Trace first = new Trace();
        Optimizer before = make(name).schedule(schedule).over(first.parameters());
        first.steps(before, 0, 5);
        Path file = folder.resolve("optimizer.safetensors");
        before.save(file);
        Trace second = continued(first);
        Optimizer after = make(name).schedule(schedule).over(second.parameters());
        after.load(file);
        assertEquals(5, after.steps());
        assertEquals(before.learningRate(), after.learningRate());
        second.steps(after, 5, 10);
        assertArrayEquals(whole.values(), second.values());
    }

    /** Ten batches are five, a file and five also where it is written between the batches of one step. */
    @Test
    void accumulatedGradientsAreSaved() {
        Trace whole = new Trace();
        whole.steps(Adam.of(0.01f).accumulate(4).over(whole.parameters()), 0, 10);
        Trace first = new Trace();
        Adam before = Adam.of(0.01f).accumulate(4).over(first.parameters());
        first.steps(before, 0, 5);
        Path file = folder.resolve("optimizer.safetensors");
        before.save(file);
        Trace second = continued(first);
        Adam after = Adam.of(0.01f).accumulate(4).over(second.parameters());
        after.load(file);
        second.steps(after, 5, 10);
        assertArrayEquals(whole.values(), second.values());
        assertTrue(after.flush());
        assertEquals(3, after.steps());
    }

    @Test
    void aLoadEndsWhatHadAccumulated() {
        Trace trace = new Trace();
        Adam adam = Adam.of(0.01f).accumulate(2).over(trace.parameters());
        Path file = folder.resolve("optimizer.safetensors");
        adam.save(file);
        trace.gradients(0);
        adam.step();
        adam.load(file);
        trace.gradients(1);
        assertEquals((float) Trace.TABLE.get("gradient1")[0], trace.weight.gradients()[0]);
        assertTrue(!adam.step() && adam.steps() == 0);
    }

    @Test
    void thePlateauIsSaved() {
        Trace trace = new Trace();
        Sgd sgd = Sgd.of(1).over(trace.parameters());
        ReduceOnPlateau plateau =
                ReduceOnPlateau.of(sgd).patience(1).cooldown(3).factor(0.5);
        for (double metric : new double[] {0.1, 0.2, 0.2, 0.2}) {
            plateau.update(metric);
        }
        Path file = folder.resolve("sgd.safetensors");
        sgd.save(file);
        Sgd resumed = Sgd.of(1).over(trace.parameters());
        assertMessage(
                file + " was saved from an optimiser with a ReduceOnPlateau: call ReduceOnPlateau.of(optimizer) before "
                        + "load, nothing was changed",
                () -> resumed.load(file));
        ReduceOnPlateau again =
                ReduceOnPlateau.of(resumed).patience(1).cooldown(3).factor(0.5);
        resumed.load(file);
        assertEquals(0.5f, resumed.learningRate());
        assertEquals(0.1, again.best());
        for (int i = 0; i < 10; i++) {
            assertEquals(plateau.update(0.2), again.update(0.2));
            assertEquals(sgd.learningRate(), resumed.learningRate());
        }
        assertNotEquals(0.5f, resumed.learningRate());
        Sgd without = Sgd.of(1).over(trace.parameters());
        without.save(file);
        resumed.load(file);
        assertTrue(Double.isNaN(again.best()));
    }

    @Test
    void theFileHasPyTorchsNames() throws Exception {
        Trace trace = new Trace();
        Adam adam = Adam.of(0.25f).amsgrad().over(trace.parameters());
        Path file = folder.resolve("adam.safetensors");
        trace.steps(adam, 0, 3);
        adam.save(file);
        SafeTensors read = SafeTensors.read(file);
        assertEquals(adam.state().keySet(), read.tensors().keySet());
        assertTrue(read.tensors().containsKey("net.weight.max_exp_avg_sq"));
        assertEquals(
                Map.of(
                        "nacre.kind",
                        "Adam",
                        "nacre.optimizer.steps",
                        "3",
                        "nacre.optimizer.learning_rate",
                        "0.25",
                        "nacre.optimizer.accumulated",
                        "0"),
                read.metadata());
        assertArrayEquals(
                adam.state().get("net.bias.exp_avg").data(),
                read.tensors().get("net.bias.exp_avg").data());
    }

    @Test
    void parametersOfOneNameAreKeptApart() {
        Parameter one = new Parameter("w", 1);
        Parameter two = new Parameter("w", 1);
        Sgd sgd = Sgd.of(1).momentum(0.5).over(List.of(one, two));
        one.gradients()[0] = 1;
        two.gradients()[0] = 2;
        sgd.step();
        assertEquals(1, sgd.state().get("w.momentum_buffer").data()[0]);
        assertEquals(2, sgd.state().get("w#2.momentum_buffer").data()[0]);
        assertThrows(UnsupportedOperationException.class, () -> sgd.state().clear());
    }

    @Test
    void refusesOtherKindsOfFiles() {
        Trace trace = new Trace();
        Adam adam = Adam.of(1).over(trace.parameters());
        Path file = folder.resolve("x.safetensors");
        AdamW.of(1).over(trace.parameters()).save(file);
        assertMessage(
                file + " is a state of 'AdamW', not of Adam: load it where it was saved from; nothing was changed",
                () -> adam.load(file));
        Checkpoint.save(file, Map.of("net.weight", trace.weight.value()), 1, 2, Mode.TRAIN);
        assertMessage(
                file + " is not a state of Adam: it has no metadata nacre.kind, as files of weights do not; "
                        + "nothing was changed",
                () -> adam.load(file));
        Path none = folder.resolve("none");
        assertEquals(
                "cannot read the state from " + none + ": there is no such file",
                assertThrows(UncheckedIOException.class, () -> adam.load(none)).getMessage());
        Path nowhere = none.resolve("file");
        assertEquals(
                "cannot write the state to " + nowhere + ": the folder " + none + " does not exist: create it first",
                assertThrows(UncheckedIOException.class, () -> adam.save(nowhere))
                        .getMessage());
        assertThrows(IllegalStateException.class, () -> Adam.of(1).load(file));
        assertThrows(IllegalStateException.class, () -> Adam.of(1).save(file));
    }

    @Test
    void refusesTheStateOfOtherParameters() {
        Trace trace = new Trace();
        Path file = folder.resolve("x.safetensors");
        Adam.of(1)
                .over(List.of(new Parameter("net.weight", 4), new Parameter("net.bias", 2)))
                .save(file);
        Adam adam = Adam.of(1).over(trace.parameters());
        trace.steps(adam, 0, 2);
        Map<String, Tensor> before = new LinkedHashMap<>();
        adam.state().forEach((name, tensor) -> before.put(name, tensor.copy()));
        assertMessage(
                "the state in " + file
                        + " does not fit this optimiser, nothing was changed (4 tensors in the optimiser, 4 in the file):\n"
                        + "    wrong shape of net.weight.exp_avg: the optimiser has 2x2, the file 4\n"
                        + "    wrong shape of net.weight.exp_avg_sq: the optimiser has 2x2, the file 4\n"
                        + "  load it into an optimiser with the options and over the parameters that it was saved with",
                () -> adam.load(file));
        assertEquals(2, adam.steps());
        before.forEach((name, tensor) ->
                assertArrayEquals(tensor.data(), adam.state().get(name).data()));
        Adam amsgrad = Adam.of(1).amsgrad().over(trace.parameters());
        adam.save(file);
        String message = assertThrows(IllegalArgumentException.class, () -> amsgrad.load(file))
                .getMessage();
        assertTrue(message.contains("missing net.weight.max_exp_avg_sq of shape 2x2"), message);
    }

    @Test
    void refusesBrokenNumbers() throws Exception {
        Trace trace = new Trace();
        Sgd sgd = Sgd.of(1).over(trace.parameters());
        assertBroken(sgd, "lacks the metadata nacre.optimizer.steps: expected a whole number, 0 or more", Map.of());
        assertBroken(
                sgd,
                "has the metadata nacre.optimizer.steps = 'three': expected a whole number, 0 or more",
                Map.of("nacre.optimizer.steps", "three"));
        assertBroken(
                sgd,
                "has the metadata nacre.optimizer.steps = '-3': expected a whole number, 0 or more",
                Map.of("nacre.optimizer.steps", "-3"));
        assertBroken(
                sgd,
                "has the metadata nacre.optimizer.learning_rate = 'fast': expected a number",
                Map.of(
                        "nacre.optimizer.steps",
                        "3",
                        "nacre.optimizer.accumulated",
                        "0",
                        "nacre.optimizer.learning_rate",
                        "fast"));
        assertEquals(0, sgd.steps());
    }

    private void assertBroken(Optimizer optimizer, String problem, Map<String, String> numbers) throws Exception {
        Path file = folder.resolve("broken.safetensors");
        Map<String, String> metadata = new LinkedHashMap<>(numbers);
        metadata.put("nacre.kind", "Sgd");
        SafeTensors.write(file, Map.of(), metadata);
        assertTrue(Files.exists(file));
        assertEquals(
                "cannot read the state: " + file + " " + problem,
                assertThrows(UncheckedIOException.class, () -> optimizer.load(file))
                        .getMessage());
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
