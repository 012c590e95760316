package dev.nacre.processor.model;

import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import java.util.Map;
import java.util.function.Function;

/** The annotations that say how weights begin. */
final class Initialisers {
    private static final Map<String, Initialiser> BY_NAME = Map.of(
            "Normal",
            new Initialiser(
                    Map.of("value", Range.atLeast(0, "the standard deviation")),
                    options -> new ParameterSpec.Normal(options.number("value"))));

    private Initialisers() {}

    static boolean has(String name) {
        return BY_NAME.containsKey(name);
    }

    static Map<String, Range> ranges(String name) {
        return BY_NAME.get(name).ranges();
    }

    static ParameterSpec.Initialiser of(Declarations.Layer annotation) {
        return BY_NAME.get(annotation.name()).make().apply(new Options(annotation.options()));
    }

    private record Initialiser(Map<String, Range> ranges, Function<Options, ParameterSpec.Initialiser> make) {}
}
