package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Map;
import java.util.Optional;

/** N(mean, deviation²). */
@AutoService(WeightRule.class)
public final class Normal implements WeightRule {
    @Override
    public String name() {
        return "Normal";
    }

    @Override
    public Kind kind() {
        return Kind.INITIALISER;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(0, "the standard deviation"), "mean", Range.finite("the mean"));
    }

    @Override
    public Optional<ParameterSpec.Initialiser> initialiser(Options options) {
        return Optional.of(new ParameterSpec.Normal(options.number("mean"), options.number("value")));
    }
}
