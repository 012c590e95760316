package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import dev.nacre.processor.plan.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the way back: from a loss or from a gradient of the caller's, to the parameters and to the inputs. */
final class BackwardMethods {
    private final NetworkContext context;

    /** Gradients inside a block that the product of the block behind it makes. */
    private final List<Value> crossing = new ArrayList<>();

    BackwardMethods(NetworkContext context) {
        this.context = context;
        findCrossing(context.plan.backward());
        findCrossing(context.plan.inputBackward());
    }

    private void findCrossing(List<Pass> passes) {
        Map<Integer, Pass> writers = new HashMap<>();
        for (Pass pass : passes) {
            for (Step step : pass.steps()) {
                for (Value value : step.reads()) {
                    Pass writer = writers.get(context.plan.resolve(value));
                    if (writer != null && writer != pass) {
                        crossing.add(value);
                    }
                }
                step.writes().forEach(value -> writers.put(context.plan.resolve(value), pass));
            }
        }
    }

    void write() {
        context.open.add(backward());
        context.open.add(backwardFrom());
        context.open.add(backpropagate());
        context.open.add(onArrays());
        if (context.graph().inputs().size() > 1) {
            context.graph().inputs().forEach(input -> context.open.add(inputGradient(input)));
        }
        if (!context.plan.losses().isEmpty()) {
            context.hidden.add(fromLoss());
        }
        if (copiesSeed()) {
            context.hidden.add(fromOutput());
        }
        context.hidden.add(pass("backwardBlocks", "To the gradients of the parameters", context.plan.backward()));
        context.hidden.add(pass("backwardInputs", "On to the gradients of the inputs", context.plan.inputBackward()));
        context.hidden.add(inputGradients());
    }

    private Graph.Input firstInput() {
        return context.graph().inputs().get(0);
    }

    private MethodSpec backward() {
        MethodSpec.Builder method = NetworkContext.override("backward", RuntimeTypes.TENSOR);
        beginFromLoss(method);
        method.addStatement("copyInputGradients(batch)");
        return NetworkContext.leave(method.addStatement("return $N.tensor()", context.gradientResult(firstInput())));
    }

    private MethodSpec backpropagate() {
        MethodSpec.Builder method = NetworkContext.override("backpropagate", TypeName.VOID);
        beginFromLoss(method);
        return NetworkContext.leave(method);
    }

    private void beginFromLoss(MethodSpec.Builder method) {
        NetworkContext.enter(method);
        method.addStatement("int batch = run.beginBackwardFromLoss()").addStatement("reserveGradients(batch)");
        if (!context.plan.losses().isEmpty()) {
            method.addStatement("backwardLosses(batch)");
        }
        method.addStatement("backwardBlocks(batch)");
        if (context.graph().penalised()) {
            method.addStatement("backwardPenalty()");
        }
    }

    private MethodSpec backwardFrom() {
        List<Graph.Output> outputs = context.graph().outputs();
        MethodSpec.Builder method = outputs.size() == 1
                ? NetworkContext.override("backward", RuntimeTypes.TENSOR)
                : NetworkContext.override("backward", RuntimeTypes.TENSOR)
                        .addJavadoc("From the gradient of the first output; that of the others is zero.\n");
        method.addParameter(RuntimeTypes.TENSOR, "outputGradient");
        NetworkContext.enter(method);
        method.addStatement(
                        "int batch = run.beginBackwardFromOutput(outputGradient, $N)",
                        context.shape(
                                outputs.get(0).block(), outputs.get(0).value().shape()))
                .addStatement("reserveGradients(batch)")
                .addCode(begin(CodeBlock.of("outputGradient.data()")))
                .addStatement("backwardBlocks(batch)")
                .addStatement("copyInputGradients(batch)");
        return NetworkContext.leave(method.addStatement("return $N.tensor()", context.gradientResult(firstInput())));
    }

    /** For networks that use this one; those have one output. */
    private MethodSpec onArrays() {
        MethodSpec.Builder method = NetworkContext.open("backward", TypeName.VOID)
                .addJavadoc(
                        "The same on arrays, for networks that use this one: from the gradient of the output to those of"
                                + " the inputs.\n")
                .addParameter(BlockMethods.FLOATS, "outputGradient");
        List<Graph.Input> inputs = context.graph().inputs();
        inputs.forEach(input -> method.addParameter(BlockMethods.FLOATS, gradientName(input)));
        method.addParameter(TypeName.INT, "batch");
        method.addStatement("run.beginBackwardFromOutput()")
                .addStatement("reserveGradients(batch)")
                .addCode(begin(CodeBlock.of("outputGradient")));
        inputs.stream()
                .filter(this::isGiven)
                .forEach(input -> method.addStatement("this.$1N = $1N", gradientName(input)));
        method.addStatement("backwardBlocks(batch)").addStatement("backwardInputs(batch)");
        inputs.stream()
                .filter(input -> !isGiven(input))
                .forEach(input -> method.addCode(copyGradient(input, CodeBlock.of("$N", gradientName(input)))));
        return method.build();
    }

