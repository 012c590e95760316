package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads what stands on a type, a method or a parameter: its layers, in order, composites resolved, and its input. */
final class StackReader {
    private final Compilation compilation;
    private final AnnotationOrder order;
    private final Composites composites;
    private final OptionReader options;
    private final FunctionTypes functions;

    StackReader(Compilation compilation) {
        this.compilation = compilation;
        this.order = new AnnotationOrder(compilation.trees());
        this.composites = new Composites(compilation);
        this.options = new OptionReader(compilation);
        this.functions = new FunctionTypes(compilation);
    }

    /**
     * @param element what the stack is on
     * @param nearby where to report problems if the element comes from a class file
     */
    List<Declarations.Layer> layers(Element element, Element nearby, Findings findings) {
        if (element.getAnnotationMirrors().stream().anyMatch(Language::isUnresolved)) {
            findings.unresolved();
        }
        Optional<List<StackPart>> parts = order.of(element);
        if (parts.isEmpty()) {
            findings.breaking(compilation.position(element, nearby), SourceMessages.UNKNOWN_ORDER);
            return List.of();
        }
        List<Declarations.Layer> layers = new ArrayList<>();
        for (StackPart part : parts.get()) {
            SourcePosition position = compilation.position(element, part, nearby);
            if (Language.isLayer(part.type())) {
                layers.add(layer(part.annotation(), position, nearby, findings));
            } else {
                layers.addAll(composite(part.type(), position, nearby, findings));
            }
        }
        return List.copyOf(layers);
    }

    Optional<Declarations.Input> input(Element element, Element nearby, Findings findings) {
        return Language.find(element, Language.IN).map(annotation -> {
            List<Integer> shape = ((List<?>) options.read(annotation, findings).getOrDefault("value", List.of()))
                    .stream().map(Integer.class::cast).toList();
            return new Declarations.Input(
                    shape, compilation.position(element, new StackPart(annotation, null), nearby));
        });
    }

    private List<Declarations.Layer> composite(
            TypeElement type, SourcePosition position, Element nearby, Findings findings) {
        Pipeline pipeline = composites.resolve(type, findings);
        if (pipeline.fault().isPresent()) {
            Pipeline.Fault fault = pipeline.fault().get();
            if (compilation.isSource(fault.composite())) {
                findings.brokenElsewhere();
            } else {
                findings.breaking(position, fault.text());
            }
        } else if (!Language.has(type, Language.STACK)) {
            // Read as it is meant; that @Stack is missing is reported where it is missing.
            findings.brokenElsewhere();
        }
        return pipeline.layers().stream()
                .map(layer -> layer(layer, position, nearby, findings))
                .toList();
    }

    private Declarations.Layer layer(
            AnnotationMirror annotation, SourcePosition position, Element nearby, Findings findings) {
        TypeElement type = Language.typeOf(annotation);
        Map<String, Object> read = new TreeMap<>(options.read(annotation, findings));
        if (type.getQualifiedName().contentEquals(Language.APPLY)
                && read.containsKey("value")
                && Language.value(annotation, "value").orElseThrow().getValue() instanceof TypeMirror function) {
            read.put("value", functions.read(function, Names.packageName(nearby)));
        }
        return new Declarations.Layer(
                type.getSimpleName().toString(),
                Collections.unmodifiableMap(read),
                options.written(annotation),
                position);
    }

    /** @return the lints that {@code @SuppressWarnings("nacre:...")} on the element silences */
    static List<String> suppressed(Element element) {
        return Language.find(element, "java.lang.SuppressWarnings")
                .flatMap(annotation -> Language.value(annotation, "value"))
                .map(AnnotationValue::getValue)
                .stream()
                .flatMap(value -> value instanceof List<?> several ? several.stream() : Stream.of(value))
                .map(value -> value instanceof AnnotationValue wrapped ? wrapped.getValue() : value)
                .map(String::valueOf)
                .filter(id -> id.startsWith("nacre:"))
                .map(id -> id.substring("nacre:".length()))
                .toList();
    }
}
