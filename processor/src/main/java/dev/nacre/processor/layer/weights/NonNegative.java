package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.model.ParameterSpec;
import java.util.List;
import java.util.Optional;

/** No negative weights. */
@AutoService(WeightRule.class)
public final class NonNegative implements WeightRule {
    @Override
    public String name() {
        return "NonNegative";
    }

    @Override
    public Kind kind() {
        return Kind.SIGN;
    }

    @Override
    public Optional<ParameterSpec.Constraint> constraint(Options options) {
        return Optional.of(new ParameterSpec.Constraint("nonNegative", List.of()));
    }
}
