package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Declarations as a user writes them, without a compiler: statements end with a semicolon, the type's own annotations
 * stand before the word {@code type}, enums and records before their use.
 */
final class Declared {
    private static final Pattern TOKEN = Pattern.compile("\\s*(@?[\\w.$]+|[^\\s\\w])");
    private static final Map<String, Map<String, Object>> DEFAULTS = Map.ofEntries(
            Map.entry("Dense", Map.of("value", 0, "bias", true)),
            Map.entry("Dropout", Map.of("value", 0.5)),
            Map.entry("BatchNorm", Map.of("momentum", 0.1, "epsilon", 1e-5, "affine", true)),
            Map.entry("Standardize", Map.of("epsilon", 1e-5)),
            Map.entry("MinMax", Map.of("low", 0.0, "high", 1.0)),
            Map.entry("Missing", Map.of("value", 0.0, "indicator", false)),
            Map.entry("Concat", Map.of("axis", 0)),
            Map.entry("Bilinear", Map.of("bias", true)),
            Map.entry("Dot", Map.of("normalize", false, "epsilon", 1e-8)),
            Map.entry("LayerNorm", Map.of("axes", 1, "epsilon", 1e-5, "affine", true, "bias", true)),
            Map.entry("RMSNorm", Map.of("axes", 1, "epsilon", 0x1p-23, "affine", true)),
            Map.entry("GroupNorm", Map.of("epsilon", 1e-5, "affine", true)),
            Map.entry("InstanceNorm", Map.of("epsilon", 1e-5, "affine", false)),
            Map.entry("LocalResponseNorm", Map.of("alpha", 1e-4, "beta", 0.75, "k", 1.0)),
            Map.entry("Slice", Map.of("axis", 0, "from", 0, "to", Integer.MAX_VALUE, "step", 1)),
            Map.entry("Split", Map.of("parts", 0, "sizes", List.of(), "axis", 0)),
            Map.entry("Transpose", Map.of("first", -2, "second", -1)),
            Map.entry("Normal", Map.of("mean", 0.0)),
            Map.entry("TruncatedNormal", Map.of("mean", 0.0)),
            Map.entry("Xavier", Map.of("gain", 1.0, "uniform", false)),
            Map.entry("LeCun", Map.of("gain", 1.0, "uniform", false)),
            Map.entry("He", Map.of("fan", "IN", "gain", Math.sqrt(2), "uniform", false)),
            Map.entry("Orthogonal", Map.of("gain", 1.0)),
            Map.entry("Frozen", Map.of("value", true)),
            Map.entry("Repeat", Map.of("shared", false)));

    private final String name;
    private final Map<String, Declarations.UsedType> used = new HashMap<>();
    private final Map<String, Declarations.Type> types = new HashMap<>();
    private final List<String> tokens = new ArrayList<>();
    private final Set<String> suppressed = new HashSet<>();
    private int next;

    private Declared(String name) {
        this.name = name;
        for (Declarations.SimpleType type : Declarations.SimpleType.values()) {
            types.put(type.display(), type);
        }
    }

    /** A network of the given name. */
    static Declarations.Network network(String name, String text) {
        return network(name, text, Map.of());
    }

    /** @param used what {@code @Use} may name besides networks of the same compilation */
    static Declarations.Network network(String name, String text, Map<String, Declarations.UsedType> used) {
        Declared declared = new Declared(name);
        declared.used.putAll(used);
        Matcher matcher = TOKEN.matcher(text.strip());
        while (matcher.find()) {
            declared.tokens.add(matcher.group(1));
        }
        return declared.read();
    }

    /** Where something stands: {@code hidden1(image)@In.value}. */
    record At(String text, Set<String> written) implements Position {
        At(String text) {
            this(text, Set.of());
        }

