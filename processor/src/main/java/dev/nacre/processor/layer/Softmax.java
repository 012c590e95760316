package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** An axis as probabilities. */
@AutoService(Layer.class)
public final class Softmax extends NormalisingLayer {
    @Override
    public String name() {
        return "Softmax";
    }

    @Override
    public void emit(Emission emission) {
        String y = emission.output().name();
        emit(emission, "softmax", true, y + " (d(" + y + ") - Σ d(" + y + ") " + y + ")");
    }
}
