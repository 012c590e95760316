package dev.nacre.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts masked weights in the place of a layer's own (DropConnect): the layer says its products as ever, and its steps are changed on
 * their way into the block.
 */
final class DroppedWeights {
    private final ParameterSpec weight;
    private final Operand.Connections connections;

    DroppedWeights(ParameterSpec weight, Operand.Connections connections) {
        this.weight = weight;
        this.connections = connections;
    }

    /** @return what comes before the layer's own steps: the masked weights of a batch */
    Optional<Step> before() {
        return connections.perSample()
                ? Optional.empty()
                : Optional.of(new Step(
                        Operand.Connections.DROP,
                        List.of(new Operand.Weights(weight), elements(), connections),
                        "W' = select(M, W / (1 - p), 0), p = " + connections.p()));
    }

    private Operand elements() {
        return new Operand.Size((int) weight.elements());
    }

    Step forward(Step step) {
        return reads(step) ? masked(step) : step;
    }

    /** @return the step with masked weights, and with it what takes the mask to their gradient */
    List<Step> backward(Step step) {
        if (!reads(step) && !writes(step)) {
            return List.of(step);
        }
        Step masked = masked(step);
        if (connections.perSample() || !writes(step)) {
            return List.of(masked);
        }
        return List.of(
                masked,
                new Step(
                        Operand.Connections.GRADIENT,
                        List.of(
                                new Operand.DroppedGradient(weight, connections),
                                new Operand.WeightsGradient(weight),
                                elements(),
                                new Operand.Accumulate(weight),
                                connections),
                        "dW = select(M, dW' / (1 - p), 0)"));
    }

    private boolean reads(Step step) {
        return step.operands().contains(new Operand.Weights(weight));
    }

    private boolean writes(Step step) {
        return step.operands().contains(new Operand.WeightsGradient(weight));
    }

    private Step masked(Step step) {
        return connections.perSample() ? perSample(step) : perBatch(step);
    }

    private Step perBatch(Step step) {
        List<Operand> operands = new ArrayList<>();
        for (Operand operand : step.operands()) {
            if (operand.equals(new Operand.Weights(weight))) {
                operands.add(new Operand.DroppedWeights(weight, connections));
            } else if (operand.equals(new Operand.WeightsGradient(weight))) {
                operands.add(new Operand.DroppedGradient(weight, connections));
            } else if (operand.equals(new Operand.Accumulate(weight))) {
                // What is added up is the gradient behind the mask.
                operands.add(new Operand.Flag(false));
            } else {
                operands.add(operand);
            }
        }
        String formula = step.formula().replaceAll("(?<!\\w)W(?!\\w)", "W'").replaceAll("(?<!\\w)dW(?!\\w)", "dW'");
        return new Step(step.operation(), operands, formula, step.when(), step.used());
    }

    private Step perSample(Step step) {
        String operation = switch (step.operation()) {
            case "dense" -> Operand.Connections.PRODUCT;
            case "denseInputGradient" -> Operand.Connections.PRODUCT + "InputGradient";
            case "denseWeightGradient" -> Operand.Connections.PRODUCT + "WeightGradient";
            default -> throw new IllegalStateException(step.operation() + " has no form with a mask per sample");
        };
        List<Operand> operands = new ArrayList<>();
        int perSample = 1;
        for (Operand operand : step.operands()) {
            if (operand instanceof Operand.Rows rows) {
                perSample = rows.perSample();
            }
            // A product as a layer says it ends in neither an activation nor a mask of its output.
            if (!(operand instanceof Operand.Function) && !(operand instanceof Operand.NoDropout)) {
                operands.add(operand);
            }
        }
        operands.add(new Operand.Size(perSample));
        operands.add(connections);
        return new Step(operation, operands, step.formula() + ", W masked for each sample, p = " + connections.p());
    }

    boolean matchesMoments() {
        return connections.samples() > 0;
    }

    /**
     * The activation behind the product, which in evaluation is averaged.
     *
     * @param product the step of the product, as the layer said it
     */
    Step averaged(Step product, Step activation) {
        List<Operand> of = product.operands();
        List<Operand> operands = new ArrayList<>();
        operands.add(of.get(0));
        operands.add(new Operand.Weights(weight));
        operands.add(activation.operands().get(0));
        operands.add(activation.operands().get(1));
        operands.add(of.get(4));
        operands.add(of.get(5));
        operands.add(of.get(6));
        operands.add(activation.operands().get(4));
        operands.add(new Operand.Size(connections.samples()));
        operands.add(connections);
        return new Step(
                Operand.Connections.AVERAGE,
                operands,
                activation.formula() + ", in evaluation the mean over N("
                        + product.writes().get(0).name() + ", p / (1 - p) (W o W) (x o x))");
    }
}
