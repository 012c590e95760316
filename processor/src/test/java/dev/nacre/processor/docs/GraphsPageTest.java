package dev.nacre.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nacre.processor.errors.MemoryCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of graphs: its declarations compile, and the residual network is as short as the page says. */
class GraphsPageTest {
    static List<String> examples() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/graphs.md"));
        return new Section("Graphs", lines).examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void compiles(String example) {
        MemoryCompiler.Outcome outcome = LanguageReferenceTest.compile(example);
        assertTrue(outcome.success(), () -> example + outcome.errors());
    }

    @Test
    void linesOfResNet20() throws IOException {
        String network = examples().get(0);
        assertTrue(network.contains("interface ResNet20"), network);
        assertEquals(22, network.lines().filter(line -> !line.isBlank()).count());
    }
}
