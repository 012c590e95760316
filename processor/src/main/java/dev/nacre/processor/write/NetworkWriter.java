package dev.nacre.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LinearPaths;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.UsedNetwork;
import dev.nacre.processor.plan.Slot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code XNetwork}; reads in the order of the file it writes. */
final class NetworkWriter {
    private static final int PLAN_VERSION = 1;

    private final NetworkContext context;

    private NetworkWriter(NetworkContext context) {
        this.context = context;
    }

    static JavaFile write(NetworkContext context) {
        return new NetworkWriter(context).write();
    }

    private JavaFile write() {
        Graph graph = context.graph();
        Declarations.Network declaration = graph.declaration();
        TypeSpec.Builder type = TypeSpec.classBuilder(context.self)
                .addJavadoc(Documentation.network(context.plan))
                .addAnnotation(AnnotationSpec.builder(RuntimeTypes.GENERATED)
                        .addMember("value", "$S", "dev.nacre.processor.NacreProcessor")
                        .build())
                .addAnnotation(planAnnotation())
                .addModifiers(Modifier.FINAL);
        Silence.add(type, declaration);
        if (declaration.isPublic()) {
            type.addModifiers(Modifier.PUBLIC);
        }
        switch (declaration.kind()) {
            case INTERFACE -> type.addSuperinterface(Names.declared(declaration));
            case ABSTRACT_CLASS -> type.superclass(Names.declared(declaration));
            case OTHER -> {}
        }
        type.addSuperinterface(RuntimeTypes.NETWORK);

        ParameterMembers members = new ParameterMembers(context);
        List<MethodSpec> creation = members.creation();
        new ForwardMethods(context).write();
        new LossMethods(context).write();
        new BackwardMethods(context).write();
        new PenaltyMethods(context).write();
        new TypedMethods(context).write();
        new SearchMethods(context).write();
        new MonteCarloMethods(context).write();
        MethodSpec mode = mode();
        List<FieldSpec> runs = runFields();

        ParameterMembers.operands(context, Operand.Numbers.class)
                .forEach(numbers -> type.addField(LabelArguments.constant(context.names, numbers)));
        type.addFields(context.constants.values());
        type.addField(FieldSpec.builder(RuntimeTypes.KERNELS, "kernels", Modifier.PRIVATE)
                .addJavadoc("Set by the first run: who only wants a predictor does without.\n")
                .build());
        type.addField(RuntimeTypes.PARAMETERS, "parameters", Modifier.PRIVATE, Modifier.FINAL);
        type.addField(RuntimeTypes.RUN_STATE, "run", Modifier.PRIVATE, Modifier.FINAL);
        type.addFields(members.fields());
        type.addFields(runs);
        type.addMethods(creation);
        type.addMethods(context.open);
        type.addMethod(mode);
        type.addMethods(lifecycle());
        type.addMethods(context.hidden);
        return JavaFile.builder(declaration.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private AnnotationSpec planAnnotation() {
        AnnotationSpec.Builder plan =
                AnnotationSpec.builder(RuntimeTypes.PLAN).addMember("version", "$L", PLAN_VERSION);
        context.graph()
                .inputs()
                .forEach(input -> plan.addMember(
                        "inputs",
                        "$S",
                        input.value().name() + ":" + input.value().shape()));
        if (context.graph().inputs().isEmpty()) {
            plan.addMember("inputs", "{}");
        }
        context.graph()
                .outputs()
                .forEach(output -> plan.addMember(
                        "outputs", "$S", output.block() + ":" + output.value().shape()));
        plan.addMember("parameters", "$LL", context.plan.cost().parameters())
                .addMember("multiplyAdds", "$LL", context.plan.cost().multiplyAdds());
        int linear = LinearPaths.of(context.graph()).count();
        return (linear == 0 ? plan : plan.addMember("linearPaths", "$L", linear)).build();
    }

    /** What a run leaves behind: the caller's arrays, the results, the buffers. */
    private List<FieldSpec> runFields() {
        List<FieldSpec> fields = new ArrayList<>();
        for (Graph.Output output : context.graph().outputs()) {
            fields.add(result(
                    context.result(output),
                    context.shape(output.block(), output.value().shape())));
        }
        for (Graph.Input input : context.graph().inputs()) {
            fields.add(result(context.gradientResult(input), context.shape(input.value())));
        }
        context.graph().inputs().forEach(input -> fields.add(array(BlockMethods.FLOATS, context.name(input))));
        context.graph().labels().forEach(label -> fields.add(array(LossMethods.arrayType(label), context.name(label))));
        context.graph().labels().stream()
                .filter(LabelArguments::hasOrdinals)
                .forEach(label -> fields.add(array(BlockMethods.INTS, context.ordinals(label))));
        context.graph().labels().stream()
                .filter(label -> label.kind().isEither())
                .forEach(label -> fields.add(array(BlockMethods.FLOATS, context.numbers(label))));
        context.graph().outputs().forEach(output -> fields.add(array(BlockMethods.FLOATS, context.name(output))));
        if (context.plan.givenSeed()) {
            fields.add(array(BlockMethods.FLOATS, Locations.OUTPUT_GRADIENT));
        }
        for (int i = 0; i < context.plan.givenGradients().size(); i++) {
            if (context.plan.givenGradients().get(i)) {
                Graph.Input input = context.graph().inputs().get(i);
                fields.add(array(BlockMethods.FLOATS, Locations.gradient(context.names, input)));
            }
        }
        context.plan
                .firstMask()
                .flatMap(first -> first.unmasked(context.plan.blocks().get(first.block())))
                .ifPresent(value -> fields.add(
                        FieldSpec.builder(BlockMethods.FLOATS, MonteCarloMethods.unmasked(context), Modifier.PRIVATE)
                                .initializer("{}")
                                .addJavadoc("Holds $L, for monteCarlo.\n", Documentation.html(value.name()))
                                .build()));
        fields.add(FieldSpec.builder(TypeName.INT, "capacity", Modifier.PRIVATE).build());
        fields.add(FieldSpec.builder(TypeName.INT, "gradientCapacity", Modifier.PRIVATE)
                .build());
        for (Slot slot : context.plan.slots()) {
            fields.add(FieldSpec.builder(
                            BlockMethods.FLOATS, Locations.buffer(context.names, slot.number()), Modifier.PRIVATE)
                    .addJavadoc("$L.\n", holds(slot))
                    .build());
        }
        return fields;
    }

    static String holds(Slot slot) {
        int shown = Math.min(slot.holds().size(), 6);
        String text = String.join("; ", slot.holds().subList(0, shown));
        int more = slot.holds().size() - shown;
        return "Holds " + Documentation.html(text) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static FieldSpec result(String name, String shape) {
        return FieldSpec.builder(RuntimeTypes.RESULT, name, Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T($N)", RuntimeTypes.RESULT, shape)
                .build();
    }

    private static FieldSpec array(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PRIVATE).build();
    }

    private MethodSpec mode() {
        MethodSplitter switches = new MethodSplitter(
                "switchMode",
                "Switches the used networks",
                com.palantir.javapoet.ParameterSpec.builder(RuntimeTypes.MODE, "mode")
                        .build());
        for (UsedNetwork used : context.graph().used()) {
            switches.add(
                    CodeBlock.builder()
                            .addStatement("$N.mode(mode)", StepWriter.usedField(context.names, used))
                            .build(),
                    12);
        }
        return NetworkContext.override("mode", context.self)
                .addParameter(RuntimeTypes.MODE, "mode")
                .addStatement("run.mode(mode)")
                .addCode(switches.write(context.hidden))
                .addStatement("return this")
                .build();
    }

    private List<MethodSpec> lifecycle() {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(NetworkContext.override("mode", RuntimeTypes.MODE)
                .addStatement("return run.mode()")
                .build());
        methods.add(modeShortcut("train", "TRAIN"));
        methods.add(modeShortcut("eval", "EVAL"));
        methods.add(NetworkContext.override("seed", TypeName.LONG)
                .addStatement("return run.seed()")
                .build());
        methods.add(NetworkContext.override("step", TypeName.LONG)
                .addStatement("return run.step()")
                .build());
        MethodSpec.Builder step = NetworkContext.override("step", context.self)
                .addParameter(TypeName.LONG, "step")
                .addStatement("run.step(step)");
        MethodSplitter steps = new MethodSplitter(
                "setStep",
                "Sets the step of the used networks",
                com.palantir.javapoet.ParameterSpec.builder(TypeName.LONG, "step")
                        .build());
        for (UsedNetwork used : context.graph().used()) {
            steps.add(
                    CodeBlock.builder()
                            .addStatement("$N.step(step)", StepWriter.usedField(context.names, used))
                            .build(),
                    12);
        }
        methods.add(step.addCode(steps.write(context.hidden))
                .addStatement("return this")
                .build());
        if (context.hasDropouts()) {
            methods.add(NetworkContext.override("dropouts", RuntimeTypes.DROPOUT_LAYERS)
                    .addStatement("return run.dropouts()")
                    .build());
        }
        methods.add(NetworkContext.override("parameters", ParameterMembers.listOf(RuntimeTypes.PARAMETER))
                .addStatement("return parameters.list()")
                .build());
        methods.add(NetworkContext.override(
                        "state", ParameterMembers.mapOf(ClassName.get(String.class), RuntimeTypes.TENSOR))
                .addStatement("return parameters.state()")
                .build());
        methods.add(NetworkContext.override("save", TypeName.VOID)
                .addParameter(Path.class, "file")
                .addStatement("$T.save(file, state(), run)", RuntimeTypes.CHECKPOINT)
                .build());
        methods.add(NetworkContext.open("predictor", context.predictor)
                .addJavadoc(
                        "@return the evaluation of this network as it is now: immutable, for any number of threads\n")
                .addStatement("return new $T(this)", context.predictor)
                .build());
        return methods;
    }

    private MethodSpec modeShortcut(String name, String mode) {
        return NetworkContext.override(name, context.self)
                .addStatement("return mode($T.$N)", RuntimeTypes.MODE, mode)
                .build();
    }
}
