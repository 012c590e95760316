package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.Optional;
import java.util.Set;

/** The logistic function: {@code y = 1 / (1 + exp(-x))}. */
@AutoService(Layer.class)
public final class Sigmoid implements Layer {
    @Override
    public String name() {
        return "Sigmoid";
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
                "SIGMOID",
                new Operand.NoDropout(),
                "sigmoid(" + emission.input().name() + ")",
                " " + y + " (1 - " + y + ")");
    }
}
