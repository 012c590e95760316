package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Declarations.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        OwnMembers.checkPackage(compilation, type, findings);
        if (kind != Kind.OTHER) {
            Set<String> named = namedTypes(blocks);
            named.add(Names.simpleNames(type).get(0));
            new OwnMembers(compilation, type, findings).checkTypes(methods.owners(), named);
        }
        return Optional.of(new Declarations.Network(
                Names.packageName(type),
                Names.simpleNames(type),
                kind,
                Visibility.isPublicEverywhere(type),
                stack,
                input,
                blocks,
                methods.names(),
                Suppressions.around(type),
                new JavacLints(compilation, type).of(methods),
                SourcePosition.of(type)));
    }

    /** @return the outermost names of the types of inputs and labels */
    private static Set<String> namedTypes(List<Declarations.Block> blocks) {
        Set<String> named = new HashSet<>();
        for (Declarations.Block block : blocks) {
            for (Declarations.Argument argument : block.arguments()) {
                if (argument.type() instanceof Declarations.EnumType type) {
                    named.add(type.simpleNames().get(0));
                } else if (argument.type() instanceof Declarations.RecordType type) {
                    named.add(type.simpleNames().get(0));
                }
            }
        }
        return named;
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
}
