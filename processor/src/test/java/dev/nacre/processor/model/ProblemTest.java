package dev.nacre.processor.model;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every wrong declaration of {@code problems.txt} with the place and the exact text of what is reported. */
class ProblemTest {
    @TestFactory
    Stream<DynamicTest> problems() throws IOException {
        return Sections.of("problems.txt", built -> String.join("\n", built.texts()));
    }
}
