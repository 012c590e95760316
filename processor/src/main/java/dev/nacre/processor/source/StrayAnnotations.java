package dev.nacre.processor.source;

import java.util.List;
import java.util.Set;
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

    /** Checks the methods of any type that are not blocks. */
    static void checkConcreteMethods(TypeElement type, Findings findings) {
        for (Element member : type.getEnclosedElements()) {
            if (!(member instanceof ExecutableElement method) || Names.isAbstract(method)) {
                continue;
            }
            report(method, method, findings);
            for (VariableElement parameter : method.getParameters()) {
                report(parameter, method, findings);
            }
        }
    }

    private static void report(Element element, ExecutableElement method, Findings findings) {
        List<AnnotationMirror> marks = Language.marks(element);
        if (marks.isEmpty()) {
            return;
        }
        AnnotationMirror first = marks.get(0);
        TypeElement type = (TypeElement) method.getEnclosingElement();
        String name = display(first);
        String text = method.getKind() == ElementKind.CONSTRUCTOR
                ? SourceMessages.constructor(name, Names.display(type))
                : SourceMessages.concreteMethod(
                        name, kind(method, type), method.getSimpleName().toString());
        findings.error(SourcePosition.of(element).at(first), text);
    }

    private static String kind(ExecutableElement method, TypeElement type) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.STATIC)) {
            return "a static method";
        }
        if (method.isDefault()) {
            return "a default method";
        }
        return type.getKind() == ElementKind.CLASS && !TypeChecks.isAbstractClass(type)
                ? "a method of " + Names.display(type) + ", which is not an abstract class"
                : "a method with a body";
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
        if (inherited || StackReader.suppressed(type).contains("unread")) {
            return;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (Names.isAbstract(method) && reportBlock(method, type, findings)) {
                return;
            }
        }
    }

    private static boolean reportBlock(ExecutableElement method, TypeElement type, Findings findings) {
        if (reportUnread(method, type, findings)) {
            return true;
        }
        return method.getParameters().stream().anyMatch(parameter -> reportUnread(parameter, type, findings));
    }

    private static boolean reportUnread(Element element, TypeElement type, Findings findings) {
        List<AnnotationMirror> marks = Language.marks(element);
        if (marks.isEmpty()) {
            return false;
        }
        findings.error(
                SourcePosition.of(element).at(marks.get(0)),
                SourceMessages.inheritable(display(marks.get(0)), Names.display(type)));
        return true;
    }

    private static void checkAnnotationType(TypeElement type, List<AnnotationMirror> onType, Findings findings) {
        if (onType.isEmpty()) {
            return;
        }
        AnnotationMirror first = onType.get(0);
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
