package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/** Small inputs made zero: {@code y = x} where {@code |x| > lambda}, else {@code y = 0}. */
@AutoService(Layer.class)
public final class Hardshrink extends ActivationLayer {
    @Override
    public String name() {
        return "Hardshrink";
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
                function(emission, "hardShrink", "value"),
                false,
                "|" + x + "| > " + emission.options().number("value") + " ? " + x + " : 0",
                " where " + y + " is not 0");
    }
}
