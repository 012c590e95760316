package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistExampleTest {
    private static final String SHIPPED = "data/fashion-mnist";

    @TempDir
    Path folder;

    private static Output run(String... args) {
        return Output.of(() -> Launcher.run(new FashionMnistExample(), args));
    }

    @Test
    void trainsAndWritesWeightsAndPicture() throws IOException {
        Output output =
                run("--data", SHIPPED, "--output", folder.toString(), "--epochs", "2", "--learning-rate", "0.2");
        assertEquals(0, output.exitCode(), output.err());
        assertTrue(output.out().contains("(10,000 training and 2,000 test images)"), output.out());
        assertTrue(output.out().contains("epoch  training loss  validation loss  accuracy  samples/s"), output.out());
        assertTrue(Files.size(folder.resolve("fashion-mlp.safetensors")) > 4 * 269_322);
        assertTrue(Files.size(folder.resolve("loss.png")) > 1000);
        List<String> words = output.out()
                .lines()
                .filter(line -> line.startsWith("    2 "))
                .flatMap(line -> Stream.of(line.trim().split("\\s+")))
                .toList();
        assertTrue(Double.parseDouble(words.get(3)) > 0.3, output.out());
    }

    @Test
    void aMissingFolderIsOneClearLine() {
        Path missing = folder.resolve("missing");
        assertError(
                missing + ": no such folder; it should hold train-images-idx3-ubyte.gz and three more files",
                "--data",
                missing.toString());
    }

    @Test
    void aMissingOrBrokenFileIsOneClearLine() throws IOException {
        Path images = folder.resolve("train-images-idx3-ubyte.gz");
        assertError(images + ": no such file", "--data", folder.toString());
        byte[] whole = Files.readAllBytes(Path.of(SHIPPED, "train-images-idx3-ubyte.gz"));
        Files.write(images, Arrays.copyOf(whole, whole.length / 2));
        assertError(images + ": the file ends early: it was cut off; fetch it again", "--data", folder.toString());
    }

    @Test
    void wrongNumbersAreOneClearLine() {
        assertError("epochs 0: at least 1", "--data", SHIPPED, "--epochs", "0");
    }

    @Test
    void anOutputThatIsAFileIsOneClearLine() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Output output = run("--output", file.toString());
        assertEquals(1, output.exitCode());
        assertEquals(
                "error: cannot write to " + file + ": this is a file, not a folder",
                output.err().strip());
    }

    @Test
    void aPictureThatCannotBeWrittenIsOneClearLine() throws IOException {
        Path picture = Files.createDirectory(folder.resolve("loss.png"));
        assertError(
                "cannot write the loss curve to " + picture + ": this is not a file: give the path of a file",
                "--data",
                SHIPPED,
                "--epochs",
                "1");
    }

    private void assertError(String message, String... args) {
        String[] all = Stream.concat(Stream.of(args), Stream.of("--output", folder.toString()))
                .toArray(String[]::new);
        Output output = run(all);
        assertEquals(1, output.exitCode());
        assertEquals("error: " + message, output.err().strip());
    }
}
