package dev.nacre.processor.model;

import dev.nacre.processor.layer.Gradients;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The backward side of one layer. */
final class LayerGradients implements Gradients {
    private final BlockEmission.LayerEmission layer;
    private final Value output;
    private final List<Value> contributions;

    LayerGradients(BlockEmission.LayerEmission layer, Value output) {
        this.layer = layer;
        this.output = output;
        this.contributions = new ArrayList<>(Collections.nCopies(layer.inputs().size(), null));
    }

    List<Value> contributions() {
        return contributions;
    }

    @Override
    public Value output() {
        return output;
    }

    @Override
    public Value input(int index) {
        if (contributions.get(index) == null) {
            Value input = layer.inputs().get(index);
            contributions.set(index, layer.arrays().make(input.name(), input.shape(), Value.Kind.GRADIENT));
        }
        return contributions.get(index);
    }

    @Override
    public void passOn(int index) {
        Value input = layer.inputs().get(index);
        contributions.set(index, new Value(output.id(), input.name(), input.shape(), Value.Kind.GRADIENT));
    }

    @Override
    public Value intermediate(String word, Shape shape) {
        return layer.arrays().make(layer.outputName() + " " + word, shape, Value.Kind.GRADIENT);
    }

    @Override
    public void step(Step step) {
        if (!onlyForFrozen(step)) {
            layer.backwardStep(step);
        }
    }

    /** A step that also writes what flows on is kept: the gradient that it leaves is not used. */
    private static boolean onlyForFrozen(Step step) {
        boolean forParameters = step.operands().stream().anyMatch(Operand.WeightsGradient.class::isInstance);
        return forParameters && step.learns().isEmpty() && step.writes().isEmpty();
    }
}
