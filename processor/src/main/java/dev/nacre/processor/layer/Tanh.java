package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** The hyperbolic tangent. */
@AutoService(Layer.class)
public final class Tanh extends ActivationLayer {
    @Override
    public String name() {
        return "Tanh";
    }

    @Override
    public void emit(Emission emission) {
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                new Operand.Function("TANH"),
                false,
                "tanh(" + emission.input().name() + ")",
                " (1 - " + y + "²)");
    }
}
