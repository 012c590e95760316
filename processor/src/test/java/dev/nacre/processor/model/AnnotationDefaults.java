package dev.nacre.processor.model;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The defaults of an annotation's options, read from its class, in the form in which declarations have them. */
final class AnnotationDefaults {
    private AnnotationDefaults() {}

    /** @return nothing for an annotation that there is not */
    static Map<String, Object> of(String annotation) {
        Map<String, Object> defaults = new HashMap<>();
        try {
            for (Method option :
                    Class.forName("dev.nacre.annotations." + annotation).getDeclaredMethods()) {
                if (option.getDefaultValue() != null) {
                    defaults.put(option.getName(), value(option.getDefaultValue()));
                }
            }
        } catch (ClassNotFoundException e) {
            // Some tests are about annotations that there are none of.
            return defaults;
        }
        return defaults;
    }

    /** @return whether an option is an array, which one value may stand for */
    static boolean isArray(String annotation, String option) {
        try {
            return Class.forName("dev.nacre.annotations." + annotation)
                    .getMethod(option)
                    .getReturnType()
                    .isArray();
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static Object value(Object value) {
        if (value instanceof double[] numbers) {
            return DoubleStream.of(numbers).boxed().toList();
        } else if (value instanceof int[] numbers) {
            return IntStream.of(numbers).boxed().toList();
        } else if (value instanceof Object[] objects) {
            return Stream.of(objects).map(AnnotationDefaults::value).toList();
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value;
    }
}
