package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import java.util.Set;

/** The natural logarithm of each element; NaN where it is negative: {@code y = log(x)}. */
@AutoService(Layer.class)
public final class Log extends ActivationLayer {
    @Override
    public String name() {
        return "Log";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(emission, new Operand.Function("LOG"), true, "log(" + x + ")", " / " + x);
    }
}
