package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.Map;

/** A sigmoid of straight lines; the derivative is 0 at both bends: {@code y = min(max(alpha x + beta, 0), 1)}. */
@AutoService(Layer.class)
public final class HardSigmoid extends ActivationLayer {
    @Override
    public String name() {
        return "HardSigmoid";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("alpha", Range.finite("the slope"), "beta", Range.finite("the value at 0"));
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                function(emission, "hardSigmoid", "alpha", "beta"),
                true,
                "hardSigmoid(" + x + ")",
                " alpha where alpha " + x + " + beta is between 0 and 1");
    }
}
