package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import java.util.List;

/** A rectifier with an upper bound; the derivative is 0 at 0 and at 6: {@code y = min(max(x, 0), 6)}. */
@AutoService(Layer.class)
public final class ReLU6 extends ActivationLayer {
    @Override
    public String name() {
        return "ReLU6";
    }

    @Override
    public String part() {
        return "relu6";
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                new Operand.Function("hardTanh", List.of(0.0, 6.0), emission.name()),
                true,
                "min(max(" + x + ", 0), 6)",
                " where " + x + " is between 0 and 6");
    }
}
