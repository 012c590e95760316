package dev.nacre.processor.source;

import dev.nacre.processor.model.Position;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A place in the sources.
 *
 * @param element what is annotated; always of a source file where there is one near
 * @param annotation the annotation on it, or null
 * @param value the value in the annotation, or null
 * @param place where in the syntax tree, or null where the others say it
 */
record SourcePosition(Element element, AnnotationMirror annotation, AnnotationValue value, Place place)
        implements Position {
    static SourcePosition of(Element element) {
        return new SourcePosition(element, null, null, null);
    }

    SourcePosition at(AnnotationMirror inside) {
        return new SourcePosition(element, inside, null, null);
    }

    SourcePosition at(StackPart part) {
        return new SourcePosition(element, part.annotation(), null, part.place());
    }

    @Override
    public Position option(String name) {
        if (annotation == null) {
            return this;
        }
        return Language.value(annotation, name)
                .<Position>map(found ->
                        new SourcePosition(element, annotation, found, place == null ? null : place.option(name)))
                .orElse(this);
    }
}
