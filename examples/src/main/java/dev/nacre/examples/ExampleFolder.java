package dev.nacre.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
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

    /** Before the training: nobody wants to hear of a wrong folder after it. */
    static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new UncheckedIOException("cannot write to " + folder + ": this is a file, not a folder", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder " + folder + ": give another with --output", e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalStateException("cannot write to " + folder + ": permission denied");
        }
    }
}
