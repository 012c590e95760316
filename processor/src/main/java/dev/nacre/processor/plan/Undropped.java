package dev.nacre.processor.plan;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import java.util.ArrayList;
import java.util.List;

/** Products as they are in evaluation, in which all weights take part. */
final class Undropped {
    private Undropped() {}

    static List<Step> all(List<Step> steps) {
        return steps.stream()
                .filter(step -> !step.operation().equals(Operand.Connections.DROP))
                .map(Undropped::step)
                .toList();
    }

    private static Step step(Step step) {
        List<Operand> operands = new ArrayList<>(step.operands());
        return switch (step.operation()) {
            case Operand.Connections.PRODUCT -> {
                operands.removeIf(Operand.Connections.class::isInstance);
                operands.set(operands.size() - 1, Operand.Function.IDENTITY);
                operands.add(new Operand.NoDropout());
                yield new Step(Steps.DENSE, operands, unmasked(step));
            }
            case Operand.Connections.AVERAGE -> {
                Operand.Connections connections = Steps.only(step, Operand.Connections.class);
                operands.remove(connections);
                operands.add(operands.size() - 1, new Operand.CurrentP(connections.layer(), false));
                yield new Step(step.operation(), operands, step.formula());
            }
            default ->
                Steps.has(step, Operand.DroppedWeights.class)
                        ? Steps.with(
                                step,
                                step.formula().replace("W'", "W"),
                                operand -> operand instanceof Operand.DroppedWeights dropped
                                        ? new Operand.Weights(dropped.parameter())
                                        : operand)
                        : step;
        };
    }

    private static String unmasked(Step step) {
        return step.formula().substring(0, step.formula().indexOf(", W masked"));
    }
}
