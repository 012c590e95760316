package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the calls that run to the loss. */
final class LossMethods {
    private final NetworkContext context;
    private final LabelArguments labelArguments;

    LossMethods(NetworkContext context) {
        this.context = context;
        this.labelArguments = new LabelArguments(context);
    }

    static TypeName arrayType(Graph.Label label) {
        return label.value().kind() == Value.Kind.LABEL ? BlockMethods.INTS : BlockMethods.FLOATS;
    }

    void write() {
        if (context.plan.losses().isEmpty()) {
            context.open.add(NetworkContext.override("loss", TypeName.FLOAT)
                    .addParameter(RuntimeTypes.BATCH, "batch")
                    .addStatement(
                            "throw new IllegalStateException($S)",
                            context.title + " declares no loss: add a method with @CrossEntropy or another loss")
                    .build());
            return;
        }
        Map<BlockPlan, BlockMethods.Written> written = context.losses;
        for (BlockPlan loss : context.plan.losses()) {
            written.put(
                    loss,
                    context.blocks.write(
                            "forward",
                            loss.block(),
                            loss.forward(),
                            loss.block().inputs(),
                            true,
                            ForwardMethods.summary(loss.block())));
        }
        context.open.add(loss(false));
        if (context.graph().labels().stream().anyMatch(LabelArguments::hasOtherForm)) {
            context.open.add(loss(true));
        }
        context.open.add(onBatch());
        context.hidden.add(onArrays(written));
        written.forEach((loss, call) -> loss.block()
                .declaration()
                .ifPresent(declaration ->
                        context.open.add(new BlockCall(context).write(loss.block(), declaration, call))));
    }

    /** With class indices and tensors, or in the other form with enums, booleans and plain floats. */
    private MethodSpec loss(boolean otherForm) {
        MethodSpec.Builder method = NetworkContext.open("loss", TypeName.FLOAT);
        method.addJavadoc(
                context.plan.losses().size() == 1
                        ? "Runs to the loss.\n"
                        : "Runs to the sum of the losses, each times its weight.\n");
        ForwardMethods.inputParameters(method, context);
        ForwardMethods.checkInputs(method, context);
        NetworkContext.enter(method);
        CodeBlock.Builder arguments = CodeBlock.builder();
        context.graph().inputs().forEach(input -> arguments.add("$N,$W", context.name(input)));
        for (Graph.Label label : context.graph().labels()) {
            arguments.add("$L,$W", labelArguments.write(method, label, otherForm));
        }
        return NetworkContext.leave(method.addStatement("return lossOf($Lbatch)", arguments.build()));
    }

    private MethodSpec onBatch() {
        List<CodeBlock> arguments = new ArrayList<>();
        List<Graph.Input> inputs = context.graph().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            arguments.add(CodeBlock.of(
                    "$T.input(batch, $L, $L, $S)",
                    RuntimeTypes.CHECKS,
                    i,
                    inputs.size(),
                    inputs.get(i).value().name()));
        }
        List<Graph.Label> labels = context.graph().labels();
        for (int i = 0; i < labels.size(); i++) {
            arguments.add(LabelArguments.ofBatch(labels.get(i), i, labels.size()));
        }
        return NetworkContext.override("loss", TypeName.FLOAT)
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addStatement("return loss($L)", CodeBlock.join(arguments, ",$W"))
                .build();
    }

    private MethodSpec onArrays(Map<BlockPlan, BlockMethods.Written> written) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("lossOf")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        context.graph().penalised()
                                ? "Forward, then the losses, each times its weight, and what the weights cost.\n"
                                : "Forward, then the losses, each times its weight.\n")
                .returns(TypeName.FLOAT);
        ForwardMethods.inputParameters(method, context);
        context.graph().labels().forEach(label -> method.addParameter(arrayType(label), context.name(label)));
        method.addParameter(TypeName.INT, "batch");
        method.addStatement("forward($L)", ForwardMethods.arrays(context));
        context.graph().labels().forEach(label -> method.addStatement("this.$1N = $1N", context.name(label)));
        List<CodeBlock> terms = new ArrayList<>();
        written.forEach((loss, call) -> {
            CodeBlock value = call(call);
            double weight = loss.block().weight();
            terms.add(weight == 1 ? value : CodeBlock.of("$L * $L", StepWriter.number((float) weight), value));
        });
        CodeBlock losses = CodeBlock.join(terms, "$W+ ");
        if (context.graph().penalised()) {
            method.addStatement("float loss = (float) ($L$W+ penalty())", losses);
        } else {
            method.addStatement("float loss = $L", losses);
        }
        return method.addStatement("run.ranLoss(batch)")
                .addStatement("return loss")
                .build();
    }

    private CodeBlock call(BlockMethods.Written written) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Value value : written.arguments()) {
            // The parameters of this method hide the fields of inputs, which are arrays.
            arguments.add(CodeBlock.of("this.$N", context.locations.field(value)));
        }
        return CodeBlock.of("$N($L, batch)", written.name(), CodeBlock.join(arguments, ", "));
    }
}
