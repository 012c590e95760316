package dev.nacre.processor.model;

import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Layers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A layer in its place in a stack.
 *
 * @param declaration the annotation
 * @param layer what it means
 * @param treatment what the user said of its weights
 * @param part the layer's name in its stack: {@code dense1}
 * @param name the layer's name in the network: {@code hidden1.dense1}
 */
record Placed(Declarations.Layer declaration, Layer layer, Treatment treatment, String part, String name) {
    Placed with(Treatment said) {
        return new Placed(declaration, layer, said, part, name);
    }

    Placed named(String newPart, String newName) {
        return new Placed(declaration, layer, treatment, newPart, newName);
    }

    boolean has(Layer.Trait trait) {
        return layer.traits().contains(trait);
    }

    Layer.Role role() {
        return layer.role();
    }

    /** @return the annotation as written, such as {@code @Dense(256)} */
    String annotation() {
        return "@" + described(declaration);
    }

    /** @return {@code Dense(256)}: what the user wrote, in the order of the options' names but value first */
    static String described(Declarations.Layer layer) {
        List<String> written = layer.written().stream()
                .sorted((a, b) ->
                        a.equals("value") ? (b.equals("value") ? 0 : -1) : b.equals("value") ? 1 : a.compareTo(b))
                .toList();
        if (written.isEmpty()) {
            return layer.name();
        }
        if (written.equals(List.of("value"))) {
            return layer.name() + "(" + literal(layer, "value") + ")";
        }
        return layer.name()
                + written.stream()
                        .map(option -> option + " = " + literal(layer, option))
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String literal(Declarations.Layer layer, String option) {
        Object value = layer.options().get(option);
        return Layers.named(layer.name())
                .flatMap(named -> named.constant(option, value))
                .orElseGet(() -> literal(value));
    }

    private static String literal(Object value) {
        if (value instanceof Declarations.UsedType type) {
            return type.simpleNames().get(type.simpleNames().size() - 1);
        }
        if (value instanceof Declarations.FunctionType type) {
            return type.simpleNames().get(type.simpleNames().size() - 1);
        }
        if (value instanceof List<?> list) {
            if (list.size() == 1 && list.get(0) instanceof Integer) {
                // As Java allows, and as it is usually written.
                return literal(list.get(0));
            }
            return list.stream().map(Placed::literal).collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** @return 1 for 1.0, 1e-5 for 1.0E-5 */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value).replaceFirst("(?:\\.0)?E", "e");
    }

    /** @return {@code @Dropout(1.5)} or {@code @BatchNorm(momentum = 1.5)}: one option of many */
    static String described(Declarations.Layer layer, String option) {
        String value = literal(layer, option);
        return "@" + layer.name() + "(" + (option.equals("value") ? value : option + " = " + value) + ")";
    }
}
