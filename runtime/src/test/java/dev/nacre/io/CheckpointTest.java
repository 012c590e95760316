package dev.nacre.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nacre.network.Mode;
import dev.nacre.network.Parameters;
import dev.nacre.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    Path folder;

    private Path file;
    private final Parameters parameters = new Parameters();

    @BeforeEach
    void setUp() {
        file = folder.resolve("weights.safetensors");
        Arrays.fill(parameters.parameter("hidden1.dense.weight", 2, 3).values(), 0.5f);
        Arrays.fill(parameters.parameter("hidden1.dense.bias", 2).values(), 2);
        parameters.statistic("hidden1.batchNorm.running_var", 1, 2);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private String refusal(Map<String, Tensor> content) throws IOException {
        SafeTensors.write(file, content, Map.of());
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> Checkpoint.read(file).restore(parameters.state()))
                .getMessage();
    }

    private String failedRead() {
        return assertThrows(UncheckedIOException.class, () -> Checkpoint.read(file))
                .getMessage();
    }

    private String failedSave(Path to) {
        return assertThrows(UncheckedIOException.class, () -> Checkpoint.save(to, parameters.state(), 0, 0, Mode.TRAIN))
                .getMessage();
    }

    @Test
    void restoresWhatWasSaved() {
        Checkpoint.save(file, parameters.state(), -42, 1L << 40, Mode.MONTE_CARLO);
        parameters.state().values().forEach(tensor -> Arrays.fill(tensor.data(), 9));
        Checkpoint read = Checkpoint.read(file);
        assertEquals(-42, read.seed());
        assertEquals(1L << 40, read.step());
        assertEquals(Mode.MONTE_CARLO, read.mode());
        read.restore(parameters.state());
        assertEquals(0.5f, parameters.list().get(0).values()[5]);
        assertEquals(2, parameters.list().get(1).values()[1]);
        assertEquals(1, parameters.state().get("hidden1.batchNorm.running_var").get(1));
    }

    @Test
    void savesTheSameBytesAndNothingElse() throws IOException {
        Checkpoint.save(file, parameters.state(), 1, 2, Mode.TRAIN);
        byte[] first = Files.readAllBytes(file);
        Checkpoint.save(file, parameters.state(), 1, 2, Mode.TRAIN);
        assertArrayEquals(first, Files.readAllBytes(file));
        assertEquals(List.of("weights.safetensors"), names());
    }

    @Test
    void filesOfOthersHaveDefaults() throws IOException {
        Map<String, Tensor> content = new LinkedHashMap<>(parameters.state());
        content.put("hidden1.batchNorm.num_batches_tracked", Tensor.zeros());
        SafeTensors.write(file, content, Map.of("format", "pt"));
        Checkpoint read = Checkpoint.read(file);
        assertEquals(0, read.seed());
        assertEquals(0, read.step());
        assertEquals(Mode.EVAL, read.mode());
        read.restore(parameters.state());
    }

    @Test
    void listsEveryDifferenceAndChangesNothing() throws IOException {
        String message = refusal(Map.of(
                "hidden1.dense.weight", Tensor.zeros(3, 2),
                "hidden1.dense.bais", Tensor.zeros(2),
                "other", Tensor.zeros(1)));
        for (String part : List.of(
                "wrong shape of hidden1.dense.weight: the network has 2x3, the file 3x2",
                "missing hidden1.dense.bias of shape 2: the file has 'hidden1.dense.bais', is that the one?",
                "missing hidden1.batchNorm.running_var of shape 2\n",
                "unexpected 'hidden1.dense.bais' of shape 2",
                "unexpected 'other' of shape 1",
                "3 tensors in the network, 3 in the file",
                file.toString())) {
            assertTrue(message.contains(part), message);
        }
        assertEquals(0.5f, parameters.list().get(0).values()[0]);
    }

    @Test
    void capsTheList() throws IOException {
        Map<String, Tensor> content = new LinkedHashMap<>(parameters.state());
        for (int i = 0; i < 100; i++) {
            content.put("extra" + i, Tensor.zeros(1));
        }
        String message = refusal(content);
        assertTrue(message.contains("'extra19'") && message.contains("and 80 more"), message);
        assertFalse(message.contains("'extra20'"), message);
    }

    @Test
    void suggestsOnlyNamesThatAreNear() {
        List<String> names = List.of("encoder.weight", "hidden1.dense.weigth", "hidden2.dense.weight");
        assertEquals("hidden2.dense.weight", Similar.nearest("hidden1.dense.weight", names));
        assertEquals(null, Similar.nearest("bias", names));
        assertEquals(null, Similar.nearest("bias", List.of()));
    }

    @Test
    void refusesBrokenMetadata() throws IOException {
        for (Map<String, String> metadata :
                List.of(Map.of("nacre.seed", "x"), Map.of("nacre.step", "-1"), Map.of("nacre.step", "9".repeat(30)))) {
            SafeTensors.write(file, parameters.state(), metadata);
            assertTrue(failedRead().contains(metadata.keySet().iterator().next()));
        }
        SafeTensors.write(file, parameters.state(), Map.of("nacre.mode", "DREAM"));
        assertTrue(failedRead().contains("'DREAM': expected TRAIN, EVAL or MONTE_CARLO"));
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        assertEquals("cannot read weights from " + file + ": there is no such file", failedRead());
        Files.writeString(file, "not safetensors at all");
        assertTrue(
                failedRead().startsWith("cannot read weights: " + file + " is not a safetensors file"), failedRead());
    }

    @Test
    void saysWhyAFileCannotBeWritten() throws IOException {
        Path lost = folder.resolve("none").resolve("w");
        assertTrue(failedSave(lost).contains("the folder " + lost.getParent() + " does not exist"), failedSave(lost));
        assertTrue(failedSave(folder).contains("it is a folder"), failedSave(folder));
    }

    @Test
    void aFailureLeavesTheOldFile() throws IOException {
        Checkpoint.save(file, parameters.state(), 1, 2, Mode.TRAIN);
        byte[] before = Files.readAllBytes(file);
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, channel -> {
                    channel.write(java.nio.ByteBuffer.wrap(new byte[100]));
                    throw new IOException("the disk is full");
                }));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("weights.safetensors"), names());
    }

    @Test
    void aLeftOverTemporaryFileIsNotInTheWay() throws IOException {
        Path left = Files.writeString(folder.resolve(".weights.safetensors.0.tmp"), "left over");
        Checkpoint.save(file, parameters.state(), 7, 0, Mode.TRAIN);
        assertEquals(7, Checkpoint.read(file).seed());
        assertEquals("left over", Files.readString(left));
    }

    @Test
    void followsLinks() throws IOException {
        Path real = folder.resolve("real");
        Checkpoint.save(real, parameters.state(), 1, 0, Mode.TRAIN);
        assumeTrue(linked(real), "this file system has no symbolic links");
        Checkpoint.save(file, parameters.state(), 2, 0, Mode.TRAIN);
        assertTrue(Files.isSymbolicLink(file));
        assertEquals(2, Checkpoint.read(real).seed());
    }

    private boolean linked(Path to) {
        try {
            Files.createSymbolicLink(file, to);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
