package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.UsedNetwork;
import dev.nacre.processor.plan.PredictorPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes what a predictor holds, arrays computed from the network's, and the constructor that computes them. */
final class PredictorWeights {
    private final PredictorPlan plan;
    private final Names names;
    private final Names networkNames;
    private final ClassName network;
    private final LayerConstants layerConstants;
    private final Map<String, Step> packed;
    private final Map<String, Step> transposed;
    private final MethodSplitter construction;

    PredictorWeights(
            PredictorPlan plan,
            Map<String, Step> packed,
            Names names,
            Names networkNames,
            ClassName network,
            LayerConstants layerConstants) {
        this.layerConstants = layerConstants;
        this.plan = plan;
        this.names = names;
        this.networkNames = networkNames;
        this.network = network;
        this.packed = packed;
        this.transposed = transposed(plan);
        this.construction = construction();
    }

    /** The products whose weights the kernels are given in an order of their own, by the name of the weights. */
    static Map<String, Step> packed(PredictorPlan plan) {
        Map<String, Step> products = new HashMap<>();
        Set<String> read = new HashSet<>();
        for (PredictorPlan.Block block : plan.blocks()) {
            for (Step step : block.steps()) {
                boolean product = step.operation().equals("dense")
                        ? !(plan.unrolled() && ScalarWriter.unrolls(step))
                        : convolved(step).filter(Operand.Convolved::winograd).isPresent();
                for (int i = 0; i < step.operands().size(); i++) {
                    if (step.operands().get(i) instanceof Operand.Weights weights) {
                        String name = weights.parameter().name();
                        Step other = product && i == 1 ? products.putIfAbsent(name, step) : null;
                        if (!product
                                || i != 1
                                || other != null && !convolved(other).equals(convolved(step))) {
                            read.add(name);
                        }
                    }
                }
            }
        }
        products.keySet().removeAll(read);
        return products;
    }

    /** The convolution that a step makes forward. */
    private static Optional<Operand.Convolved> convolved(Step step) {
        return step.operation().equals("conv")
                ? step.operands().stream()
                        .filter(Operand.Convolved.class::isInstance)
                        .map(Operand.Convolved.class::cast)
                        .findFirst()
                : Optional.empty();
    }

    /** The products written out whose weights a provider may want by input besides, by the name of the weights. */
    private static Map<String, Step> transposed(PredictorPlan plan) {
        Map<String, Step> products = new HashMap<>();
        if (plan.unrolled()) {
            for (PredictorPlan.Block block : plan.blocks()) {
                for (Step step : block.steps()) {
                    if (step.operation().equals("dense") && ScalarWriter.unrolls(step) && ScalarWriter.byInput(step)) {
                        products.put(
                                ((Operand.Weights) step.operands().get(1))
                                        .parameter()
                                        .name(),
                                step);
                    }
                }
            }
        }
        return products;
    }

    private static int size(Step product, int operand) {
        return ((Operand.Size) product.operands().get(operand)).value();
    }

    MethodSpec constructor(List<MethodSpec> parts) {
        return MethodSpec.constructorBuilder()
                .addParameter(network, "network")
                .addCode(construction.write(parts))
                .build();
    }

    private MethodSplitter construction() {
        MethodSplitter splitter = new MethodSplitter(
                "construct",
                "Copies weights",
                ParameterSpec.builder(network, "network").build());
        for (PredictorPlan.Constant constant : plan.constants()) {
            Step product = packed.get(constant.spec().name());
            CodeBlock value = product == null ? computed(constant) : packed(constant, product);
            splitter.add(
                    CodeBlock.builder()
                            .addStatement("$N = $L", names.field(constant.spec().name()), value)
                            .build(),
                    48);
            Step byInput = transposed.get(constant.spec().name());
            if (byInput != null) {
                splitter.add(
                        CodeBlock.builder()
                                .addStatement(
                                        "$N = $T.of($N, $L, $L)",
                                        ScalarWriter.byInputField(names, constant.spec()),
                                        RuntimeTypes.SMALL_WEIGHTS,
                                        names.field(constant.spec().name()),
                                        size(byInput, 5),
                                        size(byInput, 6))
                                .build(),
                        24);
            }
        }
        for (Operand.CurrentP current : currentPs()) {
            splitter.add(
                    CodeBlock.builder()
                            .addStatement(
                                    current.kept()
                                            ? "$N = (float) (1 - network.dropout($S).p())"
                                            : "$N = (float) network.dropout($S).p()",
                                    names.field(current.name()),
                                    current.layer())
                            .build(),
                    24);
        }
        for (UsedNetwork used : plan.graph().used()) {
            splitter.add(
                    CodeBlock.builder()
                            .addStatement(
                                    "$N = network.$N.predictor()",
                                    StepWriter.usedField(names, used),
                                    StepWriter.usedField(networkNames, used))
                            .build(),
                    16);
        }
        return splitter;
    }

