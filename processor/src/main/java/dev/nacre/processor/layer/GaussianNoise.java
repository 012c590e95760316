package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A random summand for each element, of mean 0. */
@AutoService(Layer.class)
public final class GaussianNoise implements Layer {
    @Override
    public String name() {
        return "GaussianNoise";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(0, "the standard deviation of the noise"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        double deviation = emission.options().number("value");
        Value x = emission.input();
        Value y = emission.output();
        emission.forward(
                Operand.Gaussian.ADD,
                y.name() + " = " + x.name() + " + n, n ~ N(0, s^2), s = " + deviation,
                new Operand.Read(x),
                new Operand.Write(y),
                new Operand.Rows(1),
                new Operand.Size(x.shape().elements()),
                new Operand.Gaussian(emission.name(), false, deviation));
        emission.backward(gradients -> gradients.passOn(0));
    }
}
