package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Map;
import java.util.Optional;

/** Variance gain² 2 / (fanIn + fanOut). */
@AutoService(WeightRule.class)
public final class Xavier implements WeightRule {
    @Override
    public String name() {
        return "Xavier";
    }

    @Override
    public Kind kind() {
        return Kind.INITIALISER;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("gain", Range.atLeast(0, "the gain"));
    }

    @Override
    public int axes() {
        return 2;
    }

    @Override
    public Optional<ParameterSpec.Initialiser> initialiser(Options options) {
        return Optional.of(
                new ParameterSpec.Scaled(ParameterSpec.Fan.AVERAGE, options.number("gain"), options.flag("uniform")));
    }
}
