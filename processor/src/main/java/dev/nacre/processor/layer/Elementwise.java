package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Value;

/** The steps of an element by element function with or without a mask. */
final class Elementwise {
    private Elementwise() {}

    /** @param derivative the derivative in terms of the output, for people; empty for 1 */
    static void emit(Emission emission, String activation, Operand mask, String formula, String derivative) {
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        Operand function = new Operand.Function(activation);
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
                new Operand.Read(y),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                function,
                mask));
    }
}
