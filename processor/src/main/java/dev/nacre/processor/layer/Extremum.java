package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;

/** The steps of the largest or the smallest of several values, one after the other: {@code max(max(a, b), c)}. */
final class Extremum {
    private Extremum() {}

    /** @param operation max or min */
    static void emit(Emission emission, String operation) {
        Broadcast broadcast = Broadcast.of(emission);
        List<Value> inputs = broadcast.inputs();
        List<Value> partial = new ArrayList<>(List.of(inputs.get(0)));
        for (int i = 1; i < inputs.size(); i++) {
            Value a = partial.get(i - 1);
            Value b = inputs.get(i);
            Value next = i == inputs.size() - 1
                    ? emission.output()
                    : emission.intermediate("partial" + i, emission.outputShape());
            emission.forward(new Step(
                    operation,
                    operands(next, a, b),
                    next.name() + " = " + operation + "(" + a.name() + ", " + b.name() + ")"));
            partial.add(next);
        }
        broadcast.backward(gradients -> {
            Value up = gradients.output();
            for (int i = inputs.size() - 1; i > 0; i--) {
                Value a = partial.get(i - 1);
                Value b = inputs.get(i);
                Value left = i == 1
                        ? gradients.input(0)
                        : gradients.intermediate("partial" + (i - 1), emission.outputShape());
                gradients.step(gradient(operation, a, b, up, left, partial.get(i)));
                gradients.step(gradient(operation, b, a, up, gradients.input(i), partial.get(i)));
                up = left;
            }
        });
    }

    private static Step gradient(String operation, Value of, Value other, Value up, Value to, Value result) {
        String sign = operation.equals("max") ? " > " : " < ";
        return new Step(
                operation + "Gradient",
                operands(to, of, other, up),
                "d(" + of.name() + ") = d(" + result.name() + ") where " + of.name() + sign + other.name()
                        + ", half of it where both are equal");
    }

    private static List<Operand> operands(Value to, Value... from) {
        List<Operand> operands = new ArrayList<>();
        for (Value value : from) {
            operands.add(new Operand.Read(value));
        }
        operands.add(new Operand.Write(to));
        operands.add(new Operand.Rows(1));
        operands.add(new Operand.Size(to.shape().elements()));
        return operands;
    }
}
