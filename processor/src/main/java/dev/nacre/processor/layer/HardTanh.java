package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Map;

/** The input kept between two bounds; the derivative is 0 at the bounds: {@code y = min(max(x, min), max)}. */
@AutoService(Layer.class)
public final class HardTanh extends ActivationLayer {
    @Override
    public String name() {
        return "HardTanh";
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("min", Range.finite("the lower bound"), "max", Range.finite("the upper bound"));
    }

    @Override
    public List<Fault> faults(Options options) {
        List<Fault> faults = super.faults(options);
        return faults.isEmpty() ? ordered(options, "min", "max", false) : faults;
    }

    @Override
    public void emit(Emission emission) {
        String x = emission.input().name();
        Elementwise.emit(
                emission,
                function(emission, "hardTanh", "min", "max"),
                true,
                "min(max(" + x + ", " + emission.options().number("min") + "), "
                        + emission.options().number("max") + ")",
                " where " + x + " is between the bounds");
    }
}
