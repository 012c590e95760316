package dev.nacre.processor.source;

import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Names of types and methods, as generated code and as people want them. */
final class Names {
    private Names() {}

    /** @return the package's name, empty for the default package */
    static String packageName(Element element) {
        Element around = element;
        while (!(around instanceof PackageElement)) {
            around = around.getEnclosingElement();
        }
        return ((PackageElement) around).getQualifiedName().toString();
    }

    /** @return the outermost type's name first */
    static List<String> simpleNames(TypeElement type) {
        LinkedList<String> names = new LinkedList<>();
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            names.addFirst(around.getSimpleName().toString());
        }
        return List.copyOf(names);
    }

    /** @return Outer.Inner */
    static String display(TypeElement type) {
        return String.join(".", simpleNames(type));
    }

    /** @return Type.method */
    static String display(ExecutableElement method) {
        return display((TypeElement) method.getEnclosingElement()) + "." + method.getSimpleName();
    }

    /** @return the type without packages and annotations: List&lt;Tensor&gt; */
    static String display(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return display(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String arguments =
                    declared.getTypeArguments().stream().map(Names::display).collect(Collectors.joining(", "));
            return arguments.isEmpty() ? display(element) : display(element) + "<" + arguments + ">";
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null
                    ? "? extends " + display(wildcard.getExtendsBound())
                    : wildcard.getSuperBound() != null ? "? super " + display(wildcard.getSuperBound()) : "?";
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(Locale.ROOT) : type.toString();
    }

    /** @return K, V */
    static String typeParameters(Parameterizable generic) {
        return generic.getTypeParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(", "));
    }

    /** @return what kind of type it is, with its article */
    static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "an enum";
            case RECORD -> "a record";
            case INTERFACE -> "an interface";
            case ANNOTATION_TYPE -> "an annotation type";
            default ->
                type.getModifiers().contains(Modifier.ABSTRACT) ? "an abstract class" : "a class that is not abstract";
        };
    }

    static boolean isAbstract(ExecutableElement method) {
        if (method.getKind() != ElementKind.METHOD) {
            return false;
        }
        boolean inInterface = method.getEnclosingElement().getKind().isInterface();
        return method.getModifiers().contains(Modifier.ABSTRACT)
                || inInterface
                        && !method.isDefault()
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && !method.getModifiers().contains(Modifier.PRIVATE);
    }
}
