package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Declarations;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Map;
import java.util.Optional;

/** The mean over batch and elements of the squared difference. */
@AutoService(Layer.class)
public final class MeanSquaredError implements Layer {
    @Override
    public String name() {
        return "MeanSquaredError";
    }

    @Override
    public Role role() {
        return Role.LOSS;
    }

    @Override
    public Value.Kind label() {
        return Value.Kind.TARGET;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("weight", Range.atLeast(0, "the factor of this loss in the total"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape prediction = site.input();
        if (site.label().orElseThrow() == Declarations.SimpleType.FLOAT && prediction.elements() != 1) {
            site.report("", Messages.floatTarget(name(), prediction));
            return Optional.empty();
        }
        return Optional.of(prediction);
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value target = emission.label();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        emission.forward(
                "squaredError",
                "mean of (" + x.name() + " - " + target.name() + ")²",
                new Operand.Read(x),
                new Operand.Read(target),
                rows,
                columns);
        emission.backward(gradients -> gradients.step(
                "squaredErrorGradient",
                "d(" + x.name() + ") = 2 weight / (batch elements) (" + x.name() + " - " + target.name() + ")",
                new Operand.Read(x),
                new Operand.Read(target),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                new Operand.Number(emission.options().number("weight"))));
    }
}
