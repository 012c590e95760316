package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/**
 * A smooth rectifier; where {@code beta x} is above the threshold, {@code y = x}:
 * {@code y = log(1 + exp(beta x)) / beta}.
 */
@AutoService(Layer.class)
public final class Softplus extends ActivationLayer {
    @Override
    public String name() {
        return "Softplus";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("beta", Range.above(0, "beta"), "threshold", Range.finite("the threshold"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                function(emission, "softplus", "beta", "threshold"),
                true,
                "softplus(" + x + ")",
                " sigmoid(beta " + x + ")");
    }
}
