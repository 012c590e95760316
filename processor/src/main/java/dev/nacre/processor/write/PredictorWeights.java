package dev.nacre.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.nacre.processor.model.UsedNetwork;
import dev.nacre.processor.plan.PredictorPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes what a predictor holds, arrays computed from the network's, and the constructor that computes them. */
final class PredictorWeights {
    private final PredictorPlan plan;
    private final Names names;
    private final Names networkNames;
    private final ClassName network;
    private final MethodSplitter construction;

    PredictorWeights(PredictorPlan plan, Names names, Names networkNames, ClassName network) {
        this.plan = plan;
        this.names = names;
        this.networkNames = networkNames;
        this.network = network;
        this.construction = construction();
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
            splitter.add(
                    CodeBlock.builder()
                            .addStatement("$N = $L", names.field(constant.spec().name()), computed(constant))
                            .build(),
                    48);
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
            fields.add(field(BlockMethods.FLOATS, names.field(constant.spec().name()), isFinal));
        }
        for (UsedNetwork used : plan.graph().used()) {
            fields.add(field(
                    Names.predictor(used.packageName(), used.simpleNames()),
                    StepWriter.usedField(names, used),
                    isFinal));
        }
        return fields;
    }

    private static FieldSpec field(TypeName type, String name, boolean isFinal) {
        FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PRIVATE);
        return (isFinal ? field.addModifiers(Modifier.FINAL) : field).build();
    }
}
