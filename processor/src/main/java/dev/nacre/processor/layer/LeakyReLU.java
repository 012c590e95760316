package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/** The leaky rectified linear unit: {@code y = x} where x is positive, else {@code slope x}. */
@AutoService(Layer.class)
public final class LeakyReLU extends ActivationLayer {
    @Override
    public String name() {
        return "LeakyReLU";
    }

    @Override
    public String part() {
        return "leakyRelu";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.finite("the slope where the input is not positive"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                function(emission, "leakyRelu", "value"),
                emission.options().number("value") < 0,
                "leakyRelu(" + x + ", " + emission.options().number("value") + ")",
                " where it is positive, else " + emission.options().number("value") + " times that");
    }
}
