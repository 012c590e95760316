package dev.nacre.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Operand;
import javax.lang.model.element.Modifier;

/** Writes how labels and weights of samples come into the calls that run to the loss: parameters, checks, conversions. */
final class LabelArguments {
    private static final TypeName BOOLEANS = TypeName.get(boolean[].class);

    private final NetworkContext context;

    LabelArguments(NetworkContext context) {
        this.context = context;
    }

    /** @return whether the constants of an enum become indices that are kept */
    static boolean hasOrdinals(Graph.Label label) {
        return label.kind() == LabelKind.CLASS && label.type() instanceof Declarations.EnumType;
    }

    /** @return whether a label can be given in a second form: enums, booleans, plain floats */
    static boolean hasOtherForm(Graph.Label label) {
        return label.kind() != LabelKind.WEIGHTS && (label.kind() != LabelKind.CLASS || hasOrdinals(label));
    }

    /** {@code private static final float[] LOSS_CROSS_ENTROPY_CLASS_WEIGHTS = {1f, 2f};} */
    static FieldSpec constant(Names names, Operand.Numbers numbers) {
        CodeBlock values = numbers.values().stream()
                .map(value -> StepWriter.number(value.floatValue()))
                .collect(CodeBlock.joining(", ", "{", "}"));
        return FieldSpec.builder(
                        BlockMethods.FLOATS,
                        StepWriter.constant(names, numbers),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(values)
                .build();
    }

    /** Adds a parameter and its checks to a method that knows its batch; gives the array to go on with. */
    CodeBlock write(MethodSpec.Builder method, Graph.Label label, boolean otherForm) {
        boolean other = otherForm && hasOtherForm(label);
        String name = context.name(label);
        method.addParameter(other ? otherType(label) : plainType(label), name);
        CodeBlock given = CodeBlock.of("$N", name);
        if (label.kind().isEither()) {
            String numbers = context.numbers(label);
            method.addStatement("$N = $L", numbers, numbers(label, given, CodeBlock.of("$N", numbers)));
            return CodeBlock.of("$N", numbers);
        }
        if (label.kind() == LabelKind.CLASS && other) {
            String ordinals = context.ordinals(label);
            method.addStatement(
                    "$N = $T.ordinals($S, $N, batch, $L, $N)",
                    ordinals,
                    RuntimeTypes.LABEL_CHECKS,
                    label.value().name(),
                    name,
                    label.value().shape().elements(),
                    ordinals);
            return CodeBlock.of("$N", ordinals);
        }
        check(method, label, given);
        return label.kind().isIndex() || label.kind() == LabelKind.WEIGHTS || other
                ? given
                : CodeBlock.of("$N.data()", name);
    }

    private static TypeName plainType(Graph.Label label) {
        if (label.kind() == LabelKind.WEIGHTS) {
            return BlockMethods.FLOATS;
        }
        return label.kind().isIndex() ? BlockMethods.INTS : RuntimeTypes.TENSOR;
    }

    private static TypeName otherType(Graph.Label label) {
        if (label.type() instanceof Declarations.EnumType type) {
            return ArrayTypeName.of(Names.type(type.packageName(), type.simpleNames()));
        }
        return label.kind().isEither() ? BOOLEANS : BlockMethods.FLOATS;
    }

    /** {@code LabelChecks.flags("spam", spam, batch, 1, spamNumbers)} */
    static CodeBlock numbers(Graph.Label label, CodeBlock given, CodeBlock room) {
        return CodeBlock.of(
                "$T.$N($S, $L, batch, $L, $L)",
                RuntimeTypes.LABEL_CHECKS,
                label.kind() == LabelKind.SIGN ? "signs" : "flags",
                label.value().name(),
                given,
                label.value().shape().elements(),
                room);
    }

    /** Checks what is taken as it is: class indices, targets as a tensor or an array, weights. */
    void check(MethodSpec.Builder method, Graph.Label label, CodeBlock given) {
        String name = label.value().name();
        switch (label.kind()) {
            case CLASS -> {
                CodeBlock ignored = label.ignored().isPresent()
                        ? CodeBlock.of(",$W$L", label.ignored().getAsInt())
                        : CodeBlock.of("");
                method.addStatement(
                        "$T.labels($S, $L, batch, $L, $L$L)",
                        RuntimeTypes.LABEL_CHECKS,
                        name,
                        given,
                        label.value().shape().elements(),
                        label.classes(),
                        ignored);
            }
            case WEIGHTS -> method.addStatement("$T.weights($S, $L, batch)", RuntimeTypes.LABEL_CHECKS, name, given);
            default ->
                method.addStatement(
                        "$T.target($S, $L, $N, batch)", RuntimeTypes.CHECKS, name, given, context.shape(label.value()));
        }
    }

    /** @return the label at an index of a batch, of a network that declares so many */
    static CodeBlock ofBatch(Graph.Label label, int index, int count) {
        boolean weights = label.kind() == LabelKind.WEIGHTS;
        return CodeBlock.of(
                "$T.$N(batch, $L, $L, $S)",
                weights ? RuntimeTypes.LABEL_CHECKS : RuntimeTypes.CHECKS,
                weights ? "weights" : label.kind().isIndex() ? "labels" : "target",
                index,
                count,
                label.value().name());
    }
}
