package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Value;

/** The steps of an element by element function with or without a mask. */
final class Elementwise {
    private Elementwise() {}

    /** The steps of a function alone. */
    static void emit(Emission emission, Operand.Function function, boolean byInput, String formula, String derivative) {
        emit(emission, function, byInput, new Operand.NoDropout(), formula, derivative);
    }

    /**
     * @param byInput whether the gradient follows from the input, not from the output
     * @param formula the function of the input, for people
     * @param derivative the derivative, for people; empty for 1
     */
    static void emit(
            Emission emission,
            Operand.Function function,
            boolean byInput,
            Operand mask,
            String formula,
            String derivative) {
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        emission.forward(
                "activate",
                y.name() + " = " + formula,
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                columns,
                function,
                mask);
        emission.backward(gradients -> gradients.step(
                "activateGradient",
                "d(" + x.name() + ") = d(" + y.name() + ")" + derivative,
                new Operand.Read(byInput ? x : y),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                function,
                mask));
    }
}
