package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.LintNames;
import dev.nacre.processor.model.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
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
        if (element.getAnnotationMirrors().stream().anyMatch(this::isRefused)) {
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
                Declarations.Layer layer = layer(part.annotation(), position, nearby, findings);
                checkArithmetic(layer, element, findings);
                layers.add(layer);
            } else {
                layers.addAll(composite(part.type(), position, nearby, findings));
            }
        }
        return List.copyOf(layers);
    }

    /** An annotation of the user's own that is no pipeline may be none because what stands on it is refused. */
    private boolean isRefused(AnnotationMirror annotation) {
        TypeElement type = Language.typeOf(annotation);
        return Language.isUnresolved(annotation) || !Language.isLayer(type) && compilation.isRefused(type);
    }

    Optional<Declarations.Input> input(Element element, Element nearby, Findings findings) {
        return Language.find(element, Language.IN).map(annotation -> {
            List<Integer> shape = ((List<?>) options.read(annotation, findings).getOrDefault("value", List.of()))
                    .stream().map(Integer.class::cast).toList();
            SourcePosition position = compilation.position(element, new StackPart(annotation, null), nearby);
            checkOption(position, "value", false, element, findings);
            return new Declarations.Input(shape, position);
        });
    }

    private void checkArithmetic(Declarations.Layer layer, Element element, Findings findings) {
        for (String option : layer.written()) {
            checkOption(layer.position(), option, layer.options().get(option) instanceof Double, element, findings);
        }
    }

    private void checkOption(Position annotation, String option, boolean fraction, Element element, Findings findings) {
        if (!(annotation.option(option) instanceof SourcePosition value)) {
            return;
        }
        compilation.trees().slip(value, fraction).ifPresent(slip -> {
            if (slip.overflow()) {
                findings.error(value, slip.text());
            } else if (!LintNames.silenced(LintNames.INTEGER_DIVISION, Suppressions.around(element))) {
                findings.warning(value, slip.text());
            }
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
}
