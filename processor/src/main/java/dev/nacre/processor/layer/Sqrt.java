package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import java.util.Set;

/**
 * The square root of each element; NaN where it is negative, with an infinite derivative at 0: {@code y = sqrt(x)}.
 */
@AutoService(Layer.class)
public final class Sqrt extends ActivationLayer {
    @Override
    public String name() {
        return "Sqrt";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(emission, new Operand.Function("SQRT"), false, "sqrt(" + x + ")", " / (2 " + y + ")");
    }
}
