package dev.nacre.verification.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Every case of a loss that there is is run, or listed here with the reason. */
class LossCasesTest {
    private static final Map<String, String> LISTED = Map.of();

    @Test
    void everyCaseIsRunOrListed() throws IOException {
        Set<String> all = new TreeSet<>();
        try (InputStream in = LossCasesTest.class.getResourceAsStream("/conformance/loss-cases.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> all.add(line.replace('\t', ' ')));
        }
        Set<String> found = new TreeSet<>(LISTED.keySet());
        add(found, "pytorch", PyTorchLossTest.losses());
        PyTorchLossTest.SINGLE.forEach(name -> found.add("pytorch " + name));
        add(found, "onnx", OnnxLossTest.whole());
        add(found, "onnx", OnnxLossTest.each());
        assertEquals(all, found);
    }

    private static void add(Set<String> found, String origin, Stream<Arguments> cases) {
        cases.forEach(arguments -> found.add(origin + " " + arguments.get()[0]));
    }
}
