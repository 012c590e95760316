package dev.nacre.processor.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Resolves {@code @Stack} annotation types, of sources and of class files, into layers. */
final class Composites {
    private final Compilation compilation;
    private final AnnotationOrder order;

    Composites(Compilation compilation) {
        this.compilation = compilation;
        this.order = new AnnotationOrder(compilation.trees());
    }

    /** @return the layers of a composite; unresolved annotations on it are noted as findings */
    Pipeline resolve(TypeElement composite, Findings findings) {
        return resolve(composite, List.of(), findings);
    }

    private Pipeline resolve(TypeElement composite, List<TypeElement> path, Findings findings) {
        if (path.contains(composite)) {
            return cycle(path.subList(path.indexOf(composite), path.size()));
        }
        List<ExecutableElement> members = ElementFilter.methodsIn(composite.getEnclosedElements());
        if (!members.isEmpty()) {
            return Pipeline.faulty(
                    composite,
                    members.get(0),
                    SourceMessages.stackMember(
                            Names.display(composite),
                            members.get(0).getSimpleName().toString()));
        }
        if (compilation.isRefused(composite)) {
            findings.unresolved();
            return Pipeline.of(List.of());
        }
        Optional<List<StackPart>> parts = order.of(composite);
        if (parts.isEmpty()) {
            return Pipeline.faulty(
                    composite,
                    composite,
                    compilation.isSource(composite)
                            ? SourceMessages.UNKNOWN_ORDER
                            : SourceMessages.orderNotKept(Names.display(composite)));
        }
        if (parts.get().isEmpty()) {
            return Pipeline.faulty(composite, composite, SourceMessages.emptyStack(Names.display(composite)));
        }
        return join(composite, parts.get(), path, findings);
    }

    private Pipeline join(TypeElement composite, List<StackPart> parts, List<TypeElement> path, Findings findings) {
        List<TypeElement> deeper = new ArrayList<>(path);
        deeper.add(composite);
        List<AnnotationMirror> layers = new ArrayList<>();
        for (StackPart part : parts) {
            if (Language.isLayer(part.type())) {
                layers.add(part.annotation());
                continue;
            }
            Pipeline inner = resolve(part.type(), deeper, findings);
            if (inner.fault().isPresent()) {
                return inner;
            }
            layers.addAll(inner.layers());
        }
        return Pipeline.of(layers);
    }

    /** One cycle is one mistake, whichever composite it is found from: it begins with the first by name in a source. */
    private Pipeline cycle(List<TypeElement> members) {
        TypeElement first = members.stream()
                .min(Comparator.<TypeElement, Boolean>comparing(member -> !compilation.isSource(member))
                        .thenComparing(member -> member.getQualifiedName().toString()))
                .orElseThrow();
        int start = members.indexOf(first);
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= members.size(); i++) {
            names.add(Names.display(members.get((start + i) % members.size())));
        }
        return Pipeline.faulty(first, first, SourceMessages.stackCycle(names));
    }
}
