package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.RecordMessages;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Each feature brought into a range by the minimum and maximum of all samples seen in training. */
@AutoService(Layer.class)
public final class MinMax implements Layer {
    @Override
    public String name() {
        return "MinMax";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "low", Range.finite("what the minimum becomes"),
                "high", Range.finite("what the maximum becomes"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        double low = site.options().number("low");
        double high = site.options().number("high");
        // Generated code has them as floats.
        if ((float) low >= (float) high) {
            site.report("high", RecordMessages.emptyRange(low, high));
            return Optional.empty();
        }
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        FeatureAxis axis = FeatureAxis.of(x.shape());
        // A minimum above the maximum says that nothing was seen; each is then the other's neutral start.
        ParameterSpec min = emission.statistic("min", List.of(axis.features()), Double.POSITIVE_INFINITY);
        ParameterSpec max = emission.statistic("max", List.of(axis.features()), Double.NEGATIVE_INFINITY);
        Operand rows = new Operand.Rows(1);
        Operand features = new Operand.Size(axis.features());
        Operand inner = new Operand.Size(axis.inner());
        Operand low = new Operand.Number(emission.options().number("low"));
        Operand high = new Operand.Number(emission.options().number("high"));
        emission.multiplyAdds(x.shape().elements());
        emission.forward(new Step(
                "accumulateExtremes",
                List.of(new Operand.Read(x), new Operand.Weights(min), new Operand.Weights(max), rows, features, inner),
                "min, max of every " + x.name() + " seen in training",
                Step.When.TRAINING,
                null));
        emission.forward(
                "minMax",
                y.name() + " = low + (" + x.name() + " - min) (high - low) / (max - min)",
                new Operand.Read(x),
                new Operand.Write(y),
                new Operand.Weights(min),
                new Operand.Weights(max),
                rows,
                features,
                inner,
                low,
                high);
        emission.backward(gradients -> gradients.step(
                "minMaxGradient",
                "d(" + x.name() + ") = d(" + y.name() + ") (high - low) / (max - min)",
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                new Operand.Weights(min),
                new Operand.Weights(max),
                rows,
                features,
                inner,
                low,
                high));
    }
}
