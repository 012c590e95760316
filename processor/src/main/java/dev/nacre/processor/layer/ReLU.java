package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.Optional;
import java.util.Set;

/** The rectified linear unit: {@code y = max(x, 0)}, with derivative 0 at 0. */
@AutoService(Layer.class)
public final class ReLU implements Layer {
    @Override
    public String name() {
        return "ReLU";
    }

    @Override
    public String part() {
        return "relu";
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
        Elementwise.emit(
                emission,
                "RELU",
                new Operand.NoDropout(),
                "relu(" + emission.input().name() + ")",
                " where " + emission.output().name() + " > 0");
    }
}