        @Override
        public Position option(String option) {
            return written.contains(option) ? new At(text + "." + option) : this;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private Declarations.Network read() {
        List<Declarations.Layer> stack = List.of();
        Optional<Declarations.Input> input = Optional.empty();
        List<Declarations.Block> blocks = new ArrayList<>();
        while (next < tokens.size()) {
            if (peek().equals("enum")) {
                enumType();
            } else if (peek().equals("record")) {
                recordType();
            } else if (peek().equals("suppress")) {
                take();
                suppressed.add(dashed());
            } else {
                Annotations annotations = annotations(name);
                if (peek().equals("type")) {
                    take();
                    stack = annotations.layers();
                    input = annotations.input();
                } else {
                    blocks.add(block(annotations));
                }
            }
            expect(";");
        }
        Set<String> methods = new HashSet<>();
        blocks.forEach(block -> methods.add(block.name()));
        return new Declarations.Network(
                "test",
                List.of(name),
                Declarations.Kind.INTERFACE,
                true,
                stack,
                input,
                blocks,
                methods,
                Set.copyOf(suppressed),
                Set.of(),
                new At(name));
    }

    private Declarations.Block block(Annotations annotations) {
        Declarations.Type result = type(take());
        String block = take();
        expect("(");
        List<Declarations.Argument> arguments = new ArrayList<>();
        while (!peek().equals(")")) {
            Annotations own = annotations("");
            Declarations.Type type = type(take());
            String argument = take();
            String place = block + "(" + argument + ")";
            arguments.add(new Declarations.Argument(
                    argument, type, own.at(place).layers(), own.at(place).input(), new At(place)));
            if (peek().equals(",")) {
                take();
            }
        }
        expect(")");
        return new Declarations.Block(
                block, annotations.at(block).layers(), arguments, result, true, Set.of(), new At(block));
    }

    private record Annotations(List<Declarations.Layer> layers, Optional<Declarations.Input> input) {
        /** Annotations come before what they stand on, so their place is known late. */
        Annotations at(String place) {
            return new Annotations(
                    layers.stream()
                            .map(layer -> new Declarations.Layer(
                                    layer.name(),
                                    layer.options(),
                                    layer.written(),
                                    new At(place + "@" + layer.name(), layer.written())))
                            .toList(),
                    input.map(in -> new Declarations.Input(
                            in.shape(), new At(place + "@In", in.shape().isEmpty() ? Set.of() : Set.of("value")))));
        }
    }

    private Annotations annotations(String place) {
        List<Declarations.Layer> layers = new ArrayList<>();
        Optional<Declarations.Input> input = Optional.empty();
        while (peek().startsWith("@")) {
            String annotation = take().substring(1);
            Map<String, Object> written = options();
            if (annotation.equals("In")) {
                input = Optional.of(new Declarations.Input(sizes(written.get("value")), new At("")));
            } else {
                Map<String, Object> options = AnnotationDefaults.of(annotation);
                options.putAll(DEFAULTS.getOrDefault(annotation, Map.of()));
                // One number stands for an array of one.
                written.replaceAll(
                        (option, value) -> AnnotationDefaults.isArray(annotation, option) && !(value instanceof List<?>)
                                ? List.of(value)
                                : value);
                options.putAll(written);
                if (annotation.equals("Apply")) {
                    Declarations.UsedType type = (Declarations.UsedType) options.get("value");
                    options.put("value", function(type));
                }
                layers.add(new Declarations.Layer(annotation, options, written.keySet(), new At("")));
            }
        }
        return new Annotations(layers, input).at(place);
    }

    /** Those of the annotation itself, where there is one. */
    /** A class with the functions of {@code @Apply}, as they should be. */
    private static Declarations.FunctionType function(Declarations.UsedType type) {
        return new Declarations.FunctionType(
                type.packageName(),
                type.simpleNames(),
                true,
                Optional.empty(),
                List.of(
                        new Declarations.Method("value", List.of("float"), "float", true, true, List.of()),
                        new Declarations.Method("derivative", List.of("float"), "float", true, true, List.of())));
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> sizes(Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list ? (List<Integer>) list : List.of((Integer) value);
    }

    private Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>();
        if (next == tokens.size() || !peek().equals("(")) {
            return options;
        }
        take();
        while (!peek().equals(")")) {
            boolean named = tokens.get(next + 1).equals("=");
            String option = named ? take() : "value";
            if (named) {
                expect("=");
            }
            options.put(option, literal());
            if (peek().equals(",")) {
                take();
            }
        }
        expect(")");
        return options;
    }

    private Object literal() {
        String token = take();
        if (token.equals("{")) {
            List<Object> list = new ArrayList<>();
            while (!peek().equals("}")) {
                list.add(literal());
                if (peek().equals(",")) {
                    take();
                }
            }
            take();
            return list;
        }
        if (token.equals("-")) {
            Object positive = literal();
            return positive instanceof Integer number ? (Object) (-number) : (Object) (-(Double) positive);
        }
        if (token.matches("\\d+")) {
            return Integer.valueOf(token);
        }
        if (token.matches("true|false")) {
            return Boolean.valueOf(token);
        }
        if (token.matches("[A-Z_]+")) {
            return token;
        }
        if (token.matches("[A-Z].*\\.class")) {
            String simple = token.substring(0, token.length() - 6);
            return used.getOrDefault(
                    simple, new Declarations.UsedType("test", List.of(simple), true, Optional.empty()));
        }
        // An enum's constant is its name.
        return token.matches("[A-Z]+") ? token : Double.valueOf(token);
    }

    private void enumType() {
        take();
        String type = take();
        expect("{");
        List<String> constants = new ArrayList<>();
        while (!peek().equals("}")) {
            String token = take();
            if (!token.equals(",")) {
                constants.add(token);
            }
        }
        take();
        types.put(type, new Declarations.EnumType("test", List.of(type), constants));
    }

    private void recordType() {
        take();
        String type = take();
        expect("(");
        List<Declarations.Component> components = new ArrayList<>();
        while (!peek().equals(")")) {
            Annotations annotations = annotations(type);
            String kind = take();
            String component = take();
            String place = type + "." + component;
            Optional<Declarations.EnumType> constants = Optional.of(kind)
                    .map(types::get)
                    .filter(Declarations.EnumType.class::isInstance)
                    .map(Declarations.EnumType.class::cast);
            components.add(new Declarations.Component(
                    component,
                    constants.isPresent() ? Declarations.ComponentKind.ENUM : componentKind(kind),
                    kind,
                    constants,
                    annotations.at(place).layers(),
                    new At(place)));
            if (peek().equals(",")) {
                take();
            }
        }
        take();
        types.put(type, new Declarations.RecordType("test", List.of(type), components));
    }

    private static Declarations.ComponentKind componentKind(String kind) {
        return switch (kind) {
            case "float", "int", "double", "Float", "Integer", "Double" -> Declarations.ComponentKind.NUMBER;
            case "boolean", "Boolean" -> Declarations.ComponentKind.BOOLEAN;
            default -> Declarations.ComponentKind.OTHER;
        };
    }

    private String dashed() {
        StringBuilder id = new StringBuilder(take());
        while (peek().equals("-")) {
            id.append(take()).append(take());
        }
        return id.toString();
    }

    private Declarations.Type type(String token) {
        return types.getOrDefault(token, new Declarations.OtherType(token));
    }

    private String peek() {
        return tokens.get(next);
    }

    private String take() {
        return tokens.get(next++);
    }

    private void expect(String token) {
        if (!take().equals(token)) {
            throw new IllegalArgumentException("expected " + token + " before " + tokens.subList(next, tokens.size()));
        }
    }
}
