package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** The rectified linear unit: {@code y = max(x, 0)}, with derivative 0 at 0. */
@AutoService(Layer.class)
public final class ReLU extends ActivationLayer {
    @Override
    public String name() {
        return "ReLU";
    }

    @Override
    public String part() {
        return "relu";
    }

    @Override
    public void emit(Emission emission) {
        Elementwise.emit(
                emission,
                new Operand.Function("RELU"),
                false,
                "relu(" + emission.input().name() + ")",
                " where " + emission.output().name() + " > 0");
    }
}
