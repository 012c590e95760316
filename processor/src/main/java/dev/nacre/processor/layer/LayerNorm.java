package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.NormMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Normalisation of each sample by its own mean and variance over its last axes. */
@AutoService(Layer.class)
public final class LayerNorm implements Layer {
    @Override
    public String name() {
        return "LayerNorm";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "axes", Range.atLeast(1, "the number of last axes that are normalised together"),
                "epsilon", Range.above(0, "what is added to the variance"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Optional<LastAxes> axes = LastAxes.of(site, name());
        if (axes.isPresent() && axes.get().columns() == 1) {
            site.report(
                    "",
                    NormMessages.oneElement(name(), site.input(), site.options().integer("axes")));
            return Optional.empty();
        }
        return axes.map(any -> site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        Options options = emission.options();
        LastAxes axes = LastAxes.of(x.shape(), options.integer("axes"));
        Optional<ParameterSpec> weight = Optional.empty();
        Optional<ParameterSpec> bias = Optional.empty();
        if (options.flag("affine")) {
            weight = Optional.of(emission.parameter("weight", axes.sizes(), new ParameterSpec.Constant(1)));
            if (options.flag("bias")) {
                bias = Optional.of(emission.parameter("bias", axes.sizes(), new ParameterSpec.Constant(0)));
            }
        }
        Operand rows = new Operand.Rows(axes.rows());
        Operand columns = new Operand.Size(axes.columns());
        Operand epsilon = new Operand.Number(options.number("epsilon"));
        emission.multiplyAdds(2L * x.shape().elements());
        emission.forward(
                "layerNorm",
                y.name() + " = (" + x.name() + " - mean) / sqrt(variance + epsilon)"
                        + (weight.isPresent() ? " * weight" : "") + (bias.isPresent() ? " + bias" : ""),
                new Operand.Read(x),
                new Operand.Write(y),
                weights(weight),
                weights(bias),
                rows,
                columns,
                epsilon);
        Optional<ParameterSpec> w = weight;
        Optional<ParameterSpec> b = bias;
        emission.backward(gradients -> {
            w.ifPresent(parameter -> gradients.step(
                    "layerNormWeightGradient",
                    "d(weight)" + (b.isPresent() ? ", d(bias) = sums of " : " = sum of ") + "d(" + y.name()
                            + ") normalised(" + x.name() + ")" + (b.isPresent() ? ", d(" + y.name() + ")" : ""),
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.WeightsGradient(parameter),
                    b.<Operand>map(Operand.WeightsGradient::new).orElse(new Operand.Absent()),
                    rows,
                    columns,
                    epsilon,
                    new Operand.Accumulate(parameter)));
            gradients.step(
                    "layerNormGradient",
                    "d(" + x.name() + ") through the mean and the variance of each row",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.Write(gradients.input(0)),
                    weights(w),
                    rows,
                    columns,
                    epsilon);
        });
    }

    private static Operand weights(Optional<ParameterSpec> parameter) {
        return parameter.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent());
    }
}
