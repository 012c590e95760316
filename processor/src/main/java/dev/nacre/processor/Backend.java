package dev.nacre.processor;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Everything behind the source package: from one declaration to the sources generated for it. */
public interface Backend {
    /**
     * Checks a network and writes its classes.
     *
     * @param network what the user wrote
     * @param others the networks of the same compilation, by qualified name
     * @param problems takes what the user should hear; after an error the files are not written
     * @return the sources to write
     */
    List<GeneratedFile> process(
            Declarations.Network network,
            Function<String, Optional<Declarations.Network>> others,
            Consumer<Problem> problems);
}
