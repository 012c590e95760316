package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Noise;

/** Dropout that keeps mean 0 and variance 1. */
@AutoService(Layer.class)
public final class AlphaDropout extends DroppingLayer {
    @Override
    public String name() {
        return "AlphaDropout";
    }

    @Override
    public void emit(Emission emission) {
        Noise noise = Noise.ofElements(emission.input().shape());
        emit(emission, noise, "alphaDropout", "alphaDropoutGradient", "alphaDropout");
    }
}
