package dev.nacre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documentation shows is what the processor writes. After a change of the processor, copy the files from
 * {@code target/generated-sources/annotations} and read what changed.
 */
class GeneratedSourceTest {
    @ParameterizedTest
    @ValueSource(strings = {"FashionMlpNetwork.java", "FashionMlpPredictor.java"})
    void documentationIsUpToDate(String file) throws IOException {
        Path generated = Path.of("target/generated-sources/annotations/dev/nacre/examples");
        assertEquals(
                Files.readString(generated.resolve(file)),
                Files.readString(Path.of("../docs/generated").resolve(file)),
                file);
    }
}
