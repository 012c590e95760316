package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.nacre.processor.model.ParameterSpec;

/** Writes how a parameter begins: a call of the runtime's {@code Initializers}. */
final class Initialisation {
    private Initialisation() {}

    /** @param stream the number of the parameter, which keeps its random numbers apart from those of others */
    static CodeBlock write(ParameterSpec parameter, String field, int stream) {
        CodeBlock.Builder code = CodeBlock.builder();
        ParameterSpec.Initialiser initialiser = parameter.initialiser();
        if (initialiser instanceof ParameterSpec.Constant constant) {
            code.addStatement("$T.constant($N, $L)", RuntimeTypes.INITIALIZERS, field, constant.value());
        } else {
            code.addStatement(
                    "$T.$L($N, $L, seed, $L)",
                    RuntimeTypes.INITIALIZERS,
                    method(initialiser),
                    field,
                    arguments(initialiser),
                    stream);
        }
        if (!parameter.upkeep().constraints().isEmpty()) {
            code.addStatement("$N.constrain()", field);
        }
        return code.build();
    }

    private static String method(ParameterSpec.Initialiser initialiser) {
        if (initialiser instanceof ParameterSpec.TruncatedNormal) {
            return "truncatedNormal";
        } else if (initialiser instanceof ParameterSpec.Orthogonal) {
            return "orthogonal";
        }
        boolean normal = initialiser instanceof ParameterSpec.Normal
                || initialiser instanceof ParameterSpec.Scaled scaled && !scaled.uniform();
        return normal ? "normal" : "uniform";
    }

    private static CodeBlock arguments(ParameterSpec.Initialiser initialiser) {
        if (initialiser instanceof ParameterSpec.FanInUniform uniform) {
            return CodeBlock.of("Math.sqrt(1.0 / $L)", uniform.fanIn());
        } else if (initialiser instanceof ParameterSpec.Normal normal) {
            return normal.mean() == 0
                    ? CodeBlock.of("$L", normal.deviation())
                    : CodeBlock.of("$L, $L", normal.mean(), normal.deviation());
        } else if (initialiser instanceof ParameterSpec.TruncatedNormal normal) {
            return CodeBlock.of("$L, $L", normal.mean(), normal.deviation());
        } else if (initialiser instanceof ParameterSpec.Uniform uniform) {
            return CodeBlock.of("$L, $L", uniform.low(), uniform.high());
        } else if (initialiser instanceof ParameterSpec.Scaled scaled) {
            return CodeBlock.of("$T.$L, $L", RuntimeTypes.FAN, scaled.fan(), scaled.gain());
        } else if (initialiser instanceof ParameterSpec.Orthogonal orthogonal) {
            return CodeBlock.of("$L", orthogonal.gain());
        }
        throw new IllegalArgumentException("no Java for " + initialiser);
    }
}
