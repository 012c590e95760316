package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import dev.nacre.processor.plan.FirstMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the passes of a Monte Carlo prediction: what comes before the first mask, and what comes after it. */
final class MonteCarloMethods {
    private static final String BEFORE = "forwardBefore";
    private static final String AFTER = "forwardAfter";
    private static final TypeName RESULTS = ParameterMembers.listOf(RuntimeTypes.MONTE_CARLO);

    private final NetworkContext context;

    MonteCarloMethods(NetworkContext context) {
        this.context = context;
    }

    /** @return the field of what the first mask is put on */
    static String unmasked(NetworkContext context) {
        return context.names.field("what the first mask is put on", "unmasked");
    }

    void write() {
        Optional<FirstMask> first = context.plan.firstMask();
        if (first.isEmpty()) {
            return;
        }
        Graph graph = context.graph();
        context.open.add(kinds());
        context.open.add(onTensors());
        context.open.add(onBatch());
        context.open.add(outputs());
        if (graph.inputs().stream().allMatch(input -> input.record().isPresent())) {
            context.open.add(predict());
        }
        passes(first.get());
    }

    private MethodSpec kinds() {
        List<CodeBlock> kinds = new ArrayList<>();
        for (Graph.Output output : context.graph().outputs()) {
            kinds.add(
                    CodeBlock.of("$T.$N", RuntimeTypes.OUTPUT_KIND, new TypedResult(output, output.decision()).kind()));
        }
        return NetworkContext.override("outputKinds", ParameterMembers.listOf(RuntimeTypes.OUTPUT_KIND))
                .addStatement("return $T.of($L)", List.class, CodeBlock.join(kinds, ",$W"))
                .build();
    }

    private MethodSpec onTensors() {
        MethodSpec.Builder method = NetworkContext.open("monteCarlo", RuntimeTypes.MONTE_CARLO)
                .addJavadoc(
                        "$L by one mask after the other, the same for the same seed and step, which stays;"
                                + " what comes before the\nfirst dropout runs once. What ran before cannot be run backward.\n\n"
                                + "@param samples how many masks to draw\n",
                        context.graph().outputs().get(0).block());
        ForwardMethods.inputParameters(method, context);
        return method.addParameter(TypeName.INT, "samples")
                .addStatement("return monteCarloOutputs($L).get(0)", names())
                .build();
    }

    private CodeBlock names() {
        CodeBlock.Builder names = CodeBlock.builder();
        context.graph().inputs().forEach(input -> names.add("$N,$W", context.name(input)));
        return names.add("samples").build();
    }

    private MethodSpec onBatch() {
        CodeBlock.Builder arguments = CodeBlock.builder();
        List<Graph.Input> inputs = context.graph().inputs();
        for (int i = 0; i < inputs.size(); i++) {
            arguments.add(
                    "$T.input(batch, $L, $L, $S),$W",
                    RuntimeTypes.CHECKS,
                    i,
                    inputs.size(),
                    inputs.get(i).value().name());
        }
        return NetworkContext.override("monteCarloOutputs", RESULTS)
                .addParameter(RuntimeTypes.BATCH, "batch")
                .addParameter(TypeName.INT, "samples")
                .addStatement("return monteCarloOutputs($Lsamples)", arguments.build())
                .build();
    }

    private MethodSpec outputs() {
        MethodSpec.Builder method =
                NetworkContext.open("monteCarloOutputs", RESULTS).addJavadoc("The same of all outputs.\n");
        ForwardMethods.inputParameters(method, context);
        method.addParameter(TypeName.INT, "samples");
        ForwardMethods.checkInputs(method, context);
        NetworkContext.enter(method);
        context.graph().inputs().forEach(input -> method.addStatement("this.$1N = $1N.data()", context.name(input)));
        context.graph()
                .outputs()
                .forEach(output ->
                        method.addStatement("this.$N = $N.next(batch)", context.name(output), context.result(output)));
        return NetworkContext.leave(method.addStatement(
                "return $T.sample(this, run, batch, samples, this::$L, this::$L)",
                RuntimeTypes.MONTE_CARLO,
                BEFORE,
                AFTER));
    }

