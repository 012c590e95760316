package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Graph;
import dev.nacre.processor.model.LabelKind;
import dev.nacre.processor.model.LossMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Softmax and negative log likelihood in one. */
@AutoService(Layer.class)
public final class CrossEntropy implements LossLayer {
    @Override
    public String name() {
        return "CrossEntropy";
    }

    @Override
    public List<LabelKind> labels() {
        return List.of(LabelKind.CLASS, LabelKind.DISTRIBUTION);
    }

    /** The label that kernels without options ignore, as PyTorch does. */
    private static final int IGNORED = -100;

    @Override
    public Map<String, Range> ownRanges() {
        return Map.of("labelSmoothing", Range.between(0, 1, "the part of a label that all classes share"));
    }

    @Override
    public OptionalInt ignoredLabel(Options options) {
        return OptionalInt.of(options.integer("ignoreLabel"));
    }

    @Override
    public Graph.Link link(Options options) {
        return Graph.Link.SOFTMAX;
    }

    @Override
    public Optional<Shape> shape(Site site) {
        if (site.label().orElseThrow() == Declarations.SimpleType.TARGET
                && site.options().integer("ignoreLabel") != IGNORED) {
            site.report("ignoreLabel", LossMessages.ignoredTarget(name()));
            return Optional.empty();
        }
        return LossShapes.classes(site, name());
    }

    @Override
    public void emit(Emission emission) {
        Options options = emission.options();
        if (emission.label().kind() == Value.Kind.TARGET) {
            emit(emission, "softCrossEntropy", List.of(LossOperands.number(emission, "labelSmoothing")));
        } else if (LossOperands.isPlain(emission)
                && emission.input().shape().rank() == 1
                && options.number("labelSmoothing") == 0
                && options.numbers("classWeights").isEmpty()
                && options.integer("ignoreLabel") == IGNORED) {
            plain(emission);
        } else {
            emit(
                    emission,
                    "weightedCrossEntropy",
                    List.of(
                            LossOperands.number(emission, "labelSmoothing"),
                            new Operand.Size(options.integer("ignoreLabel"))));
        }
    }

    private static void plain(Emission emission) {
        Value x = emission.input();
        Value labels = emission.label();
        Value probabilities = emission.intermediate("probabilities", x.shape());
        Operand rows = new Operand.Rows(1);
        Operand classes = new Operand.Size(x.shape().last());
        emission.forward(
                "crossEntropy",
                "mean of log Σ exp(" + x.name() + ") - " + x.name() + "[" + labels.name() + "]",
                new Operand.Read(x),
                new Operand.Read(labels),
                new Operand.Write(probabilities),
                rows,
                classes);
        emission.backward(gradients -> gradients.step(
                "crossEntropyGradient",
                "d(" + x.name() + ") = weight / batch (softmax(" + x.name() + ") - onehot(" + labels.name() + "))",
                new Operand.Read(probabilities),
                new Operand.Read(labels),
                new Operand.Write(gradients.input(0)),
                rows,
                classes,
                LossOperands.weight(emission)));
    }

    /** With all that a cross entropy may have. */
    private static void emit(Emission emission, String operation, List<Operand> last) {
        Value x = emission.input();
        Value label = emission.label();
        Value probabilities = emission.intermediate("probabilities", x.shape());
        int classes = x.shape().last();
        List<Operand> sizes = List.of(
                new Operand.Rows(1), new Operand.Size(x.shape().elements() / classes), new Operand.Size(classes));
        List<Operand> weights =
                List.of(LossOperands.numbers(emission, "classWeights"), LossOperands.sampleWeights(emission));
        boolean soft = label.kind() == Value.Kind.TARGET;
        String wanted = soft ? label.name() : "onehot(" + label.name() + ")";
        emission.forward(new Step(
                operation,
                LossOperands.list(
                        new Operand.Read(x),
                        new Operand.Read(label),
                        weights,
                        new Operand.Write(probabilities),
                        sizes,
                        last,
                        LossOperands.reduction(emission)),
                LossOperands.reduced(emission, "Σ " + wanted + " (log Σ exp(" + x.name() + ") - " + x.name() + ")")));
        emission.backward(gradients -> gradients.step(new Step(
                operation + "Gradient",
                LossOperands.list(
                        new Operand.Read(probabilities),
                        new Operand.Read(label),
                        weights,
                        new Operand.Write(gradients.input(0)),
                        sizes,
                        last,
                        LossOperands.reduction(emission),
                        LossOperands.weight(emission)),
                "d(" + x.name() + ") = weight times "
                        + LossOperands.reduced(emission, "softmax(" + x.name() + ") - " + wanted))));
    }
}
