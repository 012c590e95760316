package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.layer.Range;
import dev.nacre.processor.model.ParameterSpec;
import java.util.Map;
import java.util.Optional;

/** The sum of the weights' squares as a part of the loss. */
@AutoService(WeightRule.class)
public final class L2 implements WeightRule {
    @Override
    public String name() {
        return "L2";
    }

    @Override
    public Kind kind() {
        return Kind.L2;
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.between(0, 1e6, "the strength of the penalty"));
    }

    @Override
    public Optional<ParameterSpec.Penalty> penalty(Options options) {
        double strength = options.number("value");
        return strength == 0 ? Optional.empty() : Optional.of(new ParameterSpec.Penalty("l2Penalty", strength));
    }
}