    private MethodSpec predict() {
        TypedResult result = TypedResult.of(context.graph()).ofProbabilities();
        ClassName uncertain = RuntimeTypes.UNCERTAIN;
        MethodSpec.Builder method = NetworkContext.open(
                        "predictMonteCarlo",
                        ParameterizedTypeName.get(uncertain, result.type().box()))
                .addJavadoc("The prediction for one sample by the mean over several masks, and how sure it is.\n\n"
                        + "@param samples how many masks to draw\n");
        CodeBlock.Builder encoded = CodeBlock.builder();
        for (Graph.Input input : context.graph().inputs()) {
            method.addParameter(BlockCall.type(input.record().orElseThrow()), context.name(input));
            encoded.add("encode($N),$W", context.name(input));
        }
        String passes = "passes";
        return method.addParameter(TypeName.INT, "samples")
                .addStatement(
                        "$T $N = monteCarloOutputs($Lsamples).get($L)",
                        RuntimeTypes.MONTE_CARLO,
                        passes,
                        encoded.build(),
                        context.graph().outputs().indexOf(result.output()))
                .addStatement("float[] elements = $N.mean().data()", passes)
                .addStatement("return new $T<>($L, $N)", uncertain, result.value("elements"), passes)
                .build();
    }

    private void passes(FirstMask first) {
        BlockPlan cut = context.plan.blocks().get(first.block());
        Optional<Value> unmasked = first.unmasked(cut);
        List<Step> stepsBefore = first.before(cut);
        MethodSplitter before = new MethodSplitter(BEFORE, "Runs blocks before the first mask", BlockMethods.batch());
        MethodSplitter after = new MethodSplitter(AFTER, "Runs blocks after the first mask", BlockMethods.batch());
        int number = 0;
        for (Map.Entry<BlockPlan, BlockMethods.Written> entry : context.forward.entrySet()) {
            if (number == first.block() && !stepsBefore.isEmpty()) {
                add(before, part(BEFORE, cut, stepsBefore, unmasked, "What comes before the first mask"));
                add(after, part(AFTER, cut, first.after(cut), unmasked, "The first mask, and what comes after it"));
            } else {
                add(number < first.block() ? before : after, entry.getValue());
            }
            number++;
        }
        MethodSpec.Builder once = MethodSpec.methodBuilder(BEFORE)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("What no mask changes: once for all samples of a prediction.\n")
                .addParameter(TypeName.INT, "batch")
                .addStatement("run.begin(batch, $L)", context.largest())
                .addStatement("reserve(batch)");
        unmasked.ifPresent(
                value -> once.beginControlFlow("if ($N.length < $L)", unmasked(context), NetworkContext.elements(value))
                        .addStatement(
                                "$N = new float[$T.elements(batch, $L)]",
                                unmasked(context),
                                RuntimeTypes.CHECKS,
                                value.shape().elements())
                        .endControlFlow());
        context.hidden.add(once.addCode(before.write(context.hidden)).build());
        context.hidden.add(MethodSpec.methodBuilder(AFTER)
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc("From the first mask on: for each sample of a prediction, with masks of its own.\n")
                .addParameter(TypeName.INT, "batch")
                .addStatement("run.begin(batch, $L)", context.largest())
                .addStatement("drawMasks()")
                .addCode(after.write(context.hidden))
                .build());
    }

    private BlockMethods.Written part(
            String prefix, BlockPlan plan, List<Step> steps, Optional<Value> unmasked, String doc) {
        List<Value> outside = new ArrayList<>(plan.block().inputs());
        plan.block().output().ifPresent(outside::add);
        unmasked.ifPresent(outside::add);
        return context.blocks.write(prefix, plan.block(), steps, outside, false, doc + " in " + plan.name() + ".");
    }

    private void add(MethodSplitter calls, BlockMethods.Written written) {
        CodeBlock call = context.blocks.call(written, this::field);
        calls.add(CodeBlock.builder().addStatement("$L", call).build(), BlockMethods.bytes(written));
    }

    /** What is not yet masked is no value of the graph. */
    private String field(Value value) {
        return context.plan.firstMask().orElseThrow().isUnmasked(value)
                ? unmasked(context)
                : context.locations.field(value);
    }
}
