package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** The sigmoid linear unit, also known as swish: {@code y = x / (1 + exp(-x))}. */
@AutoService(Layer.class)
public final class SiLU extends ActivationLayer {
    @Override
    public String name() {
        return "SiLU";
    }

    @Override
    public String part() {
        return "silu";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                new Operand.Function("SILU"),
                true,
                "silu(" + x + ")",
                " s (1 + " + x + " (1 - s)), s = sigmoid(" + x + ")");
    }
}
