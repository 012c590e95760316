package dev.nacre.processor.source;

import dev.nacre.processor.model.Problem;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints problems where they are. */
final class Reporter {
    private final Messager messager;
    private final Set<Problem> printed = new HashSet<>();

    Reporter(Messager messager) {
        this.messager = messager;
    }

    /** Prints a problem once: blocks that several networks inherit have the same problem in each. */
    void print(Problem problem) {
        if (!printed.add(problem)) {
            return;
        }
        Diagnostic.Kind kind =
                problem.severity() == Problem.Severity.ERROR ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
        if (!(problem.position() instanceof SourcePosition position)) {
            messager.printMessage(kind, problem.text());
        } else if (position.place() != null) {
            position.place().print(kind, problem.text());
        } else {
            messager.printMessage(kind, problem.text(), position.element(), position.annotation(), position.value());
        }
    }
}
