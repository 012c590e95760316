package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/**
 * The input brought nearer to zero: {@code y = x - lambda} where {@code x > lambda}, {@code y = x + lambda} where
 * {@code x < -lambda}, else {@code y = 0}.
 */
@AutoService(Layer.class)
public final class Softshrink extends ActivationLayer {
    @Override
    public String name() {
        return "Softshrink";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(0, "lambda"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        String y = emission.output().name();
        Elementwise.emit(
                emission,
                function(emission, "softShrink", "value"),
                false,
                "softshrink(" + x + ", " + emission.options().number("value") + ")",
                " where " + y + " is not 0");
    }
}
