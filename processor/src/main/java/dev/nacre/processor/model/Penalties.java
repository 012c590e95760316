package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;

/** The steps that penalties on weights are made of. */
final class Penalties {
    private Penalties() {}

    static List<Step> values(List<ParameterSpec> parameters) {
        List<Step> steps = new ArrayList<>();
        for (ParameterSpec parameter : parameters) {
            for (ParameterSpec.Penalty penalty : parameter.upkeep().penalties()) {
                String weights = parameter.name();
                steps.add(new Step(
                        penalty.operation(),
                        List.of(
                                new Operand.Weights(parameter),
                                new Operand.Size((int) parameter.elements()),
                                new Operand.Number(penalty.strength())),
                        Placed.number(penalty.strength()) + " Σ "
                                + (squares(penalty) ? weights + "²" : "|" + weights + "|")));
            }
        }
        return List.copyOf(steps);
    }

    static List<Step> gradients(List<ParameterSpec> parameters) {
        List<Step> steps = new ArrayList<>();
        for (ParameterSpec parameter : parameters) {
            for (ParameterSpec.Penalty penalty : parameter.upkeep().penalties()) {
                steps.add(new Step(
                        penalty.operation() + "Gradient",
                        List.of(
                                new Operand.Weights(parameter),
                                new Operand.WeightsGradient(parameter),
                                new Operand.Size((int) parameter.elements()),
                                new Operand.Number(penalty.strength()),
                                new Operand.Accumulate(parameter)),
                        "d(" + parameter.name() + ") += "
                                + (squares(penalty)
                                        ? "2 " + Placed.number(penalty.strength()) + " " + parameter.name()
                                        : Placed.number(penalty.strength()) + " sign(" + parameter.name() + ")")));
            }
        }
        return List.copyOf(steps);
    }

    private static boolean squares(ParameterSpec.Penalty penalty) {
        return penalty.operation().startsWith("l2");
    }
}
