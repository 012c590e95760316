package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a first prediction loads. Each class takes it a fifth of a millisecond; and that the verifier loads none for its checks of types can
 * only be seen here.
 */
class FirstPredictionTest {
    /** Those of the runtime and of the network. */
    private static final int MOST = 40;

    @TempDir
    Path folder;

    @Test
    void loadsFewClassesAndNoKernels() throws IOException, InterruptedException {
        List<String> lines = run(0, "-Xlog:class+load");
        List<String> loaded =
                lines.stream().filter(line -> line.contains(" dev.nacre.")).toList();
        String all = String.join("\n", loaded);
        assertTrue(all.contains("PackedWeights "), all);
        assertTrue(loaded.stream().noneMatch(line -> line.contains("Kernels ")), all);
        assertTrue(loaded.size() <= MOST, loaded.size() + " classes:\n" + all);
        assertTrue(lines.stream().noneMatch(line -> line.contains("InnerClassLambdaMetafactory ")), "a lambda");
    }

    @Test
    void hearsOfAWrongProviderAllTheSame() throws IOException, InterruptedException {
        String output = String.join("\n", run(1, "-Dnacre.kernels=victor"));
        assertTrue(output.contains("nacre.kernels is \"victor\", but must be \"plain\" or \"vector\""), output);
    }

    private List<String> run(int status, String option) throws IOException, InterruptedException {
        Path weights = folder.resolve("weights");
        FashionMlpNetwork.create(1).save(weights);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FirstPrediction.class.getName(),
                        weights.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "took longer than a minute");
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertEquals(status, process.exitValue(), () -> String.join("\n", lines));
        return lines;
    }
}
