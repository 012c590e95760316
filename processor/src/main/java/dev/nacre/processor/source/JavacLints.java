package dev.nacre.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Finds what javac's {@code -Xlint} would say of a generated class and what its user has decided already: deprecated types
 * stay in use there, and a network that is serializable makes a class that is.
 */
final class JavacLints {
    private final Compilation compilation;
    private final TypeElement network;
    private final Set<String> lints = new TreeSet<>();

    JavacLints(Compilation compilation, TypeElement network) {
        this.compilation = compilation;
        this.network = network;
    }

    /** @return what the generated class silences, sorted */
    Set<String> of(InheritedMethods methods) {
        around(network);
        methods.owners().forEach(this::around);
        for (ExecutableElement block : methods.unimplemented()) {
            note(block);
            types(block).forEach(this::value);
        }
        addIfSubtype("java.io.Serializable", "serial");
        addIfSubtype("java.lang.AutoCloseable", "try");
        return lints;
    }

    private static List<TypeElement> types(ExecutableElement block) {
        List<TypeElement> types = new ArrayList<>();
        for (VariableElement parameter : block.getParameters()) {
            element(parameter.asType()).ifPresent(types::add);
        }
        return types;
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** A record is read through its accessors, whose types are named too. */
    private void value(TypeElement type) {
        around(type);
        if (type.getKind() != ElementKind.RECORD) {
            return;
        }
        type.getRecordComponents().forEach(component -> {
            note(component);
            if (component.getAccessor() != null) {
                note(component.getAccessor());
            }
            element(component.asType()).ifPresent(this::around);
        });
    }

    private void around(Element element) {
        for (Element each = element; each instanceof TypeElement; each = each.getEnclosingElement()) {
            note(each);
        }
    }

    private void note(Element element) {
        Optional<AnnotationMirror> deprecated = Language.find(element, "java.lang.Deprecated");
        if (deprecated.isPresent()) {
            boolean removal = Language.value(deprecated.get(), "forRemoval")
                    .filter(value -> Boolean.TRUE.equals(value.getValue()))
                    .isPresent();
            lints.add(removal ? "removal" : "deprecation");
        }
    }

    private void addIfSubtype(String type, String lint) {
        compilation
                .type(type)
                .filter(found -> compilation.types().isSubtype(network.asType(), found.asType()))
                .ifPresent(found -> lints.add(lint));
    }
}
