package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings an embedding nearer to one than to another, by a margin. */
@AutoService(Layer.class)
public final class Triplet implements LossLayer {
    @Override
    public String name() {
        return "Triplet";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of();
    }

    @Override
    public int predictions() {
        return 3;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EQUAL_INPUTS);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of(
                "margin", Range.above(0, "how much nearer the positive is to be"),
                "p", Range.atLeast(1, "the norm of the distance"),
                "epsilon", Range.atLeast(0, "what keeps the gradient of a distance finite"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return EqualShapes.of(site, name());
    }

    @Override
    public void emit(Emission emission) {
        List<Value> values = emission.inputs();
        List<Operand> given = LossOperands.list(
                values.stream().map(LossOperands::read).toList(), LossOperands.sampleWeights(emission));
        List<Operand> last = List.of(
                new Operand.Rows(1),
                new Operand.Size(emission.input().shape().elements()),
                LossOperands.number(emission, "margin"),
                LossOperands.number(emission, "p"),
                LossOperands.number(emission, "epsilon"),
                LossOperands.flag(emission, "swap"),
                LossOperands.reduction(emission));
        String anchor = values.get(0).name();
        String distances = "|" + anchor + " - " + values.get(1).name() + "| - |" + anchor + " - "
                + values.get(2).name() + "|";
        emission.forward(new Step(
                "triplet",
                LossOperands.list(given, last),
                LossOperands.reduced(emission, "max(0, margin + " + distances + ")")));
        emission.backward(gradients -> gradients.step(new Step(
                "tripletGradient",
                LossOperands.list(
                        given,
                        new Operand.Write(gradients.input(0)),
                        new Operand.Write(gradients.input(1)),
                        new Operand.Write(gradients.input(2)),
                        last,
                        LossOperands.weight(emission)),
                "the gradients of weight times that")));
    }
}
