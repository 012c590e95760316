package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** The Gaussian error linear unit: {@code y = x P(z < x)} for a standard normal z, or its approximation by tanh. */
@AutoService(Layer.class)
public final class GELU extends ActivationLayer {
    @Override
    public String name() {
        return "GELU";
    }

    @Override
    public String part() {
        return "gelu";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        boolean approximate = emission.options().flag("approximate");
        Elementwise.emit(
                emission,
                new Operand.Function(approximate ? "GELU_TANH" : "GELU"),
                true,
                approximate ? "geluTanh(" + x + ")" : "gelu(" + x + ")",
                approximate ? " geluTanh'(" + x + ")" : " (P(z < " + x + ") + " + x + " p(" + x + "))");
    }
}
