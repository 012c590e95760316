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

/** The hinge loss of several classes: the label's score is to lead by a margin. */
@AutoService(Layer.class)
public final class Hinge implements LossLayer {
    @Override
    public String name() {
        return "Hinge";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.CLASS);
    }

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of(
                "margin", Range.above(0, "the lead that the label's score is to have"),
                "p", Range.between(1, 2, "the power of what is missing"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LossShapes.classes(site, name());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value label = emission.label();
        int classes = x.shape().last();
        List<Operand> sizes = List.of(
                new Operand.Rows(1), new Operand.Size(x.shape().elements() / classes), new Operand.Size(classes));
        List<Operand> given = List.of(
                new Operand.Read(x),
                new Operand.Read(label),
                LossOperands.numbers(emission, "classWeights"),
                LossOperands.sampleWeights(emission));
        int p = emission.options().integer("p");
        List<Operand> last =
                List.of(LossOperands.number(emission, "margin"), new Operand.Size(p), LossOperands.reduction(emission));
        String lead = "margin - " + x.name() + "[" + label.name() + "] + " + x.name();
        emission.forward(new Step(
                "hinge",
                LossOperands.list(given, sizes, last),
                LossOperands.reduced(emission, "Σ max(0, " + lead + ")" + (p == 2 ? "²" : "") + " / classes")));
        emission.backward(gradients -> gradients.step(new Step(
                "hingeGradient",
                LossOperands.list(
                        given, new Operand.Write(gradients.input(0)), sizes, last, LossOperands.weight(emission)),
                "d(" + x.name() + ") = weight times what leads, less all of it at " + label.name())));
    }
}
