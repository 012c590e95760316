package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.ParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of a largest norm. */
@AutoService(WeightRule.class)
public final class MaxNorm implements WeightRule {
    @Override
    public String name() {
        return "MaxNorm";
    }

    @Override
    public Kind kind() {
        return Kind.NORM;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.above(0, "the largest norm"));
    }

    @Override
    public int axes() {
        return 2;
    }

    @Override
    public Optional<ParameterSpec.Constraint> constraint(Options options) {
        return Optional.of(new ParameterSpec.Constraint("maxNorm", List.of(options.number("value"))));
    }
}
