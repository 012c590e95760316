package dev.nacre.processor.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The parts of a stack as the user wrote them.
 *
 * <p>Distinct annotations keep their order on every compiler. Compilers fold repeated ones into one container at the first
 * one's place: then the mirrors carry the values and the syntax tree carries the order, the k-th tree of a type being the
 * k-th in its container.
 */
final class AnnotationOrder {
    private final SourceTrees trees;

    AnnotationOrder(SourceTrees trees) {
        this.trees = trees;
    }

    /** @return layers and composites on the element in source order, containers opened; empty where that cannot be told */
    Optional<List<AnnotationMirror>> of(Element element) {
        List<AnnotationMirror> parts = new ArrayList<>();
        boolean repeated = false;
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (!Language.isUnresolved(annotation) && Language.isPartOfStack(annotation)) {
                parts.add(annotation);
                repeated |= isContainer(annotation);
            }
        }
        return repeated
                ? trees.annotationTypes(element).flatMap(written -> interleave(parts, written))
                : Optional.of(parts);
    }

    private static Optional<List<AnnotationMirror>> interleave(
            List<AnnotationMirror> parts, List<TypeElement> written) {
        Map<String, Deque<AnnotationMirror>> folded = new HashMap<>();
        Map<String, AnnotationMirror> single = new HashMap<>();
        int expected = 0;
        for (AnnotationMirror part : parts) {
            String name = name(Language.typeOf(part));
            single.put(name, part);
            List<AnnotationMirror> contents = isContainer(part) ? Language.contents(part) : List.of(part);
            if (isContainer(part)) {
                folded.put(name(Language.contained(Language.typeOf(part)).orElseThrow()), new ArrayDeque<>(contents));
            }
            expected += contents.size();
        }
        List<AnnotationMirror> ordered = new ArrayList<>();
        for (TypeElement type : written) {
            AnnotationMirror direct = single.get(name(type));
            Deque<AnnotationMirror> rest = folded.get(name(type));
            if (direct != null) {
                ordered.addAll(isContainer(direct) ? Language.contents(direct) : List.of(direct));
            } else if (rest != null && !rest.isEmpty()) {
                ordered.add(rest.remove());
            }
        }
        return ordered.size() == expected ? Optional.of(ordered) : Optional.empty();
    }

    private static boolean isContainer(AnnotationMirror annotation) {
        return Language.contained(Language.typeOf(annotation)).isPresent();
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }
}
