package dev.nacre.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.UsedNetwork;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import dev.nacre.processor.plan.Slot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the way forward: on tensors, on arrays, block by block. */
final class ForwardMethods {
    private final NetworkContext context;

    ForwardMethods(NetworkContext context) {
        this.context = context;
    }

    void write() {
        Graph graph = context.graph();
        context.open.add(onTensors());
        MethodSpec onArrays = onArrays();
        context.open.add(onBatch());
        context.open.add(outputs());
        context.open.add(onArrays);
        for (Map.Entry<BlockPlan, BlockMethods.Written> entry : context.forward.entrySet()) {
            Graph.Block block = entry.getKey().block();
            block.declaration()
                    .ifPresent(declaration ->
                            context.open.add(new BlockCall(context).write(block, declaration, entry.getValue())));
        }
        if (context.hasMasks()) {
            context.hidden.add(drawMasks());
        }
        context.hidden.add(reserve("reserve", "capacity", true));
        context.hidden.add(reserve("reserveGradients", "gradientCapacity", false));
        if (graph.outputs().isEmpty()) {
            throw new IllegalStateException("a network without outputs");
        }
    }

    private MethodSpec onTensors() {
        MethodSpec.Builder method = NetworkContext.open("forward", RuntimeTypes.TENSOR)
                .addJavadoc(
                        "Runs all blocks but the losses.\n\n$L@return $L $L; a buffer of this network, which the call after"
                                + " the next overwrites\n",
                        inputTags(),
                        context.graph().outputs().get(0).block(),
                        Documentation.batched(
                                context.graph().outputs().get(0).value().shape()));
        inputParameters(method, context);
        checkInputs(method, context);
        NetworkContext.enter(method);
        method.addStatement("forward($L)", arrays(context));
        return NetworkContext.leave(method.addStatement(
                "return $N.tensor()", context.result(context.graph().outputs().get(0))));
    }

    private String inputTags() {
        return context.graph().inputs().stream()
                .map(input -> "@param " + context.name(input) + " "
                        + Documentation.batched(input.value().shape())
                        + (input.record().isPresent() ? ", as {@code encode} writes records" : "") + "\n")
                .collect(Collectors.joining());
    }

    static void inputParameters(MethodSpec.Builder method, NetworkContext context) {
        context.graph().inputs().forEach(input -> method.addParameter(RuntimeTypes.TENSOR, context.name(input)));
    }

    /** {@code int batch = Checks.batch("image", image, IMAGE_SHAPE);} */
    static void checkInputs(MethodSpec.Builder method, NetworkContext context) {
        boolean first = true;
        for (Graph.Input input : context.graph().inputs()) {
            String name = context.name(input);
            String shape = context.shape(input.value());
            if (first) {
                method.addStatement(
                        "int batch = $T.batch($S, $N, $N)",
                        RuntimeTypes.CHECKS,
                        input.value().name(),
                        name,
                        shape);
            } else {
                method.addStatement(
                        "$T.batch($S, $N, $N, batch)",
                        RuntimeTypes.CHECKS,
                        input.value().name(),
                        name,
                        shape);
            }
            RecordEncoding.checkPlaces(method, input, name);
            first = false;
        }
    }

    /** {@code image.data(), logitsResult.next(batch), batch} */
    static CodeBlock arrays(NetworkContext context) {
        CodeBlock.Builder arguments = CodeBlock.builder();
        context.graph().inputs().forEach(input -> arguments.add("$N.data(),$W", context.name(input)));
        context.graph().outputs().forEach(output -> arguments.add("$N.next(batch),$W", context.result(output)));
        return arguments.add("batch").build();
    }

    private MethodSpec onArrays() {
        MethodSpec.Builder method = NetworkContext.open("forward", TypeName.VOID)
                .addJavadoc(
                        "The same on arrays, for networks that use this one: in training they are read again when it"
                                + " runs backward.\n");
        Graph graph = context.graph();
        graph.inputs().forEach(input -> method.addParameter(BlockMethods.FLOATS, context.name(input)));
        graph.outputs().forEach(output -> method.addParameter(BlockMethods.FLOATS, context.name(output)));
        method.addParameter(TypeName.INT, "batch");
        method.addCode(context.begin());
        graph.inputs().forEach(input -> method.addStatement("this.$1N = $1N", context.name(input)));
        graph.outputs().forEach(output -> method.addStatement("this.$1N = $1N", context.name(output)));
        MethodSplitter calls = new MethodSplitter("forwardPart", "Runs blocks forward", BlockMethods.batch());
        for (BlockPlan block : context.plan.blocks()) {
            BlockMethods.Written call = forward(block);
            context.forward.put(block, call);
            calls.add(
                    CodeBlock.builder()
                            .addStatement("$L", context.blocks.call(call))
                            .build(),
                    BlockMethods.bytes(call));
        }
        return method.addCode(calls.write(context.hidden))
                .addStatement("run.ranForward(batch)")
                .build();
    }

