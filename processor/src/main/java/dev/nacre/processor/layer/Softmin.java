package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;

/** An axis as probabilities, the least input the most probable. */
@AutoService(Layer.class)
public final class Softmin extends NormalisingLayer {
    @Override
    public String name() {
        return "Softmin";
    }

    @Override
    public void emit(Emission emission) {
        String y = emission.output().name();
        emit(emission, "softmin", false, "-" + y + " (d(" + y + ") - Σ d(" + y + ") " + y + ")");
    }
}
