package dev.nacre.processor.source;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * A layer or a composite in a stack.
 *
 * @param annotation its values
 * @param place where it is written, or null where the annotation says it
 */
record StackPart(AnnotationMirror annotation, Place place) {
    TypeElement type() {
        return Language.typeOf(annotation);
    }
}
