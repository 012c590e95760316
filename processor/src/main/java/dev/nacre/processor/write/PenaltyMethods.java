package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.UsedNetwork;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what weights add to the loss, and the gradients of that; used networks add theirs, shared weights once. */
final class PenaltyMethods {
    private static final StepWriter.Variables NONE = value -> {
        throw new IllegalStateException("a penalty reads weights alone, not " + value);
    };

    private final NetworkContext context;

    PenaltyMethods(NetworkContext context) {
        this.context = context;
    }

    void write() {
        if (!context.graph().penalised()) {
            return;
        }
        context.open.add(NetworkContext.override("penalty", TypeName.DOUBLE)
                .addCode(sum())
                .build());
        context.open.add(gradients());
    }

    private List<UsedNetwork> used() {
        return context.graph().used().stream()
                .filter(used -> used.first() && used.penalised())
                .toList();
    }

    /** One addend after the other; where these are very many, in methods of a part each. */
    private CodeBlock sum() {
        List<CodeBlock> addends = new ArrayList<>();
        List<CodeBlock> comments = new ArrayList<>();
        for (Step step : context.graph().penalties()) {
            // A penalty can be asked for before the first run.
            addends.add(context.steps.call(CodeBlock.of("$T.get()", RuntimeTypes.KERNELS), step, NONE));
            comments.add(StepWriter.comment(step.formula()));
        }
        for (UsedNetwork used : used()) {
            addends.add(CodeBlock.of("$N.penalty()", StepWriter.usedField(context.names, used)));
            comments.add(CodeBlock.of(""));
        }
        int perPart = MethodSplitter.LIMIT / 40;
        if (addends.size() <= perPart) {
            return sum(addends, comments);
        }
        CodeBlock.Builder parts = CodeBlock.builder().addStatement("double sum = 0");
        for (int from = 0; from < addends.size(); from += perPart) {
            int to = Math.min(addends.size(), from + perPart);
            String name = "penalty" + (from / perPart + 1);
            context.hidden.add(MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE)
                    .addJavadoc("What weights add to the loss, part $L.\n", from / perPart + 1)
                    .returns(TypeName.DOUBLE)
                    .addCode(sum(addends.subList(from, to), comments.subList(from, to)))
                    .build());
            parts.addStatement("sum += $N()", name);
        }
        return parts.addStatement("return sum").build();
    }

    private static CodeBlock sum(List<CodeBlock> addends, List<CodeBlock> comments) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < addends.size(); i++) {
            code.add(comments.get(i));
            code.addStatement(i == 0 ? "double sum = $L" : "sum += $L", addends.get(i));
        }
        return code.addStatement("return sum").build();
    }

    private MethodSpec gradients() {
        MethodSplitter body = new MethodSplitter("backwardPenalty", "The gradients of the penalties");
        for (Step step : context.graph().penaltyGradients()) {
            body.add(
                    CodeBlock.builder()
                            .add(StepWriter.comment(step.formula()))
                            .addStatement("$L", context.steps.call(step, NONE))
                            .build(),
                    StepWriter.bytes(step));
        }
        for (UsedNetwork used : used()) {
            body.add(
                    CodeBlock.builder()
                            .addStatement("$N.backwardPenalty()", StepWriter.usedField(context.names, used))
                            .build(),
                    12);
        }
        return NetworkContext.override("backwardPenalty", TypeName.VOID)
                .addCode(body.write(context.hidden))
                .build();
    }
}
