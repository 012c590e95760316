package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each feature brought to mean 0 and variance 1 by the statistics of all samples seen in training. */
@AutoService(Layer.class)
public final class Standardize implements Layer {
    @Override
    public String name() {
        return "Standardize";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("epsilon", Range.above(0, "what is added to the variance"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        FeatureAxis axis = FeatureAxis.of(x.shape());
        ParameterSpec mean = emission.statistic("running_mean", List.of(axis.features()), 0);
        // Nothing seen yet means the identity, not a division by sqrt(epsilon).
        ParameterSpec variance = emission.statistic("running_var", List.of(axis.features()), 1);
        ParameterSpec count = emission.statistic("count", List.of(axis.features()), 0);
        Operand rows = new Operand.Rows(1);
        Operand features = new Operand.Size(axis.features());
        Operand inner = new Operand.Size(axis.inner());
        Operand epsilon = new Operand.Number(emission.options().number("epsilon"));
        emission.multiplyAdds(x.shape().elements());
        emission.forward(new Step(
                "accumulateStatistics",
                List.of(
                        new Operand.Read(x),
                        new Operand.Weights(mean),
                        new Operand.Weights(variance),
                        new Operand.Weights(count),
                        rows,
                        features,
                        inner),
                "mean, variance of every " + x.name() + " seen in training",
                Step.When.TRAINING,
                null));
        emission.forward(
                "standardize",
                y.name() + " = (" + x.name() + " - mean) / sqrt(variance + epsilon)",
                new Operand.Read(x),
                new Operand.Write(y),
                new Operand.Weights(mean),
                new Operand.Weights(variance),
                rows,
                features,
                inner,
                epsilon);
        emission.backward(gradients -> gradients.step(
                "standardizeGradient",
                "d(" + x.name() + ") = d(" + y.name() + ") / sqrt(variance + epsilon)",
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                new Operand.Weights(variance),
                rows,
                features,
                inner,
                epsilon));
    }
}
