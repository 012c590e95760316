package dev.nacre.examples;

import dev.nacre.data.DataException;
import dev.nacre.training.NonFiniteException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs an example from the command line. What a user can cause is one line on the standard error stream, exit code 1. */
final class Launcher {
    private Launcher() {}

    static int run(Callable<Integer> example, String... args) {
        return new CommandLine(example)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    if (!isPlain(problem)) {
                        throw problem;
                    }
                    command.getErr().println("error: " + problem.getMessage());
                    return 1;
                })
                .execute(args);
    }

    /** Whether the message says all, and a stack trace would only hide it. */
    private static boolean isPlain(Exception problem) {
        return problem instanceof DataException
                || problem instanceof UncheckedIOException
                || problem instanceof NonFiniteException
                || problem instanceof IllegalArgumentException
                || problem instanceof IllegalStateException;
    }
}
