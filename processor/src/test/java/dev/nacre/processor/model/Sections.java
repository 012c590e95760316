package dev.nacre.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Files of expected texts: a line of declarations behind three number signs, then what comes of them. */
final class Sections {
    private Sections() {}

    static Stream<DynamicTest> of(String resource, Function<Built, String> told) throws IOException {
        String text;
        try (InputStream in = Sections.class.getResourceAsStream(resource)) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return Arrays.stream(text.split("(?m)^### ")).skip(1).map(section -> {
            int end = section.indexOf('\n');
            String declarations = section.substring(0, end);
            String expected = section.substring(end + 1).strip();
            return DynamicTest.dynamicTest(declarations, () -> assertEquals(expected, told.apply(build(declarations))));
        });
    }

    /**
     * One network, or several with names: {@code Block = ... || Net = ...}; EMPTY stands for one that declares nothing.
     */
    static Built build(String declarations) {
        Built built = new Built();
        for (String network : declarations.split(" \\|\\| ")) {
            boolean named = network.matches("\\w+ = .*");
            int equals = network.indexOf(" = ");
            String text = named ? network.substring(equals + 3) : network;
            built.and(named ? network.substring(0, equals) : "Net", text.equals("EMPTY") ? "" : text);
        }
        return built;
    }
}
