package dev.nacre.processor.model;

import dev.nacre.processor.layer.Emission;
import dev.nacre.processor.layer.Layer;
import dev.nacre.processor.layer.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A used network as a layer, once or several times in a row.
 *
 * <p>Its parameters are called {@code block.inner...} where it is the only layer of the block with parameters, else
 * {@code block.use.inner...}, numbered {@code use1}, {@code use2} like other layers; with own weights per repetition
 * the repetition's number from 1 follows.
 */
final class UseLayer implements Layer {
    private final Declarations.UsedType type;
    private final UsedPlan plan;
    private final boolean repeated;
    private final int count;
    private final boolean shared;

    UseLayer(Declarations.UsedType type, UsedPlan plan, boolean repeated, int count, boolean shared) {
        this.type = type;
        this.plan = plan;
        this.repeated = repeated;
        this.count = count;
        this.shared = shared;
    }

    @Override
    public String name() {
        return "Use";
    }

    @Override
    public Role role() {
        return plan.inputs().size() > 1 ? Role.MERGE : Role.TRANSFORM;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PARAMETERS);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        List<UsedPlan.Port> ports = plan.inputs();
        if (site.inputs().size() != ports.size()) {
            List<String> inputs = ports.stream().map(UsedPlan.Port::toString).toList();
            site.report(
                    "value",
                    Messages.usedInputs(simpleName(), inputs, site.inputs().size()));
            return Optional.empty();
        }
        for (int i = 0; i < ports.size(); i++) {
            UsedPlan.Port port = ports.get(i);
            if (!port.shape().equals(site.inputs().get(i))) {
                site.report(
                        "value",
                        Messages.usedShape(
                                simpleName(),
                                port.name(),
                                port.shape(),
                                site.inputs().get(i)));
                return Optional.empty();
            }
        }
        return Optional.of(plan.outputs().get(0).shape());
    }

    @Override
    public void emit(Emission emission) {
        BlockEmission.LayerEmission own = (BlockEmission.LayerEmission) emission;
        List<Call> calls = new ArrayList<>();
        List<Value> inputs = emission.inputs();
        for (int i = 1; i <= count; i++) {
            Value output = i == count
                    ? emission.output()
                    : emission.intermediate(
                            String.valueOf(i), plan.outputs().get(0).shape());
            UsedNetwork application = own.use(this::application, name(emission, i), i == 1 || !shared);
            calls.add(new Call(application, inputs, output));
            List<Operand> operands = new ArrayList<>();
            inputs.forEach(input -> operands.add(new Operand.Read(input)));
            operands.add(new Operand.Write(output));
            emission.forward(new Step(
                    Step.CALL,
                    operands,
                    output.name() + " = " + simpleName() + "(" + names(inputs) + ")",
                    Step.When.ALWAYS,
                    application));
            emission.multiplyAdds(plan.multiplyAdds());
            inputs = List.of(output);
        }
        emission.backward(gradients -> {
            Value dy = gradients.output();
            for (int i = count - 1; i >= 0; i--) {
                Call call = calls.get(i);
                List<Operand> operands = new ArrayList<>();
                operands.add(new Operand.Read(dy));
                for (int j = 0; j < call.inputs().size(); j++) {
                    Value dx = i == 0
                            ? gradients.input(j)
                            : gradients.intermediate(
                                    String.valueOf(i), call.inputs().get(j).shape());
                    operands.add(new Operand.Write(dx));
                    dy = dx;
                }
                gradients.step(new Step(
                        Step.CALL_GRADIENT,
                        operands,
                        "d(" + names(call.inputs()) + ") through " + simpleName(),
                        Step.When.ALWAYS,
                        call.application()));
            }
        });
    }

    private String name(Emission emission, int repetition) {
        return repeated && !shared ? emission.name() + "." + repetition : emission.name();
    }

    private UsedNetwork application(String name, int number, boolean first) {
        return new UsedNetwork(
                name,
                number,
                first,
                type.packageName(),
                type.simpleNames(),
                plan.inputs().stream().map(UsedPlan.Port::shape).toList(),
                plan.outputs().get(0).shape(),
                plan.parameters(),
                plan.multiplyAdds(),
                plan.linearPaths(),
                plan.penalised(),
                false);
    }

    /** @return {@code Use(Block)}, with its repetitions */
    String described() {
        String repeat = repeated ? ", " + count + " times" + (shared ? " with shared weights" : "") : "";
        return "Use(" + simpleName() + repeat + ")";
    }

    /** @return whether the network has parameters */
    boolean learns() {
        return plan.parameters() > 0;
    }

    String simpleName() {
        return type.simpleNames().get(type.simpleNames().size() - 1);
    }

    private static String names(List<Value> values) {
        return String.join(", ", values.stream().map(Value::name).toList());
    }

    private record Call(UsedNetwork application, List<Value> inputs, Value output) {}
}
