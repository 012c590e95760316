package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** What {@link Tanh} takes away: {@code y = x - tanh(x)}. */
@AutoService(Layer.class)
public final class Tanhshrink extends ActivationLayer {
    @Override
    public String name() {
        return "Tanhshrink";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission, new Operand.Function("TANHSHRINK"), true, x + " - tanh(" + x + ")", " tanh(" + x + ")²");
    }
}
