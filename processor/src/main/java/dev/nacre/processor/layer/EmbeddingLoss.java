package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;

/** The steps of a loss between two embeddings that are to be alike or not. */
final class EmbeddingLoss {
    private EmbeddingLoss() {}

    static void emit(Emission emission, String operation, Term term) {
        Value a = emission.inputs().get(0);
        Value b = emission.inputs().get(1);
        Value target = emission.label();
        List<Operand> given = List.of(
                new Operand.Read(a),
                new Operand.Read(b),
                new Operand.Read(target),
                LossOperands.sampleWeights(emission));
        List<Operand> last = List.of(
                new Operand.Rows(1),
                new Operand.Size(a.shape().elements()),
                LossOperands.number(emission, "margin"),
                LossOperands.reduction(emission));
        String formula = LossOperands.reduced(emission, term.of(a.name(), b.name(), target.name()));
        emission.forward(new Step(operation, LossOperands.list(given, last), formula));
        emission.backward(gradients -> gradients.step(new Step(
                operation + "Gradient",
                LossOperands.list(
                        given,
                        new Operand.Write(gradients.input(0)),
                        new Operand.Write(gradients.input(1)),
                        last,
                        LossOperands.weight(emission)),
                "d(" + a.name() + ") and d(" + b.name() + ") of weight times that")));
    }

    /** A formula in the names of two embeddings and their label. */
    interface Term {
        String of(String a, String b, String target);
    }
}
