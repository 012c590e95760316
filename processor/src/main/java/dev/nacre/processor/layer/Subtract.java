package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Optional;
import java.util.Set;

/** The difference of two values of shapes that fit. */
@AutoService(Layer.class)
public final class Subtract implements Layer {
    @Override
    public String name() {
        return "Subtract";
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
        return TwoValues.check(site, name(), "add up what is subtracted with @Add in a block of its own")
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
                "subtract",
                y.name() + " = " + a.name() + " - " + b.name(),
                new Operand.Read(a),
                new Operand.Read(b),
                new Operand.Write(y),
                rows,
                columns);
        broadcast.backward(gradients -> {
            gradients.passOn(0);
            gradients.step(
                    "negate",
                    "d(" + b.name() + ") = -d(" + y.name() + ")",
                    new Operand.Read(gradients.output()),
                    new Operand.Write(gradients.input(1)),
                    rows,
                    columns);
        });
    }
}
