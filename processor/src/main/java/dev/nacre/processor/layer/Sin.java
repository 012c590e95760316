package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import java.util.Set;

/** The sine of each element: {@code y = sin(x)}. */
@AutoService(Layer.class)
public final class Sin extends ActivationLayer {
    @Override
    public String name() {
        return "Sin";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(emission, new Operand.Function("SIN"), true, "sin(" + x + ")", " cos(" + x + ")");
    }
}
