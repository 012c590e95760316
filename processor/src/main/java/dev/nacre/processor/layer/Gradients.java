package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;

/**
 * The backward side of an emission. A layer adds the steps for its parameters first and those for its inputs last, and
 * says for every input what its gradient is: {@link #input} or {@link #passOn}.
 */
public interface Gradients {
    /** @return the gradient of the layer's output; not for a loss */
    Value output();

    /** @return the array for this layer's contribution to an input's gradient, always the same one for an input */
    Value input(int index);

    /** Says that an input's gradient is the output's, element for element. */
    void passOn(int index);

    /** @return a new array between the steps, called after the layer's output and this word */
    Value intermediate(String word, Shape shape);

    /** Adds a backward step. */
    void step(Step step);

    /** Adds a backward step; operands in the order of the operation's parameters. */
    default void step(String operation, String formula, Operand... operands) {
        step(new Step(operation, List.of(operands), formula));
    }
}
