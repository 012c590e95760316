package dev.nacre.processor.layer;

import dev.nacre.processor.model.Declarations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The options of an annotation, defaults included.
 *
 * @param values the value of each option, by its name
 */
public record Options(Map<String, Object> values) {
    /** @return a whole number */
    public int integer(String name) {
        return ((Number) value(name)).intValue();
    }

    /** @return a number */
    public double number(String name) {
        return ((Number) value(name)).doubleValue();
    }

    /** @return a class with functions */
    public Declarations.FunctionType function(String name) {
        return (Declarations.FunctionType) value(name);
    }

    /** @return true or false */
    public boolean flag(String name) {
        return (Boolean) value(name);
    }

    /** @return whole numbers, in the order written */
    public List<Integer> integers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (Object value : (List<?>) value(name)) {
            numbers.add(((Number) value).intValue());
        }
        return List.copyOf(numbers);
    }

    /** @return a text, or the name of an enum's constant */
    public String text(String name) {
        return (String) value(name);
    }

    /** @return texts, or the names of an enum's constants, in the order written */
    public List<String> texts(String name) {
        return ((List<?>) value(name)).stream().map(String.class::cast).toList();
    }

    /** @return several numbers */
    public List<Double> numbers(String name) {
        return ((List<?>) value(name))
                .stream().map(number -> ((Number) number).doubleValue()).toList();
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no option " + name + " among " + values.keySet());
        }
        return value;
    }
}
