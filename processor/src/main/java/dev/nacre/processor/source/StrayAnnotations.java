package dev.nacre.processor.source;

import dev.nacre.processor.model.LintNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Finds annotations of the language where nothing would ever read them. */
final class StrayAnnotations {
    private StrayAnnotations() {}

    /**
     * Checks the methods of any type that are not blocks; each is one mistake, and so is a class that should be
     * abstract.
     */
    static void checkConcreteMethods(TypeElement type, ComponentMarks components, Findings findings) {
        components.report(findings);
        checkFields(type, findings);
        boolean reported = false;
        for (Element member : type.getEnclosedElements()) {
            if (!(member instanceof ExecutableElement method) || Names.isAbstract(method)) {
                continue;
            }
            Optional<SourcePosition> mark = firstMark(method, components);
            if (mark.isEmpty()) {
                continue;
            }
            boolean wouldBeBlock = method.getKind() == ElementKind.METHOD
                    && !method.getModifiers().contains(Modifier.STATIC)
                    && !hasBlocks(type);
            if (!wouldBeBlock) {
                findings.error(mark.get(), text(method, type, mark.get()));
            } else if (!reported) {
                reported = true;
                findings.breaking(mark.get(), needsAbstractType(method, type));
            }
        }
    }

    /** What may stand on a component may stand on its field, and so on all fields. */
    private static void checkFields(TypeElement type, Findings findings) {
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            boolean ofComponent = ComponentMarks.components(type).stream()
                    .anyMatch(component -> component.getSimpleName().equals(field.getSimpleName()));
            for (AnnotationMirror mark : ofComponent ? List.<AnnotationMirror>of() : Language.marks(field)) {
                findings.error(
                        SourcePosition.of(field).at(mark),
                        SourceMessages.field(
                                display(mark), field.getSimpleName().toString()));
            }
        }
    }

    private static Optional<SourcePosition> firstMark(ExecutableElement method, ComponentMarks components) {
        return Stream.concat(Stream.of(method), method.getParameters().stream())
                .flatMap(element -> Language.marks(element).stream()
                        .filter(annotation -> !components.owns(element, annotation))
                        .map(annotation -> SourcePosition.of(element).at(annotation)))
                .findFirst();
    }

    private static boolean hasBlocks(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE || TypeChecks.isAbstractClass(type);
    }

    private static String needsAbstractType(ExecutableElement method, TypeElement type) {
        return SourceMessages.blocksNeedAbstractType(
                method.getSimpleName().toString(), Names.display(type), Names.kind(type));
    }

    private static String text(ExecutableElement method, TypeElement type, SourcePosition mark) {
        String name = display(mark.annotation());
        return method.getKind() == ElementKind.CONSTRUCTOR
                ? SourceMessages.constructor(name, Names.display(type))
                : SourceMessages.concreteMethod(
                        name, kind(method), method.getSimpleName().toString());
    }

    private static String kind(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC)) {
            return "a static method";
        }
        return method.isDefault() ? "a default method" : "a method with a body";
    }

    /**
     * Checks the stack and the abstract methods of a type without {@code @Network}.
     *
     * @param inherited whether a network of this compilation inherits its blocks
     */
    static void checkUnread(TypeElement type, boolean inherited, Findings findings) {
        List<AnnotationMirror> onType = Language.marks(type);
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) {
            checkAnnotationType(type, onType, findings);
            return;
        }
        if (!onType.isEmpty()) {
            findings.error(
                    SourcePosition.of(type).at(onType.get(0)),
                    SourceMessages.notANetwork(display(onType.get(0)), Names.display(type)));
            return;
        }
        if (inherited || LintNames.silenced(LintNames.UNREAD, Suppressions.around(type))) {
            return;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Names.isAbstract(method) && reportBlock(method, type, findings)) {
                return;
            }
        }
    }

    private static boolean reportBlock(ExecutableElement method, TypeElement type, Findings findings) {
        Optional<SourcePosition> mark = firstMark(method, ComponentMarks.NONE);
        mark.ifPresent(position -> findings.error(
                position,
                hasBlocks(type)
                        ? SourceMessages.inheritable(display(position.annotation()), Names.display(type))
                        : needsAbstractType(method, type)));
        return mark.isPresent();
    }

    private static void checkAnnotationType(TypeElement type, List<AnnotationMirror> onType, Findings findings) {
        if (onType.isEmpty()) {
            return;
        }
        AnnotationMirror first =
                onType.stream().filter(Language::isPartOfStack).findFirst().orElse(onType.get(0));
        if (!Language.has(type, Language.STACK)) {
            findings.error(
                    SourcePosition.of(type).at(first),
                    SourceMessages.stackForgotten(display(first), Names.display(type)));
            return;
        }
        Language.find(type, Language.IN)
                .ifPresent(input -> findings.error(
                        SourcePosition.of(type).at(input), SourceMessages.inputOnStack(Names.display(type))));
    }

    /** @return the annotation's name; of a container, the name of what it contains */
    private static String display(AnnotationMirror annotation) {
        TypeElement type = Language.typeOf(annotation);
        return Names.display(Language.contained(type).orElse(type));
    }
}
