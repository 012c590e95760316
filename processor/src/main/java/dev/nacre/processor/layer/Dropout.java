package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Inverted dropout: the identity with a mask. */
@AutoService(Layer.class)
public final class Dropout implements Layer {
    @Override
    public String name() {
        return "Dropout";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.between(0, 1, "the probability of dropping an element"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        double p = emission.options().number("value");
        Elementwise.emit(
                emission,
                Operand.Function.IDENTITY,
                false,
                new Operand.Dropout(emission.name(), p),
                "dropout(" + emission.input().name() + ", " + p + ")",
                " with the same mask");
    }
}
