package dev.nacre.processor.source;

import dev.nacre.processor.model.Position;
import dev.nacre.processor.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What reading one type found out beside its declaration. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();
    private boolean unresolved;
    private boolean broken;

    /** A mistake that leaves the declaration as meant: the checks behind still run, for what else they find. */
    void error(Position position, String text) {
        problems.add(new Problem(Problem.Severity.ERROR, position, text));
    }

    /** Something that is possible and probably not meant. */
    void warning(Position position, String text) {
        problems.add(new Problem(Problem.Severity.WARNING, position, text));
    }

    /** A mistake after which the declaration cannot be read on: further checks would report its consequences. */
    void breaking(Position position, String text) {
        error(position, text);
        broken = true;
    }

    /** The declaration cannot be read because of a mistake that is reported elsewhere. */
    void brokenElsewhere() {
        broken = true;
    }

    /** Something is missing that another processor may still generate; if not, the compiler reports it. */
    void unresolved() {
        unresolved = true;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    boolean isUnresolved() {
        return unresolved;
    }

    boolean isBroken() {
        return broken;
    }
}
