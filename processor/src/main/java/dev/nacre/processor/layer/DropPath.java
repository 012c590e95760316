package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Noise;

/** Inverted dropout of whole samples: stochastic depth. */
@AutoService(Layer.class)
public final class DropPath extends DroppingLayer {
    @Override
    public String name() {
        return "DropPath";
    }

    @Override
    String dropped() {
        return "a sample's value";
    }

    @Override
    public void emit(Emission emission) {
        emit(emission, Noise.ofSamples(emission.input().shape()), false, "dropPath", "");
    }
}
