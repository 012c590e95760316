package dev.nacre.processor.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the options of an annotation, defaults included, sorted by name: compilers' orders differ. */
final class OptionReader {
    /** What javac gives for a value that it cannot resolve, whatever the option's type. */
    private static final String UNRESOLVED = "<error>";

    private final UsedTypes usedTypes;

    OptionReader(Compilation compilation) {
        this.usedTypes = new UsedTypes(compilation, this);
    }

    /** @return the value of every option, as {@code Declarations.Layer} describes them */
    Map<String, Object> read(AnnotationMirror annotation, Findings findings) {
        Map<String, Object> options = new TreeMap<>();
        for (ExecutableElement option :
                ElementFilter.methodsIn(Language.typeOf(annotation).getEnclosedElements())) {
            String name = option.getSimpleName().toString();
            AnnotationValue value = Language.value(annotation, name)
                    .<AnnotationValue>map(found -> found)
                    .orElse(option.getDefaultValue());
            Optional<Object> read = value == null ? Optional.empty() : value(value, option.getReturnType());
            if (read.isPresent()) {
                options.put(name, read.get());
            } else {
                findings.unresolved();
            }
        }
        return Collections.unmodifiableMap(options);
    }

    /** @return the names of the options that the user wrote */
    Set<String> written(AnnotationMirror annotation) {
        Set<String> written = new TreeSet<>();
        annotation
                .getElementValues()
                .keySet()
                .forEach(option -> written.add(option.getSimpleName().toString()));
        return Collections.unmodifiableSet(written);
    }

    private Optional<Object> value(AnnotationValue value, TypeMirror expected) {
        Object raw = value.getValue();
        if (expected instanceof ArrayType array) {
            return list(raw instanceof List<?> several ? several : List.of(value), array.getComponentType());
        }
        return switch (expected.getKind()) {
            case BYTE, SHORT, INT -> number(raw).map(Number::intValue);
            case LONG -> number(raw).map(Number::longValue);
            case FLOAT, DOUBLE -> number(raw).map(Number::doubleValue);
            case BOOLEAN -> Optional.of(raw).filter(Boolean.class::isInstance);
            case CHAR -> Optional.of(raw).filter(Character.class::isInstance).map(String::valueOf);
            default -> object(raw);
        };
    }

    private Optional<Object> list(List<?> values, TypeMirror expected) {
        List<Object> read = new ArrayList<>();
        for (Object value : values) {
            Optional<Object> element =
                    value instanceof AnnotationValue wrapped ? value(wrapped, expected) : Optional.empty();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            read.add(element.get());
        }
        return Optional.of(List.copyOf(read));
    }

    private static Optional<Number> number(Object raw) {
        return raw instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    private Optional<Object> object(Object raw) {
        if (raw instanceof TypeMirror type) {
            return type.getKind() == TypeKind.ERROR || usedTypes.isRefused(type)
                    ? Optional.empty()
                    : Optional.of(usedTypes.read(type));
        }
        if (raw instanceof VariableElement constant) {
            return Optional.of(constant.getSimpleName().toString());
        }
        return raw instanceof String text && !text.equals(UNRESOLVED) ? Optional.of(text) : Optional.empty();
    }
}
