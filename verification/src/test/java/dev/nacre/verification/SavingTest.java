package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.io.SafeTensors;
import dev.nacre.network.Mode;
import dev.nacre.network.Network;
import dev.nacre.network.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of weights: what is in them under which name, and training that goes on from them. */
class SavingTest {
    @TempDir
    Path folder;

    static Stream<Subject> all() {
        return Subjects.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void comesBackWhole(Subject subject) throws IOException {
        Path file = folder.resolve("net.safetensors");
        Network network = Training.steps(subject, subject.create().apply(21), 3).mode(Mode.MONTE_CARLO);
        network.save(file);
        assertEquals(network.state().keySet(), SafeTensors.read(file).tensors().keySet());
        Network loaded = subject.load().apply(file);
        assertEquals(network.seed(), loaded.seed());
        assertEquals(network.step(), loaded.step());
        assertEquals(Mode.MONTE_CARLO, loaded.mode());
        assertEquals(names(network), names(loaded));
        network.state()
                .forEach((name, tensor) -> assertArrayEquals(
                        tensor.toArray(), loaded.state().get(name).toArray(), name));
    }

    /** Bit for bit, masks and statistics included. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void trainsOnAsIfNeverSaved(Subject subject) {
        Path file = folder.resolve("net.safetensors");
        Network network = Training.steps(subject, subject.create().apply(21), 3);
        network.save(file);
        Network loaded = subject.load().apply(file);
        Training.steps(subject, network, 3);
        Training.steps(subject, loaded, 3);
        network.state()
                .forEach((name, tensor) -> assertArrayEquals(
                        tensor.toArray(), loaded.state().get(name).toArray(), name));
    }

    /** Names are PyTorch's: block, layer, role; used networks in front, once where weights are shared. */
    @Test
    void namesUsedNetworks() {
        assertEquals(
                List.of(
                                "embedded.dense.weight",
                                "embedded.dense.bias",
                                "logits.dense.weight",
                                "logits.dense.bias",
                                "encoded.1.inner.dense.weight",
                                "encoded.1.inner.dense.bias",
                                "encoded.2.inner.dense.weight",
                                "encoded.2.inner.dense.bias",
                                "encoded.3.inner.dense.weight",
                                "encoded.3.inner.dense.bias",
                                "normed.inner.batchNorm.bias",
                                "normed.inner.batchNorm.running_mean",
                                "normed.inner.batchNorm.running_var",
                                "normed.inner.batchNorm.weight",
                                "normed.inner.dense.bias",
                                "normed.inner.dense.weight",
                                "sum.embedded.inner.dense.bias",
                                "sum.embedded.inner.dense.weight",
                                "tied.inner.dense.bias",
                                "tied.inner.dense.weight")
                        .stream()
                        .sorted()
                        .toList(),
                EncoderNetwork.create(1).state().keySet().stream().sorted().toList());
    }

    @Test
    void namesRepeatedLayersOfAStack() {
        assertEquals(
                List.of(
                        "dense1.weight",
                        "dense1.bias",
                        "batchNorm1.weight",
                        "batchNorm1.bias",
                        "dense2.weight",
                        "batchNorm3.weight",
                        "batchNorm3.bias",
                        "batchNorm4.weight",
                        "batchNorm4.bias",
                        "dense3.weight",
                        "dense3.bias"),
                names(PlainMlpNetwork.create(1)));
    }

    @Test
    void namesEdgesAndNorms() {
        assertEquals(
                List.of(
                        "a.dense.weight",
                        "a.dense.bias",
                        "a.batchNorm.weight",
                        "a.batchNorm.bias",
                        "b.dense.weight",
                        "b.dense.bias",
                        "b.batchNorm.weight",
                        "b.batchNorm.bias",
                        "out.x.dense.weight",
                        "out.x.dense.bias",
                        "out.x.batchNorm.weight",
                        "out.x.batchNorm.bias"),
                names(ResidualNetwork.create(1)));
    }

    /** A state_dict knows neither seed nor step: it is loaded to be evaluated. */
    @Test
    void readsAStateDict() throws IOException {
        Path file = folder.resolve("state_dict.safetensors");
        Network network = ResidualNetwork.create(3);
        SafeTensors.write(file, network.state(), Map.of());
        ResidualNetwork loaded = ResidualNetwork.load(file);
        assertEquals(Mode.EVAL, loaded.mode());
        network.state()
                .forEach((name, tensor) -> assertArrayEquals(
                        tensor.toArray(), loaded.state().get(name).toArray(), name));
    }

    @Test
    void refusesTheFileOfAnotherNetwork() {
        Path file = folder.resolve("other.safetensors");
        SmallMlpNetwork.create(1).save(file);
        String message = assertThrows(IllegalArgumentException.class, () -> ResidualNetwork.load(file))
                .getMessage();
        assertTrue(message.contains("a.dense.weight"), message);
        assertThrows(UncheckedIOException.class, () -> ResidualNetwork.load(folder.resolve("missing")));
    }

    private static List<String> names(Network network) {
        return network.parameters().stream().map(Parameter::name).toList();
    }
}
