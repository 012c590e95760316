package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Optional;
import java.util.Set;

/** The quotient of two values of shapes that fit, element by element. */
@AutoService(Layer.class)
public final class Divide implements Layer {
    @Override
    public String name() {
        return "Divide";
    }

    @Override
    public Role role() {
        return Role.MERGE;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.EQUAL_INPUTS, Trait.TWO_INPUTS);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return TwoValues.check(site, name(), "multiply the divisors with @Multiply in a block of its own")
                ? Broadcast.shape(site, name())
                : Optional.empty();
    }

    @Override
    public void emit(Emission emission) {
        Broadcast broadcast = Broadcast.of(emission);
        Value a = broadcast.inputs().get(0);
        Value b = broadcast.inputs().get(1);
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(y.shape().elements());
        emission.forward(
                "divide",
                y.name() + " = " + a.name() + " / " + b.name(),
                new Operand.Read(a),
                new Operand.Read(b),
                new Operand.Write(y),
                rows,
                columns);
        broadcast.backward(gradients -> {
            Value dy = gradients.output();
            gradients.step(
                    "divide",
                    "d(" + a.name() + ") = d(" + y.name() + ") / " + b.name(),
                    new Operand.Read(dy),
                    new Operand.Read(b),
                    new Operand.Write(gradients.input(0)),
                    rows,
                    columns);
            gradients.step(
                    "divisorGradient",
                    "d(" + b.name() + ") = -d(" + y.name() + ") " + y.name() + " / " + b.name(),
                    new Operand.Read(b),
                    new Operand.Read(y),
                    new Operand.Read(dy),
                    new Operand.Write(gradients.input(1)),
                    rows,
                    columns);
        });
    }
}
