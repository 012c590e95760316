package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import java.util.Set;

/** The exponential of each element: {@code y = exp(x)}. */
@AutoService(Layer.class)
public final class Exp extends ActivationLayer {
    @Override
    public String name() {
        return "Exp";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(emission, new Operand.Function("EXP"), false, "exp(" + x + ")", " " + y);
    }
}
