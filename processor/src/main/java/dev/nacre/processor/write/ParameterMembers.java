package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LinearPaths;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.UsedNetwork;
import dev.nacre.processor.model.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes what a network is made of, parameters, statistics, masks and used networks, and how it is created. */
final class ParameterMembers {
    private final NetworkContext context;
    private final MethodSplitter construction = new MethodSplitter(
            "construct",
            "Makes the parameters",
            com.palantir.javapoet.ParameterSpec.builder(String.class, "prefix").build(),
            com.palantir.javapoet.ParameterSpec.builder(TypeName.LONG, "seed").build());
    private final List<FieldSpec> fields = new ArrayList<>();
    private final Map<String, ClassName> states = new LinkedHashMap<>();
    private final LinearPaths linear;

    ParameterMembers(NetworkContext context) {
        this.context = context;
        this.linear = LinearPaths.of(context.graph());
    }

    static TypeName listOf(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(List.class), element);
    }

    static TypeName mapOf(TypeName key, TypeName value) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), key, value);
    }

    /** @return the fields, after {@link #creation} */
    List<FieldSpec> fields() {
        return fields;
    }

    /** @return create, load, the constructor and initialise */
    List<MethodSpec> creation() {
        Graph graph = context.graph();
        graph.parameters().forEach(this::construct);
        graph.used().forEach(this::construct);
        constructStates();
        // A constructor assigns final fields; parts of one cannot.
        boolean isFinal = !construction.splits();
        graph.parameters().forEach(parameter -> fields.add(field(parameter, isFinal)));
        graph.used().forEach(used -> fields.add(field(used, isFinal)));
        states.forEach((name, stateType) -> {
            FieldSpec.Builder field = FieldSpec.builder(stateType, name, Modifier.PRIVATE);
            fields.add((isFinal ? field.addModifiers(Modifier.FINAL) : field).build());
        });

        List<MethodSpec> methods = new ArrayList<>();
        methods.add(create());
        methods.add(load());
        methods.add(MethodSpec.constructorBuilder()
                .addJavadoc("A part of another network, whose parameters' names begin with {@code prefix}.\n")
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeTypes.PARAMETERS, "parameters")
                .addParameter(String.class, "prefix")
                .addParameter(TypeName.LONG, "seed")
                .addStatement("this.parameters = parameters")
                .addStatement("this.run = new $T(seed)", RuntimeTypes.RUN_STATE)
                .addCode(construction.write(context.hidden))
                .build());
        methods.add(initialise());
        return methods;
    }

    private void construct(ParameterSpec parameter) {
        CodeBlock.Builder code = CodeBlock.builder();
        String field = context.names.field(parameter.name());
        String sizes = NetworkContext.sizes(parameter.sizes());
        if (parameter.learned()) {
            code.addStatement(
                    "$N = parameters.parameter(prefix.concat($S),$W$L)$L",
                    field,
                    parameter.name(),
                    sizes,
                    upkeep(parameter));
        } else {
            double start = ((ParameterSpec.Constant) parameter.initialiser()).value();
            code.addStatement(
                    "$N = parameters.statistic(prefix.concat($S),$W$L, $L)",
                    field,
                    parameter.name(),
                    StepWriter.number((float) start),
                    sizes);
        }
        construction.add(
                code.build(),
                28
                        + 8 * parameter.sizes().size()
                        + 16 * parameter.upkeep().constraints().size());
    }

    /** {@code .freeze()}, {@code .constraints(Constraint.maxNorm(2.0))} */
    private static CodeBlock upkeep(ParameterSpec parameter) {
        if (parameter.frozen()) {
            return CodeBlock.of(".freeze()");
        }
        List<CodeBlock> constraints = new ArrayList<>();
        for (ParameterSpec.Constraint constraint : parameter.upkeep().constraints()) {
            List<CodeBlock> arguments = constraint.arguments().stream()
                    .map(argument -> CodeBlock.of("$L", argument))
                    .toList();
            constraints.add(CodeBlock.of(
                    "$T.$N($L)", RuntimeTypes.CONSTRAINT, constraint.method(), CodeBlock.join(arguments, ", ")));
        }
        return constraints.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(".constraints($L)", CodeBlock.join(constraints, ",$W"));
    }

    private void construct(UsedNetwork used) {
        construction.add(
                CodeBlock.builder()
                        .addStatement(
                                "$N = new $T($L, prefix.concat($S),$W$T.child(seed, $L))",
                                StepWriter.usedField(context.names, used),
                                Names.network(used.packageName(), used.simpleNames()),
                                used.linearPaths() == 0
                                        ? "parameters"
                                        : CodeBlock.of(
                                                "parameters.within($L, $L)",
                                                linear.before().get(used.application()),
                                                linear.count()),
                                used.name() + ".",
                                RuntimeTypes.RUN_STATE,
                                used.application())
                        .build(),
                36);
        if (used.frozen() && used.first()) {
            construction.add(
                    CodeBlock.builder()
                            .addStatement("parameters.freeze(prefix.concat($S))", used.name() + ".")
                            .build(),
                    20);
        }
    }

    /** Package-private: the predictor reads them. */
    private FieldSpec field(ParameterSpec parameter, boolean isFinal) {
        FieldSpec.Builder field = FieldSpec.builder(
                parameter.learned() ? RuntimeTypes.PARAMETER : RuntimeTypes.TENSOR,
                context.names.field(parameter.name()));
        return (isFinal ? field.addModifiers(Modifier.FINAL) : field).build();
    }

    private FieldSpec field(UsedNetwork used, boolean isFinal) {
        FieldSpec.Builder field = FieldSpec.builder(
                Names.network(used.packageName(), used.simpleNames()), StepWriter.usedField(context.names, used));
        return (isFinal ? field.addModifiers(Modifier.FINAL) : field).build();
    }

    /** Masks and batch statistics have no weights, but a state of their own. */
    private void constructStates() {
        int layer = 0;
        for (Operand.Dropout dropout : operands(context, Operand.Dropout.class)) {
            construct(
                    RuntimeTypes.MASK,
                    StepWriter.maskField(context.names, dropout),
                    CodeBlock.of("$L, $L, $L", p(dropout), layer++, MaskShapes.of(dropout.noise())),
                    dropout.atEvaluation() ? ".scaledAtEvaluation()" : "",
                    48 + 16 * dropout.noise().sizes().size());
        }
        for (Operand.Slopes slopes : operands(context, Operand.Slopes.class)) {
            construct(
                    RuntimeTypes.RANDOM_SLOPES,
                    StepWriter.slopesField(context.names, slopes),
                    CodeBlock.of("$L, $L, $L", slopes.lower(), slopes.upper(), layer++));
        }
        for (Operand.Gaussian noise : operands(context, Operand.Gaussian.class)) {
            construct(
                    RuntimeTypes.RANDOM_NOISE,
                    StepWriter.noiseField(context.names, noise),
                    CodeBlock.of(
                            noise.factors() ? "$T.factors($L, $L)" : "new $T(0, $L, $L)",
                            RuntimeTypes.RANDOM_NOISE,
                            noise.p(),
                            layer++),
                    24);
        }
        for (Operand.Connections connections : operands(context, Operand.Connections.class)) {
            construct(
                    RuntimeTypes.CONNECTIONS,
                    StepWriter.connectionsField(context.names, connections),
                    CodeBlock.of("$L, $L$L", connections.p(), layer++, connections.samples() > 0 ? ", true" : ""));
        }
        dropouts(context).forEach(this::register);
        context.graph().used().forEach(this::register);
        for (Operand.Statistics statistics : operands(context, Operand.Statistics.class)) {
            construct(
                    RuntimeTypes.BATCH_STATISTICS,
                    context.names.field(statistics.name() + " statistics"),
                    CodeBlock.of(
                            "$L, $L, $L, $L",
                            statistics.features(),
                            statistics.inner(),
                            StepWriter.number((float) statistics.momentum()),
                            StepWriter.number((float) statistics.epsilon())));
        }
    }

    /** {@code 0.5}, or {@code parameters.linear(0.5, 2, 3)} */
    private CodeBlock p(Operand.Dropout dropout) {
        return dropout.linear()
                ? CodeBlock.of(
                        "parameters.linear($L, $L, $L)",
                        dropout.p(),
                        linear.own().get(dropout),
                        linear.count())
                : CodeBlock.of("$L", dropout.p());
    }

    /** {@code run.dropout("hidden1.dropout", hidden1DropoutMask, HIDDEN1_SHAPE, 1)} */
    private void register(Operand chance, Step step) {
        if (chance instanceof Operand.Connections connections) {
            ParameterSpec weight = context.graph().parameters().stream()
                    .filter(parameter -> parameter.name().equals(connections.name()))
                    .findFirst()
                    .orElseThrow();
            construction.add(
                    CodeBlock.builder()
                            .addStatement(
                                    "run.dropout($S, $N, $T.of($L)$L)",
                                    connections.layer(),
                                    StepWriter.connectionsField(context.names, connections),
                                    RuntimeTypes.SHAPE,
                                    NetworkContext.sizes(weight.sizes()),
                                    connections.perSample() ? ", 1" : "")
                            .build(),
                    40);
            return;
        }
        boolean noise = chance instanceof Operand.Gaussian;
        Value changed = step.writes().get(0);
        int rows = step.operands().stream()
                .filter(Operand.Rows.class::isInstance)
                .map(operand -> ((Operand.Rows) operand).perSample())
                .findFirst()
                .orElse(1);
        construction.add(
                CodeBlock.builder()
                        .addStatement(
                                "run.dropout($S, $N, $N, $L)",
                                noise ? ((Operand.Gaussian) chance).name() : ((Operand.Dropout) chance).name(),
                                noise
                                        ? StepWriter.noiseField(context.names, (Operand.Gaussian) chance)
                                        : StepWriter.maskField(context.names, (Operand.Dropout) chance),
                                context.shape(changed),
                                rows)
                        .build(),
                24);
    }

    /** Applications that share weights share a name as well, but have masks of their own. */
    private void register(UsedNetwork used) {
        List<UsedNetwork> same = context.graph().used().stream()
                .filter(other -> other.name().equals(used.name()))
                .toList();
        construction.add(
                CodeBlock.builder()
                        .addStatement(
                                "run.uses($S, $N)",
                                same.size() == 1 ? used.name() : used.name() + "." + (same.indexOf(used) + 1),
                                StepWriter.usedField(context.names, used))
                        .build(),
                16);
    }

    private void construct(ClassName type, String field, CodeBlock arguments) {
        construct(type, field, arguments, "", 24);
    }

    private void construct(ClassName type, String field, CodeBlock arguments, String form, int bytes) {
        construct(type, field, CodeBlock.of("new $T($L)$L", type, arguments, form), bytes);
    }

    private void construct(ClassName type, String field, CodeBlock made, int bytes) {
        construction.add(
                CodeBlock.builder().addStatement("$N = $L", field, made).build(), bytes);
        states.put(field, type);
    }

    /** @return what drops or is noise in forward order, each with the first step that has it */
    static Map<Operand, Step> dropouts(NetworkContext context) {
        Map<Operand, Step> dropouts = new LinkedHashMap<>();
        steps(context)
                .forEach(step -> step.operands().stream()
                        .filter(operand -> operand instanceof Operand.Dropout
                                || operand instanceof Operand.Gaussian
                                || operand instanceof Operand.Connections)
                        .forEach(operand -> dropouts.putIfAbsent(operand, step)));
        return dropouts;
    }

    /** @return the operands of a kind in forward order, each once */
    static <T extends Operand> List<T> operands(NetworkContext context, Class<T> kind) {
        Map<T, T> found = new LinkedHashMap<>();
        steps(context).forEach(step -> collect(step, kind, found));
        return List.copyOf(found.values());
    }

    private static Stream<Step> steps(NetworkContext context) {
        return Stream.concat(context.plan.blocks().stream(), context.plan.losses().stream())
                .flatMap(block -> block.forward().stream());
    }

    private static <T extends Operand> void collect(Step step, Class<T> kind, Map<T, T> found) {
        step.operands().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .forEach(operand -> found.put(operand, operand));
    }

    private MethodSpec create() {
        return MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(context.self)
                .addJavadoc("A new network in training mode: the same seed gives the same bits everywhere.\n\n"
                        + "@param seed of the initial weights and of all masks\n@return the network\n")
                .addParameter(TypeName.LONG, "seed")
                .addStatement(
                        "$T network = new $T(new $T(), $S, seed)",
                        context.self,
                        context.self,
                        RuntimeTypes.PARAMETERS,
                        "")
                .addStatement("network.initialise(seed)")
                .addStatement("return network")
                .build();
    }

    private MethodSpec load() {
        return MethodSpec.methodBuilder("load")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(context.self)
                .addJavadoc(
                        "A network as it was saved; from a file of another origin, such as PyTorch, in evaluation mode.\n\n"
                                + "@param file safetensors\n@return the network\n"
                                + "@throws java.io.UncheckedIOException if the file cannot be read\n"
                                + "@throws IllegalArgumentException if its tensors are not those of this network\n")
                .addParameter(Path.class, "file")
                .addStatement("$T checkpoint = $T.read(file)", RuntimeTypes.CHECKPOINT, RuntimeTypes.CHECKPOINT)
                .addStatement(
                        "$T network = new $T(new $T(), $S, checkpoint.seed())",
                        context.self,
                        context.self,
                        RuntimeTypes.PARAMETERS,
                        "")
                .addStatement("checkpoint.restore(network.state())")
                .addCode(
                        context.hasDropouts()
                                ? CodeBlock.of("checkpoint.restore(network.dropouts());\n")
                                : CodeBlock.of(""))
                .addStatement("return network.step(checkpoint.step()).mode(checkpoint.mode())")
                .build();
    }

    private MethodSpec initialise() {
        MethodSplitter body = new MethodSplitter(
                "initialise",
                "Draws initial weights",
                com.palantir.javapoet.ParameterSpec.builder(TypeName.LONG, "seed")
                        .build());
        int stream = 0;
        for (ParameterSpec parameter : context.graph().parameters()) {
            if (parameter.learned()) {
                body.add(Initialisation.write(parameter, context.names.field(parameter.name()), stream++), 36);
            }
        }
        for (UsedNetwork used : context.graph().used()) {
            if (used.first()) {
                body.add(
                        CodeBlock.builder()
                                .addStatement(
                                        "$N.initialise($T.child(seed, $L))",
                                        StepWriter.usedField(context.names, used),
                                        RuntimeTypes.RUN_STATE,
                                        used.application())
                                .build(),
                        16);
            }
        }
        return NetworkContext.open("initialise", TypeName.VOID)
                .addJavadoc("Draws the initial weights anew.\n")
                .addParameter(TypeName.LONG, "seed")
                .addCode(body.write(context.hidden))
                .build();
    }
}
