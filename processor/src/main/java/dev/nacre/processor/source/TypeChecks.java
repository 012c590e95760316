package dev.nacre.processor.source;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** What Java demands of a type for a class to be generated from it. */
final class TypeChecks {
    private final Compilation compilation;

    TypeChecks(Compilation compilation) {
        this.compilation = compilation;
    }

    void check(TypeElement type, Findings findings) {
        SourcePosition position = compilation.position(type, type);
        String name = Names.display(type);
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            findings.breaking(position, SourceMessages.annotationType(name));
            return;
        }
        Optional<TypeElement> hiding = Visibility.hiding(type, Names.packageName(type));
        if (hiding.isPresent()) {
            findings.error(position, SourceMessages.privateType(name, Names.display(hiding.get())));
        }
        if (isInner(type)) {
            findings.error(position, SourceMessages.innerClass(name));
        }
        if (!type.getTypeParameters().isEmpty()) {
            findings.error(position, SourceMessages.genericType(name, Names.typeParameters(type)));
        }
        boolean extended = type.getKind() == ElementKind.INTERFACE || isAbstractClass(type);
        if (extended && type.getModifiers().contains(Modifier.SEALED)) {
            findings.error(position, SourceMessages.sealedType(name));
        }
        if (isAbstractClass(type)) {
            checkConstructor(type, position, findings);
        }
    }

    static boolean isAbstractClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static boolean isInner(TypeElement type) {
        Element around = type.getEnclosingElement();
        return type.getKind() == ElementKind.CLASS
                && around instanceof TypeElement
                && !around.getKind().isInterface()
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private void checkConstructor(TypeElement type, SourcePosition position, Findings findings) {
        List<ExecutableElement> fitting = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE))
                .toList();
        if (fitting.isEmpty()) {
            findings.error(position, SourceMessages.noConstructor(Names.display(type)));
            return;
        }
        for (TypeMirror thrown : fitting.get(0).getThrownTypes()) {
            if (thrown.getKind() == TypeKind.DECLARED && isChecked(thrown)) {
                findings.error(
                        compilation.position(fitting.get(0), type),
                        SourceMessages.throwingConstructor(Names.display(type), Names.display(thrown)));
            }
        }
    }

    /** @return whether Java demands that the exception is caught or declared */
    boolean isChecked(TypeMirror exception) {
        return !isSubtype(exception, "java.lang.RuntimeException") && !isSubtype(exception, "java.lang.Error");
    }

    private boolean isSubtype(TypeMirror type, String of) {
        return compilation
                .type(of)
                .filter(superclass -> compilation.types().isSubtype(type, superclass.asType()))
                .isPresent();
    }
}
