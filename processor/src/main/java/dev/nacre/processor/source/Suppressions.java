package dev.nacre.processor.source;

import dev.nacre.processor.model.LintNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads {@code @SuppressWarnings("nacre:...")}. */
final class Suppressions {
    private static final String ANNOTATION = "java.lang.SuppressWarnings";
    private static final String PREFIX = "nacre:";

    private Suppressions() {}

    /** @return the lints that are silenced on the element itself */
    static List<String> on(Element element) {
        List<String> silenced = values(element)
                .map(Suppressions::text)
                .map(Suppressions::lint)
                .flatMap(Optional::stream)
                .toList();
        return silenced.contains(LintNames.ALL) ? LintNames.NAMES : silenced;
    }

    /** @return the lints that are silenced on the element or on one around it */
    static Set<String> around(Element element) {
        Set<String> silenced = new TreeSet<>();
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            silenced.addAll(on(around));
        }
        return silenced;
    }

    /** Warns of names that silence nothing, on a type, its methods and their parameters. */
    static void check(TypeElement type, Findings findings) {
        checkNames(type, findings);
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            checkNames(method, findings);
            method.getParameters().forEach(parameter -> checkNames(parameter, findings));
        }
    }

    private static void checkNames(Element element, Findings findings) {
        Optional<AnnotationMirror> annotation = Language.find(element, ANNOTATION);
        values(element).forEach(value -> {
            Optional<String> unknown = lint(text(value)).filter(name -> !LintNames.isKnown(name));
            if (unknown.isPresent() && !LintNames.silenced(LintNames.UNKNOWN_LINT, around(element))) {
                findings.warning(
                        new SourcePosition(element, annotation.orElseThrow(), value, null),
                        SourceMessages.unknownLint(unknown.get()));
            }
        });
    }

    private static Optional<String> lint(String text) {
        return text.startsWith(PREFIX) ? Optional.of(text.substring(PREFIX.length())) : Optional.empty();
    }

    private static String text(AnnotationValue value) {
        return String.valueOf(value.getValue());
    }

    /** One string or an array of them; compilers hand both on as an array, or not. */
    private static Stream<AnnotationValue> values(Element element) {
        return Language.find(element, ANNOTATION).flatMap(annotation -> Language.value(annotation, "value")).stream()
                .flatMap(value -> value.getValue() instanceof List<?> several
                        ? several.stream()
                                .filter(AnnotationValue.class::isInstance)
                                .map(AnnotationValue.class::cast)
                        : Stream.of(value));
    }
}
