package dev.nacre.processor.model;

import java.util.List;
import java.util.function.Consumer;

/** Hands problems on and remembers whether there was an error. */
final class Reporter {
    private final Consumer<Problem> problems;
    private boolean failed;

    Reporter(Consumer<Problem> problems) {
        this.problems = problems;
    }

    boolean failed() {
        return failed;
    }

    void error(Position position, Message message) {
        error(position, message, List.of());
    }

    void error(Position position, Message message, List<String> trails) {
        pass(new Problem(Problem.Severity.ERROR, position, message.text(trails)));
    }

    void warning(Position position, Message message) {
        pass(new Problem(Problem.Severity.WARNING, position, message.text(List.of())));
    }

    void pass(Problem problem) {
        failed |= problem.severity() == Problem.Severity.ERROR;
        problems.accept(problem);
    }
}
