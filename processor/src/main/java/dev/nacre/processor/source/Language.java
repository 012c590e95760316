package dev.nacre.processor.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * What each annotation is to the language. Known by name: the processor does not depend on the annotations' classes.
 */
final class Language {
    static final String PACKAGE = "dev.nacre.annotations";
    static final String NETWORK = PACKAGE + ".Network";
    static final String IN = PACKAGE + ".In";
    static final String STACK = PACKAGE + ".Stack";
    static final String APPLY = PACKAGE + ".Apply";
    static final String PLAN = PACKAGE + ".Plan";

    private static final Set<String> NOT_LAYERS = Set.of(NETWORK, IN, STACK, PLAN);

    private Language() {}

    /** @return the annotation's type; for an unresolved one a stand-in of the compiler */
    static TypeElement typeOf(AnnotationMirror annotation) {
        return (TypeElement) annotation.getAnnotationType().asElement();
    }

    static boolean isUnresolved(AnnotationMirror annotation) {
        return annotation.getAnnotationType().getKind() == TypeKind.ERROR;
    }

    static Optional<AnnotationMirror> find(Element element, String qualifiedName) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (typeOf(annotation).getQualifiedName().contentEquals(qualifiedName)) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    static boolean has(Element element, String qualifiedName) {
        return find(element, qualifiedName).isPresent();
    }

    /** @return whether it is a layer, a Use, a Repeat or an initialiser: what a stack is made of */
    static boolean isLayer(TypeElement annotationType) {
        return annotationType.getEnclosingElement() instanceof PackageElement around
                && around.getQualifiedName().contentEquals(PACKAGE)
                && !NOT_LAYERS.contains(annotationType.getQualifiedName().toString());
    }

    /** @return whether layers stand on it, with {@code @Stack} or with {@code @Stack} forgotten */
    static boolean isComposite(TypeElement annotationType) {
        if (annotationType.getKind() != ElementKind.ANNOTATION_TYPE || isLayer(annotationType)) {
            return false;
        }
        if (has(annotationType, STACK)) {
            return true;
        }
        for (AnnotationMirror annotation : annotationType.getAnnotationMirrors()) {
            if (isLayer(typeOf(annotation)) || contained(typeOf(annotation)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return whether the annotation belongs into a stack: a layer, a composite, or several of one in their container
     */
    static boolean isPartOfStack(AnnotationMirror annotation) {
        TypeElement type = typeOf(annotation);
        return isLayer(type) || isComposite(type) || contained(type).isPresent();
    }

    /** @return the layers, composites and {@code @In} on an element */
    static List<AnnotationMirror> marks(Element element) {
        return element.getAnnotationMirrors().stream()
                .<AnnotationMirror>map(annotation -> annotation)
                .filter(annotation -> isPartOfStack(annotation)
                        || typeOf(annotation).getQualifiedName().contentEquals(IN))
                .toList();
    }

    /** @return what the annotation type is the container of, if that is a layer or a composite */
    static Optional<TypeElement> contained(TypeElement annotationType) {
        for (ExecutableElement member : ElementFilter.methodsIn(annotationType.getEnclosedElements())) {
            if (member.getSimpleName().contentEquals("value")
                    && member.getReturnType() instanceof ArrayType array
                    && array.getComponentType() instanceof DeclaredType declared
                    && declared.asElement() instanceof TypeElement candidate
                    && candidate.getKind() == ElementKind.ANNOTATION_TYPE
                    && isContainer(annotationType, candidate)
                    && (isLayer(candidate) || has(candidate, STACK))) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isContainer(TypeElement container, TypeElement candidate) {
        return find(candidate, "java.lang.annotation.Repeatable")
                .flatMap(repeatable -> value(repeatable, "value"))
                .map(AnnotationValue::getValue)
                .filter(value -> value instanceof TypeMirror)
                .filter(value -> value instanceof DeclaredType declared
                        && declared.asElement().equals(container))
                .isPresent();
    }

    /** @return the option's value as the user wrote it, empty where it is the default */
    static Optional<AnnotationValue> value(AnnotationMirror annotation, String option) {
        for (var entry : annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(option)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    /** @return the annotations inside a container */
    static List<AnnotationMirror> contents(AnnotationMirror container) {
        return value(container, "value").map(AnnotationValue::getValue).stream()
                .flatMap(value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
                .map(value -> value instanceof AnnotationValue wrapped ? wrapped.getValue() : value)
                .filter(AnnotationMirror.class::isInstance)
                .map(AnnotationMirror.class::cast)
                .toList();
    }
}
