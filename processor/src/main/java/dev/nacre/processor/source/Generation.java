package dev.nacre.processor.source;

import dev.nacre.processor.Backend;
import dev.nacre.processor.GeneratedFile;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Position;
import dev.nacre.processor.model.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;

/** Hands one network to the back end and writes what comes back, unless there was an error. */
final class Generation {
    private final Compilation compilation;
    private final Reporter reporter;
    private final Filer filer;
    private final Backend backend;
    private final Map<String, String> ownerOf = new HashMap<>();

    Generation(Compilation compilation, Reporter reporter, Filer filer, Backend backend) {
        this.compilation = compilation;
        this.reporter = reporter;
        this.filer = filer;
        this.backend = backend;
    }

    /**
     * @param others the networks of this compilation, by qualified name
     * @param uses those of them that this network uses
     */
    void run(Reading reading, Function<String, Optional<Declarations.Network>> others, Set<String> uses) {
        Report report = new Report();
        reading.problems().forEach(report::add);
        checkNames(reading.type(), report);
        boolean usesBroken = uses.stream().anyMatch(used -> others.apply(used).isEmpty());
        if (reading.network().isEmpty() || usesBroken) {
            return;
        }
        Set<Position> blamed = positions(reading, Problem.Severity.ERROR);
        Set<Position> warned = positions(reading, Problem.Severity.WARNING);
        List<GeneratedFile> files = backend.process(reading.network().get(), others, problem -> {
            // A second problem at one place is what follows from the first.
            boolean follows = blamed.contains(problem.position())
                    || problem.severity() == Problem.Severity.WARNING && warned.contains(problem.position());
            if (!follows) {
                report.add(problem);
            }
        });
        if (!report.failed) {
            files.forEach(file -> write(file, reading.type()));
        }
    }

    private static Set<Position> positions(Reading reading, Problem.Severity severity) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() == severity)
                .map(Problem::position)
                .collect(Collectors.toSet());
    }

    /** Reports that the processor itself failed. */
    void failed(TypeElement type, Throwable failure) {
        error(type, SourceMessages.failed(Names.display(type), failure));
    }

    private void checkNames(TypeElement type, Report report) {
        for (String name : GeneratedNames.of(type)) {
            String display = Names.display(type);
            String other = ownerOf.putIfAbsent(name, display);
            String text = null;
            if (GeneratedNames.isTooLong(name)) {
                text = SourceMessages.nameTooLong(simple(name), display);
            } else if (other != null) {
                text = SourceMessages.sameGeneratedName(simple(name), other, display);
            } else if (compilation.isUsersSource(name)) {
                text = SourceMessages.nameTaken(simple(name), display);
            }
            if (text != null) {
                report.add(new Problem(Problem.Severity.ERROR, SourcePosition.of(type), text));
                return;
            }
        }
    }

    private void write(GeneratedFile file, TypeElement type) {
        compilation.addGenerated(file.qualifiedName());
        try (Writer writer = filer.createSourceFile(file.qualifiedName(), type).openWriter()) {
            writer.write(file.source());
        } catch (IOException failure) {
            error(type, SourceMessages.cannotWrite(file.qualifiedName(), String.valueOf(failure.getMessage())));
        }
    }

    private void error(TypeElement type, String text) {
        reporter.print(new Problem(Problem.Severity.ERROR, SourcePosition.of(type), text));
    }

    private static String simple(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    /** Prints the problems of one network and remembers whether one of them is an error. */
    private final class Report {
        private boolean failed;

        void add(Problem problem) {
            failed |= problem.severity() == Problem.Severity.ERROR;
            reporter.print(problem);
        }
    }
}
