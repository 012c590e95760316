package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/** The exponential linear unit: {@code y = x} where x is positive, else {@code alpha (exp(x) - 1)}. */
@AutoService(Layer.class)
public final class ELU extends ActivationLayer {
    @Override
    public String name() {
        return "ELU";
    }

    @Override
    public String part() {
        return "elu";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(0, "alpha"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                function(emission, "elu", "value"),
                false,
                "elu(" + x + ")",
                " (" + y + " > 0 ? 1 : " + y + " + alpha)");
    }
}
