package dev.nacre.verification.dropout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** D11: what evaluates as a type has no trace of dropout, neither in its source nor in its class file. */
class PredictorTraceTest {
    /** Not "random" alone: a block of Activated has that name, a leaky ReLU in evaluation. */
    private static final List<String> TRACES = List.of(
            "mask",
            "dropout",
            "threefry",
            "randomslopes",
            "java/util/random",
            "java.util.random",
            "seed",
            "runstate",
            "drawn",
            "bernoulli");

    /** The networks of the package above, all with dropout; their names say nothing of it. */
    static Stream<String> networks() {
        return Stream.of(
                "FashionMlp",
                "PlainMlp",
                "SmallMlp",
                "Extremes",
                "Activated",
                "SmallActivated",
                "Norms",
                "Iris",
                "TwoInputs",
                "Mixer",
                "Channels",
                "Encoder",
                "Block");
    }

    private static Path classes() {
        try {
            return Path.of(PredictorTraceTest.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolve("dev/nacre/verification");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> strings(String simpleName) throws IOException {
        try (InputStream in = Files.newInputStream(classes().resolve(simpleName + ".class"))) {
            return ConstantPool.strings(in);
        }
    }

    private static List<String> traces(List<String> strings) {
        return strings.stream()
                .filter(string -> TRACES.stream().anyMatch(string.toLowerCase(Locale.ROOT)::contains))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void theClassFileHasNone(String network) throws IOException {
        int read = 0;
        try (Stream<Path> files = Files.list(classes())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (name.equals(network + "Predictor") || name.startsWith(network + "Predictor$")) {
                    assertEquals(List.of(), traces(strings(name)), name);
                    read++;
                }
            }
        }
        assertTrue(read >= 1, "no predictor of " + network);
        // The test can tell: the network itself is full of them.
        assertTrue(traces(strings(network + "Network")).contains("dev/nacre/kernel/Mask"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void theSourceHasNone(String network) throws IOException {
        Path sources = classes().resolve("../../../../generated-test-sources/test-annotations/dev/nacre/verification");
        List<String> lines = Files.readAllLines(sources.resolve(network + "Predictor.java"));
        assertFalse(lines.isEmpty());
        assertEquals(List.of(), traces(lines));
        assertFalse(traces(Files.readAllLines(sources.resolve(network + "Network.java")))
                .isEmpty());
    }
}
