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
        Noise noise = Noise.ofSamples(emission.input().shape());
        if (emission.options().flag("linear")) {
            emitLinear(emission, noise, "dropPath");
        } else {
            emit(emission, noise, false, "dropPath", "");
        }
    }
}
