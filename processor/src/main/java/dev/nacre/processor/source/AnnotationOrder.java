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
 * <p>Distinct annotations keep their order on every compiler. Compilers fold repeated ones into one container at the
 * first one's place: then the mirrors carry the values and the syntax tree carries the order, the k-th tree of a
 * type being the k-th in its container.
 */
final class AnnotationOrder {
    private final SourceTrees trees;

    AnnotationOrder(SourceTrees trees) {
        this.trees = trees;
    }

    /**
     * @return layers and composites on the element in source order, containers opened; empty where that cannot be
     * told
     */
    Optional<List<StackPart>> of(Element element) {
        List<AnnotationMirror> parts = new ArrayList<>();
        boolean repeated = false;
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (!Language.isUnresolved(annotation) && Language.isPartOfStack(annotation)) {
                parts.add(annotation);
                repeated |= isContainer(annotation);
            }
        }
        return repeated
                ? trees.annotations(element).flatMap(written -> interleave(parts, written))
                : Optional.of(parts.stream().map(AnnotationOrder::asFound).toList());
    }

    private static StackPart asFound(AnnotationMirror annotation) {
        return new StackPart(annotation, null);
    }

    private static Optional<List<StackPart>> interleave(
            List<AnnotationMirror> parts, List<SourceTrees.Written> written) {
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
        List<StackPart> ordered = new ArrayList<>();
        for (SourceTrees.Written annotation : written) {
            String name = name(annotation.type());
            AnnotationMirror direct = single.get(name);
            Deque<AnnotationMirror> rest = folded.get(name);
            if (direct != null && isContainer(direct)) {
                Language.contents(direct).forEach(content -> ordered.add(asFound(content)));
            } else if (direct != null) {
                ordered.add(asFound(direct));
            } else if (rest != null && !rest.isEmpty()) {
                ordered.add(new StackPart(rest.remove(), annotation.place()));
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
