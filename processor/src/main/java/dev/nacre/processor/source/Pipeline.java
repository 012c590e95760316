package dev.nacre.processor.source;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * A stack with its composites resolved.
 *
 * @param layers the layers, in order
 * @param fault why the layers cannot be told, if so
 */
record Pipeline(List<AnnotationMirror> layers, Optional<Fault> fault) {
    /**
     * A mistake in a composite.
     *
     * @param composite the annotation type to blame
     * @param place what to point at in it
     * @param text what to say
     */
    record Fault(Element composite, Element place, String text) {}

    static Pipeline of(List<AnnotationMirror> layers) {
        return new Pipeline(List.copyOf(layers), Optional.empty());
    }

    static Pipeline faulty(Element composite, Element place, String text) {
        return new Pipeline(List.of(), Optional.of(new Fault(composite, place, text)));
    }
}
