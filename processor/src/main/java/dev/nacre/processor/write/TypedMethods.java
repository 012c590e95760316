package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the calls in the user's own types: records in, enums out. */
final class TypedMethods {
    private final NetworkContext context;

    TypedMethods(NetworkContext context) {
        this.context = context;
    }

    void write() {
        Set<Declarations.RecordType> records = new LinkedHashSet<>();
        context.graph().inputs().forEach(input -> input.record().ifPresent(records::add));
        for (Declarations.RecordType type : records) {
            RecordEncoding encoding = new RecordEncoding(type);
            context.open.add(encoding.encodeAll());
            context.hidden.add(encoding.encodeOne());
        }
        if (context.graph().inputs().stream().allMatch(input -> input.record().isPresent())) {
            TypedResult result = TypedResult.of(context.graph());
            result.constant().ifPresent(constant -> context.constants.put(constant.name(), constant));
            context.open.add(predict(result));
            if (result.hasProbabilities()) {
                context.open.add(probabilities(result));
            }
            context.hidden.add(evaluate(result));
        }
    }

    private void arguments(MethodSpec.Builder method) {
        for (Graph.Input input : context.graph().inputs()) {
            method.addParameter(BlockCall.type(input.record().orElseThrow()), context.name(input));
        }
    }

    private String names() {
        return String.join(
                ", ", context.graph().inputs().stream().map(context::name).toList());
    }

    private MethodSpec predict(TypedResult result) {
        MethodSpec.Builder method = NetworkContext.open("predict", result.type())
                .addJavadoc("The prediction for one sample, in evaluation mode whatever the present mode.\n"
                        + "What ran before cannot be run backward after it.\n");
        arguments(method);
        return method.addStatement("float[] elements = evaluate($L)", names())
                .addCode(result.predicted("elements"))
                .build();
    }

    private MethodSpec probabilities(TypedResult result) {
        MethodSpec.Builder method = NetworkContext.open("probabilities", BlockMethods.FLOATS)
                .addJavadoc(
                        "@return the probability of $L for one sample, in evaluation mode\n", result.probabilityOf());
        arguments(method);
        return method.addStatement("float[] elements = evaluate($L)", names())
                .addCode(result.probabilities("elements", CodeBlock.of("kernels"), context.names))
                .build();
    }

    /** {@code Result} rows serve as the encoded sample too: no allocation per call. */
    private MethodSpec evaluate(TypedResult result) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("evaluate")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        "Runs one sample in evaluation mode and gives the elements of $L.\n",
                        result.output().block())
                .returns(BlockMethods.FLOATS);
        arguments(method);
        method.addStatement("run.enter()")
                .addStatement("$T before = run.mode()", RuntimeTypes.MODE)
                .addStatement("mode($T.EVAL)", RuntimeTypes.MODE)
                .beginControlFlow("try");
        CodeBlock.Builder arrays = CodeBlock.builder();
        for (Graph.Input input : context.graph().inputs()) {
            String row = context.names.field(
                    "row of " + input.value().name(), Names.camel(input.value().name()) + "Row");
            method.addStatement("float[] $N = $N.next(1)", row, context.gradientResult(input));
            method.addStatement("encode($N, $N, 0)", context.name(input), row);
            arrays.add("$N, ", row);
        }
        context.graph().outputs().forEach(output -> arrays.add("$N.next(1), ", context.result(output)));
        return method.addStatement("forward($L1)", arrays.build())
                .addStatement("return this.$N", context.name(result.output()))
                .nextControlFlow("finally")
                .addStatement("mode(before)")
                .addStatement("run.leave()")
                .endControlFlow()
                .build();
    }
}
