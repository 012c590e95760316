package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import java.util.Set;

/** The magnitude of each element; the derivative at 0 is 0: {@code y = |x|}. */
@AutoService(Layer.class)
public final class Abs extends ActivationLayer {
    @Override
    public String name() {
        return "Abs";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(emission, new Operand.Function("ABS"), true, "|" + x + "|", " sign(" + x + ")");
    }
}
