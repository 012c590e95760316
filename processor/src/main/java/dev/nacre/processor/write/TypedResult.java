package dev.nacre.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Value;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * What a prediction is in the user's terms.
 *
 * @param output the output it is read from
 * @param label the enum whose constant it is, where it is one
 * @param classes the number of classes, 0 for a regression
 */
record TypedResult(Graph.Output output, Optional<Declarations.EnumType> label, int classes) {
    private static final ClassName ENCODING = ClassName.get("dev.nacre.network", "Encoding");

    static TypedResult of(Graph graph) {
        Graph.Output output = graph.outputs().stream()
                .filter(candidate -> candidate.label().isPresent())
                .findFirst()
                .orElse(graph.outputs().get(0));
        boolean classifies = graph.blocks().stream()
                .anyMatch(block -> block.isLoss()
                        && block.inputs().get(0).id() == output.value().id()
                        && block.inputs().stream().anyMatch(value -> value.kind() == Value.Kind.LABEL));
        return new TypedResult(
                output, output.label(), classifies ? output.value().shape().elements() : 0);
    }

    TypeName type() {
        if (label.isPresent()) {
            return BlockCall.type(label.get());
        } else if (classes > 0) {
            return TypeName.INT;
        }
        return output.value().shape().elements() == 1 ? TypeName.FLOAT : RuntimeTypes.TENSOR;
    }

    /** @return the constants of the enum, kept because {@code values()} copies */
    Optional<FieldSpec> constant() {
        return label.map(type -> FieldSpec.builder(
                        ArrayTypeName.of(BlockCall.type(type)),
                        constantName(type),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.values()", BlockCall.type(type))
                .build());
    }

    private static String constantName(Declarations.EnumType type) {
        return Names.constant(type.display()) + "_VALUES";
    }

    CodeBlock predicted(String elements) {
        int width = output.value().shape().elements();
        if (label.isPresent()) {
            return CodeBlock.builder()
                    .addStatement("return $N[$T.largest($N, $L)]", constantName(label.get()), ENCODING, elements, width)
                    .build();
        } else if (classes > 0) {
            return CodeBlock.builder()
                    .addStatement("return $T.largest($N, $L)", ENCODING, elements, width)
                    .build();
        } else if (width == 1) {
            return CodeBlock.builder().addStatement("return $N[0]", elements).build();
        }
        return CodeBlock.builder()
                .addStatement(
                        "return $T.of($T.copyOf($N, $L), $L)",
                        RuntimeTypes.TENSOR,
                        java.util.Arrays.class,
                        elements,
                        width,
                        NetworkContext.sizes(output.value().shape().sizes()))
                .build();
    }

    CodeBlock probabilities(String elements) {
        return CodeBlock.builder()
                .addStatement("float[] probabilities = new float[$L]", classes)
                .addStatement("kernels.softmax($N, probabilities, 1, $L)", elements, classes)
                .addStatement("return probabilities")
                .build();
    }
}
