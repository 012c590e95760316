package dev.nacre.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.PredictorPlan;
import dev.nacre.processor.plan.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes {@code XPredictor}: the weights, immutable, and a workspace of buffers per thread. */
final class PredictorWriter {
    private final PredictorPlan plan;
    private final Names networkNames;
    private final Names names = new Names();
    private final ClassName self;
    private final ClassName network;
    private final ClassName workspace;
    private final ClassName workspaces;
    private final ParameterSpec buffers;

    /** The products whose weights are packed, by the name of the weights. */
    private final Map<String, Step> packed;

    private final StepWriter.Weights values = new StepWriter.Weights() {
        @Override
        public CodeBlock values(dev.nacre.processor.model.ParameterSpec parameter) {
            return CodeBlock.of("$N", names.field(parameter.name()));
        }

        @Override
        public boolean multiply(dev.nacre.processor.model.ParameterSpec parameter) {
            return packed.containsKey(parameter.name());
        }
    };

    private final Map<Integer, String> external = new HashMap<>();
    private final Map<String, FieldSpec> constants = new java.util.LinkedHashMap<>();
    private final List<MethodSpec> open = new ArrayList<>();
    private final List<MethodSpec> hidden = new ArrayList<>();

    private PredictorWriter(PredictorPlan plan, Names networkNames) {
        this.plan = plan;
        this.networkNames = networkNames;
        this.packed = PredictorWeights.packed(plan);
        Declarations.Network declaration = plan.graph().declaration();
        this.self = Names.predictor(declaration.packageName(), declaration.simpleNames());
        this.network = Names.network(declaration.packageName(), declaration.simpleNames());
        this.workspace = self.nestedClass("Workspace");
        this.workspaces = self.nestedClass("Workspaces");
        this.buffers = ParameterSpec.builder(workspace, "buffers").build();
        NetworkContext.FIXED.forEach(names::reserve);
        List.of("buffers", "workspaces").forEach(names::reserve);
        StepWriter.reserve(names, plan.blocks().stream().flatMap(block -> block.steps().stream()));
        for (Graph.Input input : plan.graph().inputs()) {
            external.put(input.value().id(), names.field(input.value().name()));
        }
        for (Graph.Output output : plan.graph().outputs()) {
            external.put(output.value().id(), names.field(output.block()));
        }
    }

    static JavaFile write(PredictorPlan plan, Names networkNames) {
        return new PredictorWriter(plan, networkNames).write();
    }

