package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Map;
import java.util.Optional;

/** Softmax and negative log likelihood in one, the mean over the batch. */
@AutoService(Layer.class)
public final class CrossEntropy implements Layer {
    @Override
    public String name() {
        return "CrossEntropy";
    }

    @Override
    public Role role() {
        return Role.LOSS;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("weight", Range.atLeast(0, "the factor of this loss in the total"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape logits = site.input();
        if (logits.rank() != 1) {
            site.report("", Messages.logitsRank(name(), logits));
            return Optional.empty();
        }
        if (logits.last() < 2) {
            site.report("", Messages.oneClass(name()));
            return Optional.empty();
        }
        if (site.label().orElseThrow() instanceof Declarations.EnumType classes
                && classes.constants().size() != logits.last()) {
            site.report("", Messages.classes(name(), logits.last(), classes));
            return Optional.empty();
        }
        return Optional.of(logits);
    }

    @Override
    public void emit(Emission emission) {
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
                new Operand.Number(emission.options().number("weight"))));
    }
}
