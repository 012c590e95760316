package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import dev.nacre.processor.plan.BlockPlan;
import dev.nacre.processor.plan.NetworkPlan;
import dev.nacre.processor.plan.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What the parts of one network's writer share: the plan, the names, and the members written so far. */
final class NetworkContext {
    /** Fields and locals that generated classes have whatever they declare. */
    static final List<String> FIXED = List.of(
            "kernels",
            "parameters",
            "run",
            "capacity",
            "gradientCapacity",
            "batch",
            "loss",
            "prefix",
            "seed",
            "step",
            "mode",
            "file",
            "network",
            "checkpoint",
            "outputGradient",
            "n",
            "elements",
            "before",
            "samples",
            "passes",
            "search");

    private static final int NAMED_SHAPES = 50;

    final NetworkPlan plan;
    final Names names = new Names();
    final ClassName self;
    final ClassName predictor;
    final String title;
    final Locations locations;
    final StepWriter steps;
    final BlockMethods blocks;
    final Map<String, FieldSpec> constants = new LinkedHashMap<>();
    /** The forward methods of the blocks in the order in which they run. */
    final Map<BlockPlan, BlockMethods.Written> forward = new LinkedHashMap<>();

    /** The forward methods of the losses. */
    final Map<BlockPlan, BlockMethods.Written> losses = new LinkedHashMap<>();

    final List<MethodSpec> open = new ArrayList<>();
    final List<MethodSpec> hidden = new ArrayList<>();

    NetworkContext(NetworkPlan plan) {
        this.plan = plan;
        var declaration = plan.graph().declaration();
        self = Names.network(declaration.packageName(), declaration.simpleNames());
        predictor = Names.predictor(declaration.packageName(), declaration.simpleNames());
        title = String.join(".", declaration.simpleNames());
        FIXED.forEach(names::reserve);
        StepWriter.reserve(
                names,
                Stream.concat(plan.blocks().stream(), plan.losses().stream())
                        .flatMap(block -> block.forward().stream()));
        locations = new Locations(plan, names);
        StepWriter.Weights weights = parameter -> parameter.learned()
                ? CodeBlock.of("$N.values()", names.field(parameter.name()))
                : CodeBlock.of("$N.data()", names.field(parameter.name()));
        LayerConstants activations = new LayerConstants(names, constants);
        steps = new StepWriter(weights, names, activations);
        blocks = new BlockMethods(
                steps,
                plan.unrolled() ? new ScalarWriter(weights, names, activations, false) : null,
                plan::resolve,
                locations::field,
                hidden);
    }

    /** Opens what no other thread may be inside of, after the checks of what is given. */
    static void enter(MethodSpec.Builder method) {
        method.addStatement("run.enter()").beginControlFlow("try");
    }

    /** Closes what {@link #enter} opened, and the method. */
    static MethodSpec leave(MethodSpec.Builder method) {
        return method.nextControlFlow("finally")
                .addStatement("run.leave()")
                .endControlFlow()
                .build();
    }

    /** What every run begins with. */
    CodeBlock begin() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("run.begin(batch, $L)", largest());
        if (hasMasks()) {
            code.addStatement("drawMasks()");
        }
        return code.addStatement("reserve(batch)").build();
    }

    /** @return the elements of one sample of the largest value that the network makes an array for */
    int largest() {
        return Stream.concat(
                        plan.slots().stream().map(Slot::elements),
                        graph().outputs().stream()
                                .map(output -> output.value().shape().elements()))
                .mapToInt(Integer::intValue)
                .max()
                .orElseThrow();
    }

    /** @return whether the network or one that it uses may have masks */
    boolean hasMasks() {
        return hasDropouts()
                || !ParameterMembers.operands(this, Operand.Slopes.class).isEmpty();
    }

    /** @return whether the network or one that it uses may have dropout layers, of values, of weights, or of noise */
    boolean hasDropouts() {
        return !ParameterMembers.dropouts(this).isEmpty() || !graph().used().isEmpty();
    }

    /** {@code batch * 784}, the number of elements of a batch. */
    static String elements(Value value) {
        int perSample = value.shape().elements();
        return perSample == 1 ? "batch" : "batch * " + perSample;
    }

    Graph graph() {
        return plan.graph();
    }

    String name(Graph.Input input) {
        return names.field(input.value().name());
    }

    String name(Graph.Label label) {
        return names.field(label.value().name());
    }

    /** @return the field that keeps the indices of an enum label's constants */
    String ordinals(Graph.Label label) {
        return names.field(
                "ordinals of " + label.value().name(), Names.camel(label.value().name()) + "Ordinals");
    }

    /** @return the field that keeps yes and no as numbers */
    String numbers(Graph.Label label) {
        return names.field(
                "numbers of " + label.value().name(), Names.camel(label.value().name()) + "Numbers");
    }

    String name(Graph.Output output) {
        return names.field(output.block());
    }

    /** @return the field of the tensors in which an output is handed out */
    String result(Graph.Output output) {
        return names.field("result " + output.block(), Names.camel(output.block()) + "Result");
    }

    /** @return the field of the tensors in which an input's gradient is handed out */
    String gradientResult(Graph.Input input) {
        return names.field(
                "gradient of " + input.value().name(), Names.camel(input.value().name()) + "GradientResult");
    }

    /** @return the constant that holds the shape of a value's samples */
    String shape(Value value) {
        return shape(value.name(), value.shape());
    }

    String shape(String name, Shape shape) {
        // Deep networks repeat few shapes many times, and a static initialiser has a limit too.
        boolean byName = plan.blocks().size() <= NAMED_SHAPES;
        String constant = byName
                ? names.field("shape of " + name, Names.constant(Names.camel(name)) + "_SHAPE")
                : names.field("shape " + shape, "SHAPE_" + shape.toString().toUpperCase(Locale.ROOT));
        constants.computeIfAbsent(
                constant,
                key -> FieldSpec.builder(RuntimeTypes.SHAPE, key, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.of($L)", RuntimeTypes.SHAPE, sizes(shape.sizes()))
                        .build());
        return constant;
    }

    static String sizes(List<Integer> sizes) {
        return String.join(", ", sizes.stream().map(String::valueOf).toList());
    }

    static MethodSpec.Builder open(String name, TypeName result) {
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(result);
    }

    static MethodSpec.Builder override(String name, TypeName result) {
        return open(name, result).addAnnotation(Override.class);
    }
}
