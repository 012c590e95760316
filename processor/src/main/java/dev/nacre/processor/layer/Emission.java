package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a checked layer is made into: parameters, forward steps and backward steps. */
public interface Emission {
    /** @return the annotation's options */
    Options options();

    /** @return block and layer, unique in the network: {@code hidden1.dropout}; a mask or a statistic is called so */
    String name();

    /** @return the values that come in, in the order of the arguments */
    List<Value> inputs();

    /** @return the label of a loss that has one */
    Value label();

    /** @return what each sample's loss is multiplied with, where a loss is given that */
    Optional<Value> sampleWeights();

    /** @return the shape that the layer's shape rule gave */
    Shape outputShape();

    /** @return the array that the layer computes, always the same one; not for a loss */
    Value output();

    /** Says that the output is the array that came in, seen with another shape: the layer then has no forward step. */
    void passThrough();

    /** @return a new array between the layer's steps, called after the layer's output and this word */
    Value intermediate(String word, Shape shape);

    /** @return a parameter called {@code name().role} whose start the user may choose with an initialiser */
    ParameterSpec weight(String role, List<Integer> sizes, ParameterSpec.Initialiser byDefault);

    /** @return a parameter that starts as said, and with zeros where the user chose an initialiser */
    ParameterSpec bias(String role, List<Integer> sizes, ParameterSpec.Initialiser byDefault);

    /** @return a parameter that starts as said, whatever initialiser the user chose */
    ParameterSpec parameter(String role, List<Integer> sizes, ParameterSpec.Initialiser initialiser);

    /** @return a running statistic, which is kept but not learned */
    ParameterSpec statistic(String role, List<Integer> sizes, double start);

    /** Adds to the multiply-adds of one sample's forward pass. */
    void multiplyAdds(long count);

    /** Adds a forward step. */
    void forward(Step step);

    /** Says how the gradient flows back; called when all layers behind this one have said theirs. */
    void backward(Consumer<Gradients> steps);

    /** Adds a forward step that runs in every mode; operands in the order of the operation's parameters. */
    default void forward(String operation, String formula, Operand... operands) {
        forward(new Step(operation, List.of(operands), formula));
    }

    /** @return the value that comes in, where there is one */
    default Value input() {
        return inputs().get(0);
    }
}
