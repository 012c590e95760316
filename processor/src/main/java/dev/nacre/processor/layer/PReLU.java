package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.ActivationMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A leaky rectified linear unit that learns its slope, one for all or one per feature. */
@AutoService(Layer.class)
public final class PReLU implements Layer {
    @Override
    public String name() {
        return "PReLU";
    }

    @Override
    public String part() {
        return "prelu";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.ACTIVATION, Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "value", Range.atLeast(1, "the number of slopes"),
                "start", Range.finite("what a slope starts from"));
    }

    @Override
    public List<Fault> faults(Options options) {
        return ActivationLayer.floats(name(), options);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        int slopes = site.options().integer("value");
        if (slopes != 1 && slopes != site.input().first()) {
            site.report("value", ActivationMessages.slopes(name(), slopes, site.input()));
            return Optional.empty();
        }
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        int slopes = emission.options().integer("value");
        FeatureAxis axis = FeatureAxis.of(x.shape());
        ParameterSpec weight = emission.parameter(
                "weight",
                List.of(slopes),
                new ParameterSpec.Constant(emission.options().number("start")));
        Operand rows = new Operand.Rows(1);
        Operand features = new Operand.Size(axis.features());
        Operand inner = new Operand.Size(axis.inner());
        Operand count = new Operand.Size(slopes);
        emission.multiplyAdds(x.shape().elements());
        emission.forward(
                "prelu",
                y.name() + " = " + x.name() + " where it is positive, else weight times it",
                new Operand.Read(x),
                new Operand.Write(y),
                new Operand.Weights(weight),
                rows,
                features,
                inner,
                count);
        emission.backward(gradients -> {
            gradients.step(
                    "preluWeightGradient",
                    "d(weight) = sums of d(" + y.name() + ") " + x.name() + " where " + x.name() + " is not positive",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.WeightsGradient(weight),
                    rows,
                    features,
                    inner,
                    count,
                    new Operand.Accumulate(weight));
            gradients.step(
                    "preluGradient",
                    "d(" + x.name() + ") = d(" + y.name() + ") where " + x.name() + " > 0, else weight times it",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.Write(gradients.input(0)),
                    new Operand.Weights(weight),
                    rows,
                    features,
                    inner,
                    count);
        });
    }
}