    private BlockMethods.Written forward(BlockPlan plan) {
        List<Value> outside = new java.util.ArrayList<>(plan.block().inputs());
        outside.add(plan.block().output().orElseThrow());
        return context.blocks.write("forward", plan.block(), plan.forward(), outside, true, summary(plan.block()));
    }

    /** {@code Flatten, Dense(256), ReLU: 1x28x28 -> 256.} */
    static String summary(Graph.Block block) {
        String from = block.inputs().stream()
                .filter(value -> value.kind() != Value.Kind.LABEL)
                .map(value -> value.shape().toString())
                .collect(Collectors.joining(", "));
        String to = block.output().map(Value::shape).map(Shape::toString).orElse("loss");
        return Documentation.html(String.join(", ", block.layers()) + ": " + from + " -> " + to + ".");
    }

    private MethodSpec onBatch() {
        CodeBlock.Builder arguments = CodeBlock.builder();
        List<Graph.Input> inputs = context.graph().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            arguments.add(
                    "$L$T.input(batch, $L, $L, $S)",
                    i == 0 ? "" : ", ",
                    RuntimeTypes.CHECKS,
                    i,
                    inputs.size(),
                    inputs.get(i).value().name());
        }
        return NetworkContext.override("forward", RuntimeTypes.TENSOR)
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addStatement("return forward($L)", arguments.build())
                .build();
    }

    private MethodSpec outputs() {
        CodeBlock.Builder tensors = CodeBlock.builder();
        String separator = "";
        for (Graph.Output output : context.graph().outputs()) {
            tensors.add("$L$N.tensor()", separator, context.result(output));
            separator = ", ";
        }
        return NetworkContext.override("outputs", ParameterMembers.listOf(RuntimeTypes.TENSOR))
                .addStatement("return $T.of($L)", List.class, tensors.build())
                .build();
    }

    private MethodSpec drawMasks() {
        MethodSplitter draws = new MethodSplitter("drawMasks", "Draws masks");
        for (Operand.Dropout dropout : ParameterMembers.operands(context, Operand.Dropout.class)) {
            draws.add(
                    CodeBlock.builder()
                            .addStatement("run.draw($N)", StepWriter.maskField(context.names, dropout))
                            .build(),
                    14);
        }
        for (Operand.Slopes slopes : ParameterMembers.operands(context, Operand.Slopes.class)) {
            draws.add(
                    CodeBlock.builder()
                            .addStatement("run.draw($N)", StepWriter.slopesField(context.names, slopes))
                            .build(),
                    14);
        }
        for (Operand.Gaussian noise : ParameterMembers.operands(context, Operand.Gaussian.class)) {
            draws.add(
                    CodeBlock.builder()
                            .addStatement("run.draw($N)", StepWriter.noiseField(context.names, noise))
                            .build(),
                    14);
        }
        for (Operand.Connections connections : ParameterMembers.operands(context, Operand.Connections.class)) {
            draws.add(
                    CodeBlock.builder()
                            .addStatement("run.draw($N)", StepWriter.connectionsField(context.names, connections))
                            .build(),
                    14);
        }
        for (UsedNetwork used : context.graph().used()) {
            draws.add(
                    CodeBlock.builder()
                            .addStatement("$N.step(run.stepBefore())", StepWriter.usedField(context.names, used))
                            .build(),
                    15);
        }
        return MethodSpec.methodBuilder("drawMasks")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        "The masks of this step; none in evaluation.$L\n",
                        context.graph().used().isEmpty() ? "" : " Used networks count along.")
                .addCode(draws.write(context.hidden))
                .build();
    }

    private MethodSpec reserve(String name, String capacity, boolean forward) {
        MethodSplitter arrays = new MethodSplitter(name, "Makes buffers", BlockMethods.batch());
        if (forward) {
            arrays.add(
                    CodeBlock.builder()
                            .addStatement("kernels = $T.get()", RuntimeTypes.KERNELS)
                            .build(),
                    8);
        }
        for (Slot slot : context.plan.slots()) {
            if (slot.forward() == forward) {
                arrays.add(
                        CodeBlock.builder()
                                .addStatement(
                                        "$N = new float[$T.elements(batch, $L)]",
                                        Locations.buffer(context.names, slot.number()),
                                        RuntimeTypes.CHECKS,
                                        slot.elements())
                                .build(),
                        18);
            }
        }
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(
                        forward
                                ? "Makes room for a larger batch.\n"
                                : "Makes room for the gradients of a larger batch.\n")
                .addParameter(TypeName.INT, "batch")
                .beginControlFlow("if (batch > $N)", capacity)
                .addCode(arrays.write(context.hidden))
                .addStatement("$N = batch", capacity)
                .endControlFlow()
                .build();
    }
}
