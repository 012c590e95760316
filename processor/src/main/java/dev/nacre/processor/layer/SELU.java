package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/**
 * The scaled exponential linear unit, whose constants keep mean and variance from layer to layer: {@code y = scale x}
 * where x is positive, else {@code scale alpha (exp(x) - 1)}.
 */
@AutoService(Layer.class)
public final class SELU extends ActivationLayer {
    @Override
    public String name() {
        return "SELU";
    }

    @Override
    public String part() {
        return "selu";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("alpha", Range.atLeast(0, "alpha"), "scale", Range.above(0, "the scale"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                function(emission, "selu", "alpha", "scale"),
                false,
                "selu(" + x + ")",
                " (" + y + " > 0 ? scale : " + y + " + scale alpha)");
    }
}
