package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** A smooth, non-monotonic unit: {@code y = x tanh(log(1 + exp(x)))}. */
@AutoService(Layer.class)
public final class Mish extends ActivationLayer {
    @Override
    public String name() {
        return "Mish";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(emission, new Operand.Function("MISH"), true, "mish(" + x + ")", " mish'(" + x + ")");
    }
}
