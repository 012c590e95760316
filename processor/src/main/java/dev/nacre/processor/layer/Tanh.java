package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.Optional;
import java.util.Set;

/** The hyperbolic tangent. */
@AutoService(Layer.class)
public final class Tanh implements Layer {
    @Override
    public String name() {
        return "Tanh";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.ACTIVATION);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                "TANH",
                new Operand.NoDropout(),
                "tanh(" + emission.input().name() + ")",
                " (1 - " + y + "²)");
    }
}
