package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Shape;
import java.util.Optional;
import java.util.Set;

/** The smallest of values of shapes that fit, element by element. */
@AutoService(Layer.class)
public final class Min implements Layer {
    @Override
    public String name() {
        return "Min";
    }

    @Override
    public Role role() {
        return Role.MERGE;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.EQUAL_INPUTS);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Broadcast.shape(site, name());
    }

    @Override
    public void emit(Emission emission) {
        Extremum.emit(emission, "min");
    }
}
