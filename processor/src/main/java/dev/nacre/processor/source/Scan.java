package dev.nacre.processor.source;

import dev.nacre.processor.model.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Looks through a round's types for what is wrong outside of networks: composites, and annotations that nothing
 * reads.
 */
final class Scan {
    private final Compilation compilation;
    private final Reporter reporter;
    private final Set<String> inherited = new HashSet<>();

    Scan(Compilation compilation, Reporter reporter) {
        this.compilation = compilation;
        this.reporter = reporter;
    }

    void run(RoundEnvironment round) {
        compilation.networks().forEach(network -> compilation.type(network).ifPresent(this::addOwners));
        Set<TypeElement> roots = ElementFilter.typesIn(round.getRootElements());
        roots.forEach(this::inherit);
        for (TypeElement root : roots) {
            guarded(root);
            compilation
                    .trees()
                    .localNetworks(root)
                    .forEach(local ->
                            local.place().print(Diagnostic.Kind.ERROR, SourceMessages.localNetwork(local.name())));
        }
    }

    /** What is no network because the compiler refuses an annotation may be meant to be one. */
    private void inherit(TypeElement type) {
        if (compilation.isRefused(type)) {
            addOwners(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::inherit);
    }

    private void addOwners(TypeElement network) {
        new InheritedMethods(compilation, network, new Findings())
                .owners()
                .forEach(owner -> inherited.add(owner.getQualifiedName().toString()));
    }

    private void guarded(TypeElement type) {
        try {
            scan(type);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            reporter.print(new Problem(
                    Problem.Severity.ERROR,
                    SourcePosition.of(type),
                    SourceMessages.failed(Names.display(type), failure)));
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::guarded);
    }

    private void scan(TypeElement type) {
        Findings names = new Findings();
        Suppressions.check(type, names);
        names.problems().forEach(reporter::print);
        if (Language.has(type, Language.NETWORK) || compilation.isRefused(type)) {
            return;
        }
        Findings findings = new Findings();
        StrayAnnotations.checkConcreteMethods(type, ComponentMarks.of(type), findings);
        StrayAnnotations.checkUnread(
                type, inherited.contains(type.getQualifiedName().toString()), findings);
        if (Language.has(type, Language.STACK)) {
            checkComposite(type, findings);
        }
        findings.problems().forEach(reporter::print);
    }

    private void checkComposite(TypeElement composite, Findings findings) {
        Optional<Pipeline.Fault> fault =
                new Composites(compilation).resolve(composite, findings).fault();
        fault.filter(found -> found.composite().equals(composite))
                .ifPresent(found -> findings.error(SourcePosition.of(found.place()), found.text()));
    }
}
