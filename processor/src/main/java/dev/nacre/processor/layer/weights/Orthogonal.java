package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Map;
import java.util.Optional;

/** A random orthogonal matrix times the gain. */
@AutoService(WeightRule.class)
public final class Orthogonal implements WeightRule {
    @Override
    public String name() {
        return "Orthogonal";
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
        return Optional.of(new ParameterSpec.Orthogonal(options.number("gain")));
    }
}
