package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/**
 * The input where it is large, a constant elsewhere; the derivative at the threshold is 0: {@code y = x} where
 * {@code x > threshold}, else {@code y = value}.
 */
@AutoService(Layer.class)
public final class Threshold extends ActivationLayer {
    @Override
    public String name() {
        return "Threshold";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("threshold", Range.finite("the threshold"), "value", Range.finite("the replacement"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                function(emission, "threshold", "threshold", "value"),
                true,
                x + " > threshold ? " + x + " : value",
                " where " + x + " > threshold");
    }
}