    private CodeBlock packed(PredictorPlan.Constant constant, Step product) {
        return convolved(product)
                .map(of -> CodeBlock.of("kernels.pack($L,$W$L)", packable(constant), layerConstants.of(of)))
                .orElseGet(() -> CodeBlock.of(
                        "$T.of($L,$W$L, $L)",
                        RuntimeTypes.PACKED_WEIGHTS,
                        packable(constant),
                        size(product, 5),
                        size(product, 6)));
    }

    /** What is packed is copied while it is: a copy before would be for nothing. */
    private CodeBlock packable(PredictorPlan.Constant constant) {
        boolean copied = constant.kind() == PredictorPlan.Kind.COPY
                && constant.sources().get(0).learned();
        return copied
                ? CodeBlock.of(
                        "network.$N.values()",
                        networkNames.field(constant.sources().get(0).name()))
                : computed(constant);
    }

    private CodeBlock computed(PredictorPlan.Constant constant) {
        List<CodeBlock> sources = new ArrayList<>();
        for (dev.nacre.processor.model.ParameterSpec source : constant.sources()) {
            if (source == null) {
                sources.add(CodeBlock.of("null"));
            } else {
                String field = networkNames.field(source.name());
                sources.add(
                        source.learned()
                                ? CodeBlock.of("network.$N.value()", field)
                                : CodeBlock.of("network.$N", field));
            }
        }
        if (constant.kind() == PredictorPlan.Kind.COPY) {
            return CodeBlock.of("$L.toArray()", sources.get(0));
        }
        String method = switch (constant.kind()) {
            case SCALE -> "scale";
            case SHIFT -> "shift";
            case FOLDED_WEIGHT -> "weight";
            case FOLDED_TRANSPOSED -> "transposed";
            default -> "bias";
        };
        return CodeBlock.of(
                "$T.$N($L,$W$L)",
                RuntimeTypes.FOLDING,
                method,
                CodeBlock.join(sources, ",$W"),
                StepWriter.number((float) constant.epsilon()));
    }

    List<FieldSpec> fields() {
        // A constructor assigns final fields; parts of one cannot.
        boolean isFinal = !construction.splits();
        List<FieldSpec> fields = new ArrayList<>();
        for (PredictorPlan.Constant constant : plan.constants()) {
            Step product = packed.get(constant.spec().name());
            TypeName type = product == null ? BlockMethods.FLOATS : packedType(product);
            fields.add(field(type, names.field(constant.spec().name()), isFinal));
            if (transposed.containsKey(constant.spec().name())) {
                fields.add(
                        field(RuntimeTypes.SMALL_WEIGHTS, ScalarWriter.byInputField(names, constant.spec()), isFinal));
            }
        }
        for (Operand.CurrentP current : currentPs()) {
            fields.add(field(TypeName.FLOAT, names.field(current.name()), isFinal));
        }
        for (UsedNetwork used : plan.graph().used()) {
            fields.add(field(
                    Names.predictor(used.packageName(), used.simpleNames()),
                    StepWriter.usedField(names, used),
                    isFinal));
        }
        return fields;
    }

    private static TypeName packedType(Step product) {
        return convolved(product).isPresent() ? RuntimeTypes.PACKED_FILTERS : RuntimeTypes.PACKED_WEIGHTS;
    }

    /** Probabilities that evaluation needs as they are when the predictor is made. */
    private Set<Operand.CurrentP> currentPs() {
        Set<Operand.CurrentP> found = new LinkedHashSet<>();
        for (PredictorPlan.Block block : plan.blocks()) {
            for (Step step : block.steps()) {
                for (Operand operand : step.operands()) {
                    if (operand instanceof Operand.CurrentP current) {
                        found.add(current);
                    }
                }
            }
        }
        return found;
    }

    private static FieldSpec field(TypeName type, String name, boolean isFinal) {
        FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
        return (isFinal ? field.addModifiers(Modifier.FINAL) : field).build();
    }
}
