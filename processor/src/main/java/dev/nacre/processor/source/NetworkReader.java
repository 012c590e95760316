package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Declarations.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads a type with {@code @Network}. */
final class NetworkReader {
    private final Compilation compilation;

    NetworkReader(Compilation compilation) {
        this.compilation = compilation;
    }

    Reading read(TypeElement type) {
        Findings findings = new Findings();
        new TypeChecks(compilation).check(type, findings);
        StrayAnnotations.checkConcreteMethods(type, ComponentMarks.of(type), findings);
        Optional<Declarations.Network> network = findings.isBroken() ? Optional.empty() : network(type, findings);
        return new Reading(
                type, findings.isBroken() ? Optional.empty() : network, findings.problems(), findings.isUnresolved());
    }

    private Optional<Declarations.Network> network(TypeElement type, Findings findings) {
        StackReader stacks = new StackReader(compilation);
        InheritedMethods methods = new InheritedMethods(compilation, type, findings);
        Kind kind = kind(type);
        List<Declarations.Layer> stack = stacks.layers(type, type, findings);
        Optional<Declarations.Input> input = stacks.input(type, type, findings);
        if (findings.isUnresolved()) {
            return Optional.empty();
        }
        if (kind != Kind.OTHER) {
            new OwnMembers(compilation, type, findings).check(methods.owners());
        }
        if (kind == Kind.OTHER) {
            checkNoBlocks(type, methods, findings);
        }
        List<Declarations.Block> blocks =
                kind == Kind.OTHER ? List.of() : new BlockReader(compilation, type, methods, findings).read();
        return Optional.of(new Declarations.Network(
                Names.packageName(type),
                Names.simpleNames(type),
                kind,
                Visibility.isPublicEverywhere(type),
                stack,
                input,
                blocks,
                methods.names(),
                suppressed(type),
                SourcePosition.of(type)));
    }

    private static Kind kind(TypeElement type) {
        if (type.getKind() == ElementKind.INTERFACE) {
            return Kind.INTERFACE;
        }
        return TypeChecks.isAbstractClass(type) ? Kind.ABSTRACT_CLASS : Kind.OTHER;
    }

    /** In a class the compiler itself reports a method without body; enums may have them. */
    private void checkNoBlocks(TypeElement type, InheritedMethods methods, Findings findings) {
        for (ExecutableElement method : methods.unimplemented()) {
            if (type.getKind() == ElementKind.ENUM && !Language.marks(method).isEmpty()) {
                findings.breaking(
                        compilation.position(method, type),
                        SourceMessages.blocksNeedAbstractType(
                                method.getSimpleName().toString(), Names.display(type), Names.kind(type)));
                return;
            }
            if (type.getKind() != ElementKind.ENUM) {
                findings.brokenElsewhere();
            }
        }
    }

    private static Set<String> suppressed(TypeElement type) {
        Set<String> suppressed = new TreeSet<>();
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            suppressed.addAll(StackReader.suppressed(around));
        }
        return suppressed;
    }
}
