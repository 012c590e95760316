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
 */
record SourcePosition(Element element, AnnotationMirror annotation, AnnotationValue value) implements Position {
    static SourcePosition of(Element element) {
        return new SourcePosition(element, null, null);
    }

    SourcePosition at(AnnotationMirror inside) {
        return new SourcePosition(element, inside, null);
    }

    @Override
    public Position option(String name) {
        if (annotation == null) {
            return this;
        }
        return Language.value(annotation, name)
                .<Position>map(found -> new SourcePosition(element, annotation, found))
                .orElse(this);
    }
}
