package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.NoiseMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A random factor for each element, of mean 1. */
@AutoService(Layer.class)
public final class GaussianDropout implements Layer {
    @Override
    public String name() {
        return "GaussianDropout";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    /** Not a range, whose ends belong to it. */
    @Override
    public List<Fault> faults(Options options) {
        double p = options.number("value");
        // Of the float, as for all ranges.
        return p >= 0 && (float) p < 1 ? List.of() : List.of(new Fault("value", NoiseMessages.variance(name(), p)));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        double p = emission.options().number("value");
        Operand noise = new Operand.Gaussian(emission.name(), true, p);
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        emission.forward(
                Operand.Gaussian.MULTIPLY,
                y.name() + " = " + x.name() + " n, n ~ N(1, p / (1 - p)), p = " + p,
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                columns,
                noise);
        emission.backward(gradients -> gradients.step(
                Operand.Gaussian.MULTIPLY,
                "d(" + x.name() + ") = d(" + y.name() + ") n with the same n",
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                noise));
    }
}
