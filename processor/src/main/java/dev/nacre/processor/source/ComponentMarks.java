package dev.nacre.processor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * What stands on the components of a record. Compilers copy it to the accessor and to the parameter of the constructor,
 * where it fits, and let stand what fits only there: a layer for methods on a component is no error of Java.
 */
final class ComponentMarks {
    static final ComponentMarks NONE = new ComponentMarks(List.of());

    private final List<Mark> marks;

    private ComponentMarks(List<Mark> marks) {
        this.marks = marks;
    }

    /**
     * An annotation on a component.
     *
     * @param position where to report that its kind cannot stand on components, or null where it can
     */
    private record Mark(RecordComponentElement component, TypeElement annotation, SourcePosition position) {}

    static ComponentMarks of(TypeElement type) {
        List<Mark> marks = new ArrayList<>();
        for (RecordComponentElement component : components(type)) {
            for (AnnotationMirror own : component.getAnnotationMirrors()) {
                marks.add(new Mark(component, Language.typeOf(own), null));
            }
            for (AnnotationMirror copied : Language.marks(component.getAccessor())) {
                TypeElement annotation = Language.typeOf(copied);
                if (find(component, annotation).isEmpty()) {
                    marks.add(new Mark(component, annotation, position(type, component, annotation)));
                }
            }
        }
        return new ComponentMarks(List.copyOf(marks));
    }

    /** @return the components of a record, none of another type: not all compilers answer for those */
    static List<? extends RecordComponentElement> components(TypeElement type) {
        return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
    }

    private static Optional<AnnotationMirror> find(Element element, TypeElement annotation) {
        return element.getAnnotationMirrors().stream()
                .<AnnotationMirror>map(any -> any)
                .filter(any -> Language.typeOf(any).equals(annotation))
                .findFirst();
    }

    /** Compilers know the place of what they copied to the parameter of the constructor, but not to the accessor. */
    private static SourcePosition position(TypeElement type, RecordComponentElement component, TypeElement annotation) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .filter(parameter -> parameter.getSimpleName().equals(component.getSimpleName()))
                .flatMap(parameter -> find(parameter, annotation).stream()
                        .map(mirror -> SourcePosition.of(parameter).at(mirror)))
                .findFirst()
                .orElse(SourcePosition.of(field(component)));
    }

    /**
     * @return where an annotation on a component stands: compilers know the place of what they copied to its field, but
     * not all that of the component itself
     */
    static SourcePosition position(RecordComponentElement component, StackPart part) {
        Element field = field(component);
        return find(field, part.type())
                .map(mirror -> SourcePosition.of(field).at(mirror))
                .orElse(SourcePosition.of(field));
    }

    /** @return the field of a component, which compilers know the place of; of the component itself not all do */
    static Element field(RecordComponentElement component) {
        return ElementFilter.fieldsIn(component.getEnclosingElement().getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
                .<Element>map(VariableElement.class::cast)
                .findFirst()
                .orElse(component.getEnclosingElement());
    }

    /** @return whether an annotation on an accessor or on a constructor's parameter was written on the component */
    boolean owns(Element element, AnnotationMirror annotation) {
        return marks.stream()
                .anyMatch(mark -> mark.component().getSimpleName().equals(element.getSimpleName())
                        && mark.annotation().equals(Language.typeOf(annotation)));
    }

    void report(Findings findings) {
        for (Mark mark : marks) {
            if (mark.position() != null) {
                String component = mark.component().getSimpleName().toString();
                String type = Names.display((TypeElement) mark.component().getEnclosingElement());
                findings.error(
                        mark.position(),
                        Language.contained(mark.annotation())
                                .map(repeated ->
                                        SourceMessages.repeatedOnComponent(Names.display(repeated), component, type))
                                .orElseGet(() ->
                                        SourceMessages.component(Names.display(mark.annotation()), component, type)));
            }
        }
    }
}
