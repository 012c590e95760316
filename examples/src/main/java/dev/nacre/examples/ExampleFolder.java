package dev.nacre.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this module lies: examples run from the root of the repository or from the module itself. */
final class ExampleFolder {
    private ExampleFolder() {}

    static Path locate() {
        for (String candidate : new String[] {"examples", "."}) {
            Path folder = Path.of(candidate).normalize();
            if (Files.isDirectory(folder.resolve("data").resolve("iris"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder examples/data below "
                + Path.of("").toAbsolutePath() + ": run from the root of the repository");
    }
}
