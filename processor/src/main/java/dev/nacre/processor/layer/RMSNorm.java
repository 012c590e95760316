package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Normalisation of each sample by its root mean square over its last axes. */
@AutoService(Layer.class)
public final class RMSNorm implements Layer {
    @Override
    public String name() {
        return "RMSNorm";
    }

    @Override
    public String part() {
        return "rmsNorm";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "axes", Range.atLeast(1, "the number of last axes that are normalised together"),
                "epsilon", Range.above(0, "what is added to the mean square"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return LastAxes.of(site, name()).map(any -> site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        LastAxes axes = LastAxes.of(x.shape(), emission.options().integer("axes"));
        Optional<ParameterSpec> weight = emission.options().flag("affine")
                ? Optional.of(emission.parameter("weight", axes.sizes(), new ParameterSpec.Constant(1)))
                : Optional.empty();
        Operand factor = weight.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent());
        Operand rows = new Operand.Rows(axes.rows());
        Operand columns = new Operand.Size(axes.columns());
        Operand epsilon = new Operand.Number(emission.options().number("epsilon"));
        emission.multiplyAdds(2L * x.shape().elements());
        emission.forward(
                "rmsNorm",
                y.name() + " = " + x.name() + " / sqrt(mean(" + x.name() + "²) + epsilon)"
                        + (weight.isPresent() ? " * weight" : ""),
                new Operand.Read(x),
                new Operand.Write(y),
                factor,
                rows,
                columns,
                epsilon);
        emission.backward(gradients -> {
            weight.ifPresent(parameter -> gradients.step(
                    "rmsNormWeightGradient",
                    "d(weight) = sum of d(" + y.name() + ") normalised(" + x.name() + ")",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.WeightsGradient(parameter),
                    rows,
                    columns,
                    epsilon,
                    new Operand.Accumulate(parameter)));
            gradients.step(
                    "rmsNormGradient",
                    "d(" + x.name() + ") through the mean square of each row",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.Write(gradients.input(0)),
                    factor,
                    rows,
                    columns,
                    epsilon);
        });
    }
}
