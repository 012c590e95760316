package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the blocks of one network: its own abstract methods and those it inherits. */
final class BlockReader {
    private final Compilation compilation;
    private final StackReader stacks;
    private final ValueTypes valueTypes;
    private final TypeElement network;
    private final InheritedMethods methods;
    private final Findings findings;
    private final Set<TypeElement> ownersWithoutNames = new HashSet<>();

    BlockReader(Compilation compilation, TypeElement network, InheritedMethods methods, Findings findings) {
        this.compilation = compilation;
        this.stacks = new StackReader(compilation);
        this.valueTypes = new ValueTypes(compilation, stacks);
        this.network = network;
        this.methods = methods;
        this.findings = findings;
    }

    /** @return the blocks in source order, inherited ones first */
    List<Declarations.Block> read() {
        List<Declarations.Block> blocks = new ArrayList<>();
        List<ExecutableElement> distinct = distinct();
        for (ExecutableElement method : distinct) {
            blocks.add(block(method));
        }
        if (!distinct.isEmpty() && distinct.stream().noneMatch(BlockReader::hasStack)) {
            // With layers on the type these methods would seem to be what the layers stand in the way of.
            findings.brokenElsewhere();
        }
        return List.copyOf(blocks);
    }

    /** Two unrelated supertypes may declare the same method: the one with layers counts. */
    private List<ExecutableElement> distinct() {
        List<ExecutableElement> distinct = new ArrayList<>();
        for (ExecutableElement method : methods.unimplemented()) {
            int same = -1;
            for (int i = 0; i < distinct.size() && same < 0; i++) {
                same = methods.isSame(distinct.get(i), method) ? i : -1;
            }
            if (same < 0) {
                distinct.add(method);
            } else if (hasMarks(method)) {
                if (hasMarks(distinct.get(same))) {
                    inheritedTwice(distinct.get(same), method);
                }
                distinct.set(same, method);
            }
        }
        return distinct;
    }

    private void inheritedTwice(ExecutableElement one, ExecutableElement other) {
        findings.breaking(
                SourcePosition.of(network),
                SourceMessages.inheritedTwice(
                        one.getSimpleName().toString(),
                        Names.display((TypeElement) one.getEnclosingElement()),
                        Names.display((TypeElement) other.getEnclosingElement()),
                        Names.display(network)));
    }

    private Declarations.Block block(ExecutableElement method) {
        SourcePosition position = compilation.position(method, network);
        check(method, position);
        List<? extends TypeMirror> parameterTypes = methods.inType(method).getParameterTypes();
        List<Declarations.Argument> arguments = new ArrayList<>();
        Set<String> suppressed = new TreeSet<>(Suppressions.on(method));
        for (int i = 0; i < parameterTypes.size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            suppressed.addAll(Suppressions.on(parameter));
            arguments.add(argument(parameter, parameterTypes.get(i)));
        }
        List<Declarations.Layer> stack = stacks.layers(method, network, findings);
        if (!hasStack(method)) {
            findings.error(
                    position, SourceMessages.noLayers(method.getSimpleName().toString()));
        }
        return new Declarations.Block(
                method.getSimpleName().toString(),
                stack,
                List.copyOf(arguments),
                valueTypes.read(methods.inType(method).getReturnType(), position, Names.packageName(network), findings),
                method.getModifiers().contains(Modifier.PUBLIC)
                        || method.getEnclosingElement().getKind().isInterface(),
                suppressed,
                position);
    }

    private Declarations.Argument argument(VariableElement parameter, TypeMirror type) {
        SourcePosition position = compilation.position(parameter, network);
        return new Declarations.Argument(
                parameter.getSimpleName().toString(),
                valueTypes.read(type, position, Names.packageName(network), findings),
                stacks.layers(parameter, network, findings),
                stacks.input(parameter, network, findings),
                position);
    }

    private void check(ExecutableElement method, SourcePosition position) {
        String name = method.getSimpleName().toString();
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (!method.getTypeParameters().isEmpty()) {
            findings.error(position, SourceMessages.genericMethod(name, Names.typeParameters(method)));
        }
        if (method.isVarArgs()) {
            VariableElement last =
                    method.getParameters().get(method.getParameters().size() - 1);
            findings.breaking(
                    compilation.position(last, network),
                    SourceMessages.varargs(name, last.getSimpleName().toString()));
        }
        boolean packagePrivate = !owner.getKind().isInterface()
                && !method.getModifiers().contains(Modifier.PUBLIC)
                && !method.getModifiers().contains(Modifier.PROTECTED);
        if (packagePrivate && !Names.packageName(owner).equals(Names.packageName(network))) {
            findings.error(
                    SourcePosition.of(network),
                    SourceMessages.invisibleMethod(name, Names.display(owner), Names.display(network)));
        }
        if (hasStack(method) && namesAreMissing(method) && ownersWithoutNames.add(owner)) {
            findings.breaking(
                    SourcePosition.of(network),
                    SourceMessages.missingNames(name, Names.display(owner), Names.display(network)));
        }
    }

    /** Compilers make up arg0, arg1, ... for class files that have no names. */
    private boolean namesAreMissing(ExecutableElement method) {
        if (method.getParameters().isEmpty() || compilation.isSource(method)) {
            return false;
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (!method.getParameters().get(i).getSimpleName().contentEquals("arg" + i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasStack(ExecutableElement method) {
        return Stream.concat(Stream.of(method), method.getParameters().stream())
                .flatMap(element -> element.getAnnotationMirrors().stream())
                .anyMatch(annotation -> Language.isUnresolved(annotation) || Language.isPartOfStack(annotation));
    }

    private static boolean hasMarks(ExecutableElement method) {
        return !Language.marks(method).isEmpty()
                || method.getParameters().stream()
                        .anyMatch(parameter -> !Language.marks(parameter).isEmpty());
    }
}
