package dev.nacre.processor.layer.weights;

import com.google.auto.service.AutoService;
import dev.nacre.processor.layer.Options;
import dev.nacre.processor.model.ParameterSpec;
import java.util.List;
import java.util.Optional;

/** Rows of norm 1. */
@AutoService(WeightRule.class)
public final class UnitNorm implements WeightRule {
    @Override
    public String name() {
        return "UnitNorm";
    }

    @Override
    public Kind kind() {
        return Kind.NORM;
    }

    @Override
    public int axes() {
        return 2;
    }

    @Override
    public Optional<ParameterSpec.Constraint> constraint(Options options) {
        return Optional.of(new ParameterSpec.Constraint("unitNorm", List.of()));
    }
}
