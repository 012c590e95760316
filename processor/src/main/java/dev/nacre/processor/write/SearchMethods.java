package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.RecordColumn;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the search for the first value that is not finite: the way forward once more, with a look at each value. */
final class SearchMethods {
    private static final ParameterSpec SEARCH =
            ParameterSpec.builder(RuntimeTypes.NON_FINITE, "search").build();

    private final NetworkContext context;

    SearchMethods(NetworkContext context) {
        this.context = context;
    }

    void write() {
        context.open.add(NetworkContext.override(
                        "findNonFinite",
                        ParameterizedTypeName.get(ClassName.get(Optional.class), ClassName.get(String.class)))
                .addStatement("return $T.find(this, run, parameters, this::searchNonFinite)", RuntimeTypes.NON_FINITE)
                .build());
        context.hidden.add(search());
    }

    private MethodSpec search() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("searchNonFinite")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("The last run forward once more, block by block, with a look at each value.\n")
                .addParameter(SEARCH)
                .addParameter(TypeName.INT, "batch");
        if (context.hasMasks()) {
            method.addStatement("drawMasks()");
        }
        MethodSplitter looks = new MethodSplitter("searchPart", "Looks at values", SEARCH, BlockMethods.batch());
        for (Graph.Input input : context.graph().inputs()) {
            if (mayBeMissing(input)) {
                // NaN is what its columns hold where something is missing; the vector made of them is looked at.
                continue;
            }
            looks.add(look("input", input.value().name(), input.value()), 22);
        }
        context.forward.forEach((block, call) -> looks.add(block(block, call), 30 + BlockMethods.bytes(call)));
        method.addCode(looks.write(context.hidden));
        if (!context.losses.isEmpty()) {
            method.beginControlFlow("if (search.toLoss())");
            context.graph().labels().stream()
                    .filter(label -> label.value().kind() == Value.Kind.TARGET)
                    .forEach(
                            label -> method.addCode(look("target", label.value().name(), label.value())));
            context.losses.forEach(
                    (loss, call) -> method.addStatement("search.loss($S, $L)", loss.name(), context.blocks.call(call)));
            if (context.graph().penalised()) {
                method.addStatement("search.penalty(penalty())");
            }
            method.endControlFlow();
        }
        return method.build();
    }

    private CodeBlock block(BlockPlan plan, BlockMethods.Written call) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$L", context.blocks.call(call));
        for (Step step : plan.forward()) {
            if (step.operation().equals(Step.CALL)) {
                code.addStatement(
                        "search.used($S, $N)", step.used().name(), StepWriter.usedField(context.names, step.used()));
            }
        }
        return code.add(look("block", plan.name(), plan.block().output().orElseThrow()))
                .build();
    }

    private static boolean mayBeMissing(Graph.Input input) {
        return input.record().stream()
                .flatMap(record -> RecordColumn.of(record).stream())
                .anyMatch(RecordColumn::missing);
    }

    private CodeBlock look(String kind, String name, Value value) {
        return CodeBlock.builder()
                .addStatement(
                        "search.$L($S, $N, $L)",
                        kind,
                        name,
                        context.locations.field(value),
                        NetworkContext.elements(value))
                .build();
    }
}