    private JavaFile write() {
        Graph graph = plan.graph();
        forward();
        typed();
        // After the blocks, so that constants stand in their order.
        PredictorWeights weights =
                new PredictorWeights(plan, packed, names, networkNames, network, new LayerConstants(names, constants));
        open.add(0, weights.constructor(hidden));
        TypeSpec workspaceType = workspaceType();

        Declarations.Network declaration = graph.declaration();
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addJavadoc(
                        "The evaluation of {@link $T} as it was when this was made: immutable, for any number of threads,\n"
                                + "with norms folded into the layers before them. After a thread's first call only arrays and lists that are the\n"
                                + "caller's own are allocated.\n",
                        network)
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                        .addMember("value", "$S", "dev.nacre.processor.NacreProcessor")
                        .build())
                .addModifiers(Modifier.FINAL);
        Silence.add(type, declaration);
        if (declaration.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        type.addFields(constants.values());
        if (callsKernels()) {
            type.addField(FieldSpec.builder(RuntimeTypes.KERNELS, "kernels", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("$T.get()", RuntimeTypes.KERNELS)
                    .build());
        }
        type.addFields(weights.fields());
        type.addField(FieldSpec.builder(workspaces, "workspaces", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", workspaces)
                .build());
        type.addMethods(open);
        type.addMethods(hidden);
        type.addType(workspaceType);
        type.addType(workspacesType());
        return JavaFile.builder(declaration.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /** Products of packed weights do not: to load the kernels takes as long as a first prediction without them. */
    private boolean callsKernels() {
        StepWriter steps = new StepWriter(values, names, new LayerConstants(names, constants));
        return plan.blocks().stream()
                .flatMap(block -> block.steps().stream())
                .anyMatch(step -> steps.callsKernels(step) && !(plan.unrolled() && ScalarWriter.unrolls(step)));
    }

    private CodeBlock kernels() {
        return callsKernels() ? CodeBlock.of("kernels") : CodeBlock.of("$T.get()", RuntimeTypes.KERNELS);
    }

    private String location(Value value) {
        String name = external.get(value.id());
        return name != null
                ? name
                : "buffers." + Locations.buffer(names, plan.slotOf().get(value.id()));
    }

    private void forward() {
        Graph graph = plan.graph();
        Graph.Output first = graph.outputs().get(0);
        MethodSpec.Builder onTensors = NetworkContext.open("forward", RuntimeTypes.TENSOR)
                .addJavadoc(
                        "@return $L $L; a buffer of this thread, which its call after the next overwrites\n",
                        first.block(),
                        Documentation.batched(first.value().shape()));
        MethodSpec.Builder onArrays =
                NetworkContext.open("forward", TypeName.VOID).addJavadoc("The same on arrays.\n");
        List<CodeBlock> arrays = new ArrayList<>();
        boolean isFirst = true;
        for (Graph.Input input : graph.inputs()) {
            String name = external.get(input.value().id());
            onTensors.addParameter(RuntimeTypes.TENSOR, name);
            onTensors.addStatement(
                    isFirst ? "int batch = $T.batch($S, $N, $N)" : "$T.batch($S, $N, $N, batch)",
                    RuntimeTypes.CHECKS,
                    input.value().name(),
                    name,
                    shape(input.value().name(), input.value()));
            RecordEncoding.checkPlaces(onTensors, input, name);
            isFirst = false;
            onArrays.addParameter(BlockMethods.FLOATS, name);
            arrays.add(CodeBlock.of("$N.data()", name));
        }
        onTensors.addStatement("$T buffers = workspaces.get()", workspace);
        for (Graph.Output output : graph.outputs()) {
            onArrays.addParameter(
                    BlockMethods.FLOATS, external.get(output.value().id()));
            arrays.add(CodeBlock.of("buffers.$N.next(batch)", result(output)));
        }
        open.add(onTensors
                .addStatement("forward($L,$Wbuffers, batch)", CodeBlock.join(arrays, ",$W"))
                .addStatement("return buffers.$N.tensor()", result(first))
                .build());
        onArrays.addParameter(TypeName.INT, "batch");
        List<ParameterSpec> given = onArrays.build().parameters();
        onArrays.addStatement(
                "forward($L,$Wworkspaces.get(), batch)",
                CodeBlock.join(
                        given.subList(0, given.size() - 1).stream()
                                .map(parameter -> CodeBlock.of("$N", parameter))
                                .toList(),
                        ",$W"));
        open.add(onArrays.build());
        open.addAll(new PredictorOutputs(
                        graph, workspace, this::result, names.field("scores of a batch", "scores"), kernels())
                .methods(graph.inputs().stream()
                        .map(input -> external.get(input.value().id()))
                        .toList()));

        MethodSpec.Builder inBuffers = MethodSpec.methodBuilder("forward")
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("The same in the buffers of this thread.\n")
                .addParameters(given.subList(0, given.size() - 1))
                .addParameter(buffers)
                .addParameter(BlockMethods.batch());
        if (!plan.slots().isEmpty()) {
            inBuffers.addStatement("buffers.reserve(batch)");
        }
        inBuffers.addCode(calls());
        hidden.add(0, inBuffers.build());
    }

    private CodeBlock calls() {
        LayerConstants activations = new LayerConstants(names, constants);
        StepWriter steps = new StepWriter(values, names, activations);
        BlockMethods blocks = new BlockMethods(
                steps,
                plan.unrolled() ? new ScalarWriter(values, names, activations, true) : null,
                Value::id,
                this::location,
                hidden,
                buffers);
        List<ParameterSpec> arrays = new ArrayList<>();
        external.values().stream()
                .sorted()
                .forEach(name -> arrays.add(
                        ParameterSpec.builder(BlockMethods.FLOATS, name).build()));
        arrays.add(buffers);
        arrays.add(BlockMethods.batch());
        MethodSplitter calls = new MethodSplitter("forwardPart", "Runs blocks", arrays.toArray(ParameterSpec[]::new));
        for (PredictorPlan.Block block : plan.blocks()) {
            List<Value> outside = new ArrayList<>(block.block().inputs());
            outside.add(block.block().output().orElseThrow());
            BlockMethods.Written written =
                    blocks.write("forward", block.block(), block.steps(), outside, true, summary(block.block()));
            calls.add(
                    CodeBlock.builder().addStatement("$L", blocks.call(written)).build(),
                    8 + BlockMethods.bytes(written));
        }
        return calls.write(hidden);
    }

    /** Not the layers: some are gone, some are folded. */
    private static String summary(Graph.Block block) {
        Value output = block.output().orElseThrow();
        return Documentation.html(block.name() + ": "
                + String.join(
                        ", ",
                        block.inputs().stream().map(Documentation::described).toList())
                + " -> " + output.shape() + ".");
    }

    private void typed() {
        Graph graph = plan.graph();
        if (!graph.inputs().stream().allMatch(input -> input.record().isPresent())) {
            return;
        }
        TypedResult result = TypedResult.of(graph);
        result.constant().ifPresent(constant -> constants.put(constant.name(), constant));
        open.add(typed("predict", result.type(), result, result.predicted("elements")));
        if (result.hasProbabilities()) {
            open.add(typed(
                    "probabilities", BlockMethods.FLOATS, result, result.probabilities("elements", kernels(), names)));
        }
    }

    private MethodSpec typed(String name, TypeName returned, TypedResult result, CodeBlock answer) {
        MethodSpec.Builder method = NetworkContext.open(name, returned)
                .addJavadoc(
                        "@return $L for one sample\n",
                        name.equals("predict") ? "the prediction" : "the probability of " + result.probabilityOf())
                .addStatement("$T buffers = workspaces.get()", workspace);
        List<CodeBlock> arrays = new ArrayList<>();
        for (Graph.Input input : plan.graph().inputs()) {
            String argument = external.get(input.value().id());
            method.addParameter(BlockCall.type(input.record().orElseThrow()), argument);
            method.addStatement("$T.encode($N, buffers.$N, 0)", network, argument, row(input));
            arrays.add(CodeBlock.of("buffers.$N", row(input)));
        }
        plan.graph().outputs().forEach(output -> arrays.add(CodeBlock.of("buffers.$N.next(1)", result(output))));
        return method.addStatement("forward($L,$Wbuffers, 1)", CodeBlock.join(arrays, ",$W"))
                .addStatement("float[] elements = buffers.$N.tensor().data()", result(result.output()))
                .addCode(answer)
                .build();
    }

    private String row(Graph.Input input) {
        return names.field(
                "row of " + input.value().name(), Names.camel(input.value().name()) + "Row");
    }

    private String result(Graph.Output output) {
        return names.field("result " + output.block(), Names.camel(output.block()) + "Result");
    }

    private String shape(String name, Value value) {
        String constant = names.field("shape of " + name, Names.constant(Names.camel(name)) + "_SHAPE");
        constants.putIfAbsent(
                constant,
                FieldSpec.builder(RuntimeTypes.SHAPE, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.of($L)",
                                RuntimeTypes.SHAPE,
                                NetworkContext.sizes(value.shape().sizes()))
                        .build());
        return constant;
    }

    /** Holds no reference to the predictor: a thread that outlives it does not keep it. */
    private TypeSpec workspaceType() {
        TypeSpec.Builder type = TypeSpec.classBuilder(workspace)
                .addJavadoc("The buffers of one thread.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        for (Graph.Input input : plan.graph().inputs()) {
            input.record()
                    .ifPresent(record -> type.addField(FieldSpec.builder(
                                    BlockMethods.FLOATS, row(input), Modifier.FINAL)
                            .initializer("new float[$L]", input.value().shape().elements())
                            .build()));
        }
        for (Graph.Output output : plan.graph().outputs()) {
            type.addField(FieldSpec.builder(RuntimeTypes.RESULT, result(output), Modifier.FINAL)
                    .initializer("new $T($N)", RuntimeTypes.RESULT, shape(output.block(), output.value()))
                    .build());
        }
        if (plan.slots().isEmpty()) {
            return type.build();
        }
        type.addField(FieldSpec.builder(TypeName.INT, "capacity").build());
        List<MethodSpec> parts = new ArrayList<>();
        MethodSplitter arrays = new MethodSplitter("reserve", "Makes buffers", BlockMethods.batch());
        for (Slot slot : plan.slots()) {
            String buffer = Locations.buffer(names, slot.number());
            type.addField(FieldSpec.builder(BlockMethods.FLOATS, buffer)
                    .addJavadoc("$L.\n", NetworkWriter.holds(slot))
                    .build());
            arrays.add(
                    CodeBlock.builder()
                            .addStatement(
                                    "$N = new float[$T.elements(batch, $L)]",
                                    buffer,
                                    RuntimeTypes.CHECKS,
                                    slot.elements())
                            .build(),
                    18);
        }
        type.addMethod(MethodSpec.methodBuilder("reserve")
                .addParameter(TypeName.INT, "batch")
                .beginControlFlow("if (batch > capacity)")
                .addCode(arrays.write(parts))
                .addStatement("capacity = batch")
                .endControlFlow()
                .build());
        return type.addMethods(parts).build();
    }

    /** A class rather than a lambda, which would take the first predictor of a program milliseconds. */
    private TypeSpec workspacesType() {
        return TypeSpec.classBuilder(workspaces)
                .addJavadoc("One workspace for each thread.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(ClassName.get(ThreadLocal.class), workspace))
                .addMethod(MethodSpec.methodBuilder("initialValue")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(workspace)
                        .addStatement("return new $T()", workspace)
                        .build())
                .build();
    }
}
