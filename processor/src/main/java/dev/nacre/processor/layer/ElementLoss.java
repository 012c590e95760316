package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;

/** The steps of a loss that compares element by element, with a label of the prediction's shape. */
final class ElementLoss {
    private ElementLoss() {}

    /**
     * @param operation the loss; its gradient is called so with "Gradient" behind
     * @param term what becomes of one element, for people, after its prediction and its target
     * @param slope its derivative
     * @param before operands between the target and the samples' weights
     * @param after operands behind the sizes
     */
    static void emit(
            Emission emission, String operation, Term term, Term slope, List<Operand> before, List<Operand> after) {
        emit(emission, operation, term, slope, before, after, after);
    }

    static void emit(
            Emission emission,
            String operation,
            Term term,
            Term slope,
            List<Operand> before,
            List<Operand> after,
            List<Operand> afterGradient) {
        Value x = emission.input();
        Value target = emission.label();
        List<Operand> given = LossOperands.list(
                LossOperands.read(x), LossOperands.read(target), before, LossOperands.sampleWeights(emission));
        List<Operand> sizes =
                List.of(new Operand.Rows(1), new Operand.Size(x.shape().elements()));
        emission.forward(new Step(
                operation,
                LossOperands.list(given, sizes, after, LossOperands.reduction(emission)),
                LossOperands.reduced(emission, term.of(x.name(), target.name()))));
        emission.backward(gradients -> gradients.step(new Step(
                operation + "Gradient",
                LossOperands.list(
                        given,
                        new Operand.Write(gradients.input(0)),
                        sizes,
                        afterGradient,
                        LossOperands.reduction(emission),
                        LossOperands.weight(emission)),
                "d(" + x.name() + ") = weight times "
                        + LossOperands.reduced(emission, slope.of(x.name(), target.name())))));
    }

    /** A formula in the names of a prediction and its target. */
    interface Term {
        String of(String x, String target);
    }
}
