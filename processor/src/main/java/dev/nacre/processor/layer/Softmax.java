package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Optional;
import java.util.Set;

/** The last axis as probabilities. */
@AutoService(Layer.class)
public final class Softmax implements Layer {
    @Override
    public String name() {
        return "Softmax";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(x.shape().elements() / x.shape().last());
        Operand columns = new Operand.Size(x.shape().last());
        emission.forward(
                "softmax",
                y.name() + " = softmax(" + x.name() + ")",
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                columns);
        emission.backward(gradients -> gradients.step(
                "softmaxGradient",
                "d(" + x.name() + ") = " + y.name() + " (d(" + y.name() + ") - Σ d(" + y.name() + ") " + y.name() + ")",
                new Operand.Read(y),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns));
    }
}
