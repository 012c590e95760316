package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the classes that {@code @Apply} names: their functions, as far as generated code can call them. */
final class FunctionTypes {
    private static final Set<String> FUNCTIONS = Set.of("value", "derivative");

    private final TypeChecks checks;

    FunctionTypes(Compilation compilation) {
        this.checks = new TypeChecks(compilation);
    }

    /** @param fromPackage where the generated class lies */
    Declarations.FunctionType read(TypeMirror type, String fromPackage) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return new Declarations.FunctionType(
                    Names.packageName(element),
                    Names.simpleNames(element),
                    true,
                    Visibility.hiding(element, fromPackage).map(Names::display),
                    methods(element, fromPackage));
        }
        return new Declarations.FunctionType("", List.of(Names.display(type)), false, Optional.empty(), List.of());
    }

    private List<Declarations.Method> methods(TypeElement type, String fromPackage) {
        List<Declarations.Method> methods = new ArrayList<>();
        Element current = type;
        while (current instanceof TypeElement owner) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                // The first one is the one that the subclass's name finds.
                if (FUNCTIONS.contains(method.getSimpleName().toString())) {
                    Declarations.Method read = method(method, fromPackage);
                    if (methods.stream().noneMatch(other -> overrides(other, read))) {
                        methods.add(read);
                    }
                }
            }
            current = owner.getSuperclass() instanceof DeclaredType above ? above.asElement() : null;
        }
        return List.copyOf(methods);
    }

    private static boolean overrides(Declarations.Method one, Declarations.Method other) {
        return one.name().equals(other.name()) && one.parameters().equals(other.parameters());
    }

    private Declarations.Method method(ExecutableElement method, String fromPackage) {
        return new Declarations.Method(
                method.getSimpleName().toString(),
                method.getParameters().stream()
                        .map(parameter -> Names.display(parameter.asType()))
                        .toList(),
                Names.display(method.getReturnType()),
                method.getModifiers().contains(Modifier.STATIC),
                isVisible(method, fromPackage),
                method.getThrownTypes().stream()
                        .filter(thrown -> thrown.getKind() == TypeKind.DECLARED && checks.isChecked(thrown))
                        .map(Names::display)
                        .toList());
    }

    private static boolean isVisible(ExecutableElement method, String fromPackage) {
        Set<Modifier> modifiers = method.getModifiers();
        return modifiers.contains(Modifier.PUBLIC)
                || !modifiers.contains(Modifier.PRIVATE)
                        && Names.packageName(method).equals(fromPackage);
    }
}
