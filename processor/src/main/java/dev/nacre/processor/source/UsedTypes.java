package dev.nacre.processor.source;

import dev.nacre.processor.model.Declarations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the classes that options name, and for compiled networks the plan in the class file of their generated class.
 */
final class UsedTypes {
    private final Compilation compilation;
    private final OptionReader options;

    UsedTypes(Compilation compilation, OptionReader options) {
        this.compilation = compilation;
        this.options = options;
    }

    /** @return whether it may be a network, and seem to be none because its annotation is refused */
    boolean isRefused(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && compilation.isRefused(element);
    }

    Declarations.UsedType read(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return new Declarations.UsedType(
                    Names.packageName(element),
                    Names.simpleNames(element),
                    Language.has(element, Language.NETWORK),
                    compiled(element));
        }
        return new Declarations.UsedType("", List.of(Names.display(type)), false, Optional.empty());
    }

    private Optional<Declarations.CompiledPlan> compiled(TypeElement type) {
        String name = type.getQualifiedName().toString();
        // A class file of an earlier run may lie around: what is compiled now counts.
        if (compilation.isNetworkOfThisCompilation(name)) {
            return Optional.empty();
        }
        return compilation
                .type(GeneratedNames.network(Names.packageName(type), Names.simpleNames(type)))
                .flatMap(generated -> Language.find(generated, Language.PLAN))
                .map(this::plan);
    }

    private Declarations.CompiledPlan plan(AnnotationMirror annotation) {
        Map<String, Object> values = options.read(annotation, new Findings());
        return new Declarations.CompiledPlan(
                (Integer) values.get("version"),
                texts(values.get("inputs")),
                texts(values.get("outputs")),
                (Long) values.get("parameters"),
                (Long) values.get("multiplyAdds"),
                (Integer) values.get("linearPaths"));
    }

    private static List<String> texts(Object value) {
        return ((List<?>) value).stream().map(String.class::cast).toList();
    }
}
