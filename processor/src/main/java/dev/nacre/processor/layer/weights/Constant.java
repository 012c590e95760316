package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Map;
import java.util.Optional;

/** One value for all. */
@AutoService(WeightRule.class)
public final class Constant implements WeightRule {
    @Override
    public String name() {
        return "Constant";
    }

    @Override
    public Kind kind() {
        return Kind.INITIALISER;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.finite("the value"));
    }

    @Override
    public Optional<ParameterSpec.Initialiser> initialiser(Options options) {
        return Optional.of(new ParameterSpec.Constant(options.number("value")));
    }
}
