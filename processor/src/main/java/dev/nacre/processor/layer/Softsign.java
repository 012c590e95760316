package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** A sigmoid with slow tails: {@code y = x / (1 + |x|)}. */
@AutoService(Layer.class)
public final class Softsign extends ActivationLayer {
    @Override
    public String name() {
        return "Softsign";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission, new Operand.Function("SOFTSIGN"), true, "softsign(" + x + ")", " / (1 + |" + x + "|)²");
    }
}
