package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.nacre.processor.model.Operand;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Refers to activations: those of the runtime by name, those with parameters as constants of the generated class. */
final class ActivationConstants {
    private final Names names;
    private final Map<String, FieldSpec> constants;

    /** @param constants of the generated class; receives those that are referred to */
    ActivationConstants(Names names, Map<String, FieldSpec> constants) {
        this.names = names;
        this.constants = constants;
    }

    /** @return {@code Activation.GELU}, or {@code HIDDEN1_LEAKY_RELU} */
    CodeBlock of(Operand.Function function) {
        if (function.parameters().isEmpty()) {
            return CodeBlock.of("$T.$N", RuntimeTypes.ACTIVATION, function.activation());
        }
        String constant = names.field("activation " + function.name(), Names.constant(Names.camel(function.name())));
        constants.computeIfAbsent(
                constant,
                key -> FieldSpec.builder(
                                RuntimeTypes.ACTIVATION, key, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.$N($L)",
                                RuntimeTypes.ACTIVATION,
                                function.activation(),
                                CodeBlock.join(
                                        function.parameters().stream()
                                                .map(number -> StepWriter.number(number.floatValue()))
                                                .toList(),
                                        ", "))
                        .build());
        return CodeBlock.of("$N", constant);
    }
}
