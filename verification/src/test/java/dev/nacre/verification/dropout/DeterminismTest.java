package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nacre.kernel.Threads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * D20: the same bits on every JDK, with both providers, any number of threads and any vector width, and after saving. The numbers are
 * pinned, so whatever runs this test compares itself with all that ever ran it.
 */
class DeterminismTest {
    @TempDir
    private Path folder;

    @Test
    void masks() {
        assertEquals(Long.toHexString(Fingerprints.MASKS), Long.toHexString(Fingerprints.masks()));
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 3})
    void aHundredStepsWithAnyNumberOfThreads(int threads) {
        int before = Threads.count();
        Threads.count(threads);
        try {
            assertEquals(Long.toHexString(Fingerprints.WEIGHTS), Long.toHexString(Fingerprints.weights()));
        } finally {
            Threads.count(before);
        }
    }

    /** At a step in the middle, and with evaluations on the way. */
    @ParameterizedTest(name = "at step {0}")
    @ValueSource(ints = {1, 37})
    void savedAndResumed(int saved) {
        DropoutNetworks_DeepNetwork network = Fingerprints.network();
        Fingerprints.train(network, saved);
        Path file = folder.resolve("net.safetensors");
        network.save(file);
        DropoutNetworks_DeepNetwork resumed = DropoutNetworks_DeepNetwork.load(file);
        assertEquals(saved, resumed.step());
        resumed.eval().forward(dev.nacre.tensor.Tensor.zeros(3, 70));
        Fingerprints.train(resumed, Fingerprints.STEPS - saved);
        assertEquals(Long.toHexString(Fingerprints.WEIGHTS), Long.toHexString(Fingerprints.of(resumed)));
    }

    /** The faults that this is for: a resumed training whose masks begin anew, or go on one step later. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"0", "36", "38"})
    void aStepLostIsSeen(int step) {
        DropoutNetworks_DeepNetwork network = Fingerprints.network();
        Fingerprints.train(network, 37);
        network.step(step);
        Fingerprints.train(network, Fingerprints.STEPS - 37);
        assertNotEquals(Fingerprints.WEIGHTS, Fingerprints.of(network));
    }

    /** A virtual machine has one width for its life, so others are asked; this machine's own one is that of the tests above. */
    @ParameterizedTest(name = "{0} bits, {2} threads")
    @CsvSource({"128, , 3", "256, avx2, 2", "512, avx512f, 1"})
    @EnabledIfSystemProperty(named = "nacre.kernels", matches = "vector")
    void anyVectorWidth(int bits, String needs, int threads) throws IOException, InterruptedException {
        assumeTrue(needs == null || processorHas(needs), () -> "no " + needs + " here");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-Dnacre.kernels=vector",
                        "-Dnacre.vector.bits=" + bits,
                        "-Dnacre.threads=" + threads,
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Fingerprints.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "took longer than two minutes");
        String lines = Files.readString(output, StandardCharsets.UTF_8);
        assertTrue(lines.contains("VectorKernels with " + threads + " threads"), lines);
        assertTrue(lines.contains(Fingerprints.line(Fingerprints.MASKS, Fingerprints.WEIGHTS)), lines);
    }

    private static boolean processorHas(String flag) throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return Files.exists(info) && Files.readString(info).contains(flag);
    }
}
