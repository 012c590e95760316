package dev.nacre.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a program carries with it stays small. Skipped where the jars have not been built, as before mvn package. */
class JarSizeTest {
    /** Grows with the layers: dense networks alone took 390,000. */
    private static final int LIMIT = 478_000;

    @Test
    void runtimeAndAnnotationsTogetherStaySmall() {
        long bytes = size("runtime") + size("annotations");
        assertTrue(
                bytes < LIMIT,
                "the jars of runtime and annotations have " + bytes + " bytes together, and may have " + LIMIT);
    }

    private static long size(String module) {
        Path target = Path.of("..", module, "target");
        assumeTrue(Files.isDirectory(target), "no " + target);
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars = files.filter(file ->
                            file.getFileName().toString().matches("nacre-" + module + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .toList();
            assumeTrue(jars.size() == 1, "not one jar in " + target + ": " + jars);
            return Files.size(jars.get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
