package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Minus the log-probability of the label's class. */
@AutoService(Layer.class)
public final class NegativeLogLikelihood implements LossLayer {
    @Override
    public String name() {
        return "NegativeLogLikelihood";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.CLASS);
    }

    @Override
    public OptionalInt ignoredLabel(Options options) {
        return OptionalInt.of(options.integer("ignoreLabel"));
    }

    /** The softmax of log-probabilities is their exponential. */
    @Override
    public Graph.Link link(Options options) {
        return Graph.Link.SOFTMAX;
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
        List<Operand> weights =
                List.of(LossOperands.numbers(emission, "classWeights"), LossOperands.sampleWeights(emission));
        Operand ignored = new Operand.Size(emission.options().integer("ignoreLabel"));
        emission.forward(new Step(
                "negativeLogLikelihood",
                LossOperands.list(
                        new Operand.Read(x),
                        new Operand.Read(label),
                        weights,
                        sizes,
                        ignored,
                        LossOperands.reduction(emission)),
                LossOperands.reduced(emission, "-" + x.name() + "[" + label.name() + "]")));
        emission.backward(gradients -> gradients.step(new Step(
                "negativeLogLikelihoodGradient",
                LossOperands.list(
                        new Operand.Read(label),
                        weights,
                        new Operand.Write(gradients.input(0)),
                        sizes,
                        ignored,
                        LossOperands.reduction(emission),
                        LossOperands.weight(emission)),
                "d(" + x.name() + ") = weight times "
                        + LossOperands.reduced(emission, "-onehot(" + label.name() + ")"))));
    }
}
