package dev.nacre.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Value;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * What a prediction is in the user's terms: a class, yes or no, or numbers.
 *
 * @param output the output it is read from
 * @param decision what a loss says of it
 */
record TypedResult(Graph.Output output, Optional<Graph.Decision> decision) {
    private static final ClassName ENCODING = ClassName.get("dev.nacre.network", "Encoding");

    static TypedResult of(Graph graph) {
        Graph.Output output = graph.outputs().stream()
                .filter(candidate -> candidate.label().isPresent())
                .findFirst()
                .orElse(graph.outputs().get(0));
        return new TypedResult(output, output.decision());
    }

    private int width() {
        return output.value().shape().elements();
    }

    private boolean isClass() {
        return decision.filter(
                        found -> found.kind().value() == Value.Kind.LABEL || found.kind() == LabelKind.DISTRIBUTION)
                .isPresent();
    }

    private boolean isEither() {
        return decision.filter(found -> found.kind().isEither()).isPresent();
    }

    private Graph.Link link() {
        return decision.map(Graph.Decision::link).orElse(Graph.Link.NONE);
    }

    boolean hasProbabilities() {
        return link() != Graph.Link.NONE;
    }

    /** Whether it has to be made a probability. */
    boolean isScore() {
        return isSoftmax() || link() == Graph.Link.SIGMOID;
    }

    boolean isSoftmax() {
        return link() == Graph.Link.SOFTMAX;
    }

    /** @return what {@code probabilities} gives, for its Javadoc */
    String probabilityOf() {
        if (isEither()) {
            return "no and of yes";
        }
        return isClass() ? "each class" : "each element";
    }

    TypeName type() {
        if (output.label().isPresent()) {
            return BlockCall.type(output.label().get());
        } else if (isClass()) {
            return TypeName.INT;
        } else if (isEither()) {
            return decision.get().type() == Declarations.SimpleType.BOOLEAN ? TypeName.BOOLEAN : TypeName.INT;
        }
        return width() == 1 ? TypeName.FLOAT : RuntimeTypes.TENSOR;
    }

    /** @return the constants of the enum, kept because {@code values()} copies */
    Optional<FieldSpec> constant() {
        return output.label()
                .map(type -> FieldSpec.builder(
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
        return CodeBlock.builder().addStatement("return $L", value(elements)).build();
    }

    /** @return the same of an output whose elements have become probabilities */
    TypedResult ofProbabilities() {
        return new TypedResult(
                output,
                decision.map(found -> found.link() == Graph.Link.NONE
                        ? found
                        : new Graph.Decision(found.kind(), found.type(), Graph.Link.IDENTITY)));
    }

    /** @return the constant of the runtime's OutputKind */
    String kind() {
        return switch (link()) {
            case NONE -> "NUMBERS";
            case SOFTMAX -> "LOGITS";
            case SIGMOID -> "SCORES";
            case IDENTITY -> isClass() ? "CLASS_PROBABILITIES" : "PROBABILITIES";
        };
    }

    /** @return the prediction, an expression */
    CodeBlock value(String elements) {
        if (isEither()) {
            return either(elements);
        } else if (isClass()) {
            CodeBlock index = CodeBlock.of("$T.largest($N, $L)", ENCODING, elements, width());
            return output.label()
                    .map(type -> CodeBlock.of("$N[$L]", constantName(type), index))
                    .orElse(index);
        } else if (width() == 1) {
            return CodeBlock.of("$N[0]", elements);
        }
        return CodeBlock.of(
                "$T.of($T.copyOf($N, $L), $L)",
                RuntimeTypes.TENSOR,
                java.util.Arrays.class,
                elements,
                width(),
                NetworkContext.sizes(output.value().shape().sizes()));
    }

    /** A logit above 0 is a probability above one half. */
    private CodeBlock either(String elements) {
        CodeBlock yes = CodeBlock.of(link() == Graph.Link.IDENTITY ? "$N[0] > 0.5f" : "$N[0] > 0f", elements);
        Graph.Decision found = decision.orElseThrow();
        if (output.label().isPresent()) {
            return CodeBlock.of("$N[$L ? 1 : 0]", constantName(output.label().get()), yes);
        } else if (found.type() == Declarations.SimpleType.BOOLEAN) {
            return yes;
        }
        return CodeBlock.of("$L ? 1 : $L", yes, found.kind() == LabelKind.SIGN ? -1 : 0);
    }

    /** @return the statement that makes probabilities of {@code elements}, which are scores, rows times width */
    CodeBlock toProbabilities(CodeBlock kernels, CodeBlock rows, int width) {
        return isSoftmax()
                ? CodeBlock.builder()
                        .addStatement("$L.softmax(elements, elements, $L, $L)", kernels, rows, width)
                        .build()
                : CodeBlock.builder()
                        .addStatement(
                                "$L.activate(elements, elements, $L, $L, $T.SIGMOID)",
                                kernels,
                                rows,
                                width,
                                RuntimeTypes.ACTIVATION)
                        .build();
    }

    /** @param kernels where they are found */
    CodeBlock probabilities(String elements, CodeBlock kernels, Names names) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (isEither() && link() == Graph.Link.IDENTITY) {
            return code.addStatement("return new float[] {1f - $1N[0], $1N[0]}", elements)
                    .build();
        } else if (isEither()) {
            return code.addStatement("float[] $1N = {-$2N[0], $2N[0]}", room(names), elements)
                    .addStatement(
                            "$1L.activate($2N, $2N, 1, 2, $3T.SIGMOID)", kernels, room(names), RuntimeTypes.ACTIVATION)
                    .addStatement("return $N", room(names))
                    .build();
        } else if (link() == Graph.Link.IDENTITY) {
            return code.addStatement("return $T.copyOf($N, $L)", java.util.Arrays.class, elements, width())
                    .build();
        }
        code.addStatement("float[] $N = new float[$L]", room(names), width());
        if (link() == Graph.Link.SOFTMAX) {
            code.addStatement("$L.softmax($N, $N, 1, $L)", kernels, elements, room(names), width());
        } else {
            code.addStatement(
                    "$L.activate($N, $N, 1, $L, $T.SIGMOID)",
                    kernels,
                    elements,
                    room(names),
                    width(),
                    RuntimeTypes.ACTIVATION);
        }
        return code.addStatement("return $N", room(names)).build();
    }

    /** A record may be called probabilities, too. */
    private static String room(Names names) {
        return names.field("room for probabilities", "probabilities");
    }
}
