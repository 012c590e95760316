package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/**
 * The continuously differentiable exponential linear unit: {@code y = x} where x is positive, else
 * {@code alpha (exp(x / alpha) - 1)}.
 */
@AutoService(Layer.class)
public final class CELU extends ActivationLayer {
    @Override
    public String name() {
        return "CELU";
    }

    @Override
    public String part() {
        return "celu";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.above(0, "alpha"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                function(emission, "celu", "value"),
                false,
                "celu(" + x + ")",
                " (" + y + " > 0 ? 1 : " + y + " / alpha + 1)");
    }
}