    /** Begins with the caller's gradient, in its own array where no loss makes one. */
    private CodeBlock begin(CodeBlock outputGradient) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (context.plan.givenSeed()) {
            code.addStatement("this.$N = $L", Locations.OUTPUT_GRADIENT, outputGradient);
        }
        if (copiesSeed()) {
            code.addStatement(
                    "backwardOutput($Lbatch)", context.plan.givenSeed() ? "" : CodeBlock.of("$L, ", outputGradient));
        }
        return code.build();
    }

    private String gradientName(Graph.Input input) {
        return Locations.gradient(context.names, input);
    }

    private boolean isGiven(Graph.Input input) {
        return context.plan.givenGradients().get(context.graph().inputs().indexOf(input));
    }

    /** Whether anything is to be written before a pass from the caller's gradient. */
    private boolean copiesSeed() {
        return !context.plan.givenSeed() || context.plan.seeds().size() > 1;
    }

    private MethodSpec inputGradient(Graph.Input input) {
        return NetworkContext.open(gradientName(input), RuntimeTypes.TENSOR)
                .addJavadoc(
                        "@return the gradient with respect to {@code $L} of the last backward\n",
                        input.value().name())
                .addStatement("return $N.tensor()", context.gradientResult(input))
                .build();
    }

    private MethodSpec fromLoss() {
        MethodSplitter calls = new MethodSplitter("backwardLosses", "Runs losses backward", BlockMethods.batch());
        for (BlockPlan loss : context.plan.losses()) {
            call(calls, loss, loss.backward(), "backward");
        }
        context.plan.lossBackward().forEach(pass -> add(calls, pass));
        for (int i = 0; i < context.plan.seeds().size(); i++) {
            if (!context.plan.lossSeeds().get(i)) {
                calls.add(zero(context.plan.seeds().get(i)), 18);
            }
        }
        return MethodSpec.methodBuilder("backwardLosses")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("From the losses to the gradients of the outputs.\n")
                .addParameter(TypeName.INT, "batch")
                .addCode(calls.write(context.hidden))
                .build();
    }

    private MethodSpec fromOutput() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("backwardOutput")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        context.plan.givenSeed()
                                ? "Only the first output has a gradient.\n"
                                : "Begins with the caller's gradient in place of the losses'.\n");
        if (!context.plan.givenSeed()) {
            method.addParameter(BlockMethods.FLOATS, Locations.OUTPUT_GRADIENT);
        }
        method.addParameter(TypeName.INT, "batch");
        for (int i = 0; i < context.plan.seeds().size(); i++) {
            Value seed = context.plan.seeds().get(i);
            if (i == 0 && !context.plan.givenSeed()) {
                method.addStatement(
                        "$T.arraycopy(outputGradient, 0, $N, 0, $L)",
                        System.class,
                        context.locations.field(seed),
                        NetworkContext.elements(seed));
            } else if (i > 0) {
                method.addCode(zero(seed));
            }
        }
        context.plan.innerLossGradients().forEach(value -> method.addCode(zero(value)));
        return method.build();
    }

    private CodeBlock zero(Value value) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.fill($N, 0, $L, 0f)",
                        Arrays.class,
                        context.locations.field(value),
                        NetworkContext.elements(value))
                .build();
    }

    private MethodSpec pass(String name, String doc, List<Pass> passes) {
        MethodSplitter calls = new MethodSplitter(name + "Part", doc, BlockMethods.batch());
        passes.forEach(pass -> add(calls, pass));
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("$L.\n", doc)
                .addParameter(TypeName.INT, "batch")
                .addCode(calls.write(context.hidden))
                .build();
    }

    private void add(MethodSplitter calls, Pass pass) {
        if (pass instanceof Pass.Sum sum) {
            CodeBlock code = CodeBlock.builder()
                    .add(StepWriter.comment(sum.step().formula()))
                    .addStatement("$L", context.steps.call(sum.step(), context.locations::field))
                    .build();
            calls.add(code, StepWriter.bytes(sum.step()));
        } else if (pass instanceof Pass.Backward block) {
            call(calls, block.block(), block.block().backward(), "backward");
        } else if (pass instanceof Pass.InputBackward block) {
            call(calls, block.block(), block.block().inputBackward(), "inputBackward");
        }
    }

    private void call(MethodSplitter calls, BlockPlan plan, List<Step> steps, String prefix) {
        Graph.Block block = plan.block();
        List<Value> outside = new ArrayList<>(block.inputs());
        block.output().ifPresent(outside::add);
        if (block.outputGradient() != null) {
            outside.add(block.outputGradient());
        }
        outside.addAll(block.gradients());
        outside.addAll(crossing);
        context.graph().inputs().stream()
                .filter(this::isGiven)
                .forEach(input -> outside.add(context.plan
                        .inputGradients()
                        .get(context.graph().inputs().indexOf(input))));
        BlockMethods.Written written =
                context.blocks.write(prefix, block, steps, outside, false, "The gradients of " + block.name() + ".");
        calls.add(
                CodeBlock.builder()
                        .addStatement("$L", context.blocks.call(written))
                        .build(),
                BlockMethods.bytes(written));
    }

    private MethodSpec inputGradients() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("copyInputGradients")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("Hands the gradients of the inputs out.\n")
                .addParameter(TypeName.INT, "batch");
        List<Graph.Input> inputs = context.graph().inputs();
        inputs.stream()
                .filter(this::isGiven)
                .forEach(input ->
                        method.addStatement("$N = $N.next(batch)", gradientName(input), context.gradientResult(input)));
        method.addStatement("backwardInputs(batch)");
        inputs.stream()
                .filter(input -> !isGiven(input))
                .forEach(input -> method.addCode(
                        copyGradient(input, CodeBlock.of("$N.next(batch)", context.gradientResult(input)))));
        return method.build();
    }

    private CodeBlock copyGradient(Graph.Input input, CodeBlock target) {
        Value gradient =
                context.plan.inputGradients().get(context.graph().inputs().indexOf(input));
        String elements = NetworkContext.elements(input.value());
        CodeBlock.Builder code = CodeBlock.builder();
        if (gradient == null) {
            return code.addStatement("$T.fill($L, 0, $L, 0f)", Arrays.class, target, elements)
                    .build();
        }
        return code.addStatement(
                        "$T.arraycopy($N, 0, $L, 0, $L)",
                        System.class,
                        context.locations.field(gradient),
                        target,
                        elements)
                .build();
    }
}
