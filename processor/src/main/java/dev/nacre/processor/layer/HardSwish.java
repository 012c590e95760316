package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;

/** A {@link SiLU} of polynomials: {@code y = x min(max(x + 3, 0), 6) / 6}. */
@AutoService(Layer.class)
public final class HardSwish extends ActivationLayer {
    @Override
    public String name() {
        return "HardSwish";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission, new Operand.Function("HARD_SWISH"), true, "hardSwish(" + x + ")", " hardSwish'(" + x + ")");
    }
}
