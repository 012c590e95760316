package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Batch normalisation per feature. */
@AutoService(Layer.class)
public final class BatchNorm implements Layer {
    @Override
    public String name() {
        return "BatchNorm";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "momentum",
                        Range.above(0, "the weight of the new batch in the running statistics")
                                .upTo(1),
                "epsilon", Range.above(0, "what is added to the variance"));
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
        List<Integer> sizes = List.of(axis.features());
        boolean affine = emission.options().flag("affine");
        Optional<ParameterSpec> weight = Optional.empty();
        Optional<ParameterSpec> bias = Optional.empty();
        if (affine) {
            weight = Optional.of(emission.parameter("weight", sizes, new ParameterSpec.Constant(1)));
            bias = Optional.of(emission.parameter("bias", sizes, new ParameterSpec.Constant(0)));
        }
        ParameterSpec mean = emission.statistic("running_mean", sizes, 0);
        ParameterSpec variance = emission.statistic("running_var", sizes, 1);
        Operand statistics = new Operand.Statistics(
                emission.name(),
                axis.features(),
                axis.inner(),
                emission.options().number("momentum"),
                emission.options().number("epsilon"));
        Operand rows = new Operand.Rows(1);
        emission.multiplyAdds(x.shape().elements());
        emission.forward(
                "batchNorm",
                y.name() + " = (" + x.name() + " - mean) / sqrt(variance + epsilon)"
                        + (affine ? " * weight + bias" : ""),
                new Operand.Read(x),
                new Operand.Write(y),
                weights(weight),
                weights(bias),
                new Operand.Weights(mean),
                new Operand.Weights(variance),
                statistics,
                rows,
                new Operand.Training(),
                Operand.Function.IDENTITY,
                new Operand.NoDropout());
        Optional<ParameterSpec> w = weight;
        Optional<ParameterSpec> b = bias;
        emission.backward(gradients -> {
            // First, because the gradients of the parameters are made of its sums.
            gradients.step(
                    "batchNormGradient",
                    "d(" + x.name() + ") through the batch's mean and variance",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.Write(gradients.input(0)),
                    weights(w),
                    statistics,
                    rows);
            if (affine) {
                gradients.step(
                        "batchNormWeightGradient",
                        "d(weight), d(bias) = sums of d(" + y.name() + ") normalised(" + x.name() + "), d(" + y.name()
                                + ")",
                        new Operand.Read(x),
                        new Operand.Read(gradients.output()),
                        new Operand.WeightsGradient(w.orElseThrow()),
                        new Operand.WeightsGradient(b.orElseThrow()),
                        statistics,
                        rows,
                        new Operand.Accumulate(w.orElseThrow()));
            }
        });
    }

    private static Operand weights(Optional<ParameterSpec> parameter) {
        return parameter.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent());
    }
}
