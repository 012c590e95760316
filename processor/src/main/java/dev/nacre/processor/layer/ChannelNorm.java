package dev.nacre.processor.layer;

import dev.nacre.processor.model.NormMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Normalisation of each sample by the mean and variance of groups of its channels. */
abstract class ChannelNorm implements Layer {
    /** @return the number of groups, which may not divide the channels */
    abstract int groups(Options options, int channels);

    /** @return whether evaluation takes running statistics, of which there are a momentum and groups of one channel */
    boolean tracks(Options options) {
        return false;
    }

    @Override
    public final Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.PARAMETERS);
    }

    @Override
    public final Optional<Shape> shape(Site site) {
        Shape in = site.input();
        int channels = in.first();
        int groups = groups(site.options(), channels);
        if (channels % groups != 0) {
            site.report("groups", NormMessages.groups(name(), groups, in));
            return Optional.empty();
        }
        if (in.elements() == groups) {
            site.report("", NormMessages.oneInGroup(name(), in, groups));
            return Optional.empty();
        }
        return Optional.of(in);
    }

    @Override
    public final void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        FeatureAxis axis = FeatureAxis.of(x.shape());
        List<Integer> sizes = List.of(axis.features());
        Optional<ParameterSpec> weight = Optional.empty();
        Optional<ParameterSpec> bias = Optional.empty();
        if (emission.options().flag("affine")) {
            weight = Optional.of(emission.parameter("weight", sizes, new ParameterSpec.Constant(1)));
            bias = Optional.of(emission.parameter("bias", sizes, new ParameterSpec.Constant(0)));
        }
        Operand rows = new Operand.Rows(1);
        Operand channels = new Operand.Size(axis.features());
        Operand inner = new Operand.Size(axis.inner());
        Operand groups = new Operand.Size(groups(emission.options(), axis.features()));
        Operand epsilon = new Operand.Number(emission.options().number("epsilon"));
        emission.multiplyAdds(2L * x.shape().elements());
        String formula = y.name() + " = (" + x.name() + " - mean) / sqrt(variance + epsilon)"
                + (weight.isPresent() ? " * weight + bias" : "");
        if (tracks(emission.options())) {
            emission.forward(
                    "instanceNorm",
                    formula,
                    new Operand.Read(x),
                    new Operand.Write(y),
                    weights(weight),
                    weights(bias),
                    new Operand.Weights(emission.statistic("running_mean", sizes, 0)),
                    new Operand.Weights(emission.statistic("running_var", sizes, 1)),
                    new Operand.Statistics(
                            emission.name(),
                            axis.features(),
                            axis.inner(),
                            emission.options().number("momentum"),
                            emission.options().number("epsilon")),
                    rows,
                    new Operand.Training(),
                    Operand.Function.IDENTITY,
                    new Operand.NoDropout());
        } else {
            emission.forward(
                    "groupNorm",
                    formula,
                    new Operand.Read(x),
                    new Operand.Write(y),
                    weights(weight),
                    weights(bias),
                    rows,
                    channels,
                    inner,
                    groups,
                    epsilon,
                    Operand.Function.IDENTITY,
                    new Operand.NoDropout());
        }
        Optional<ParameterSpec> w = weight;
        Optional<ParameterSpec> b = bias;
        emission.backward(gradients -> {
            w.ifPresent(parameter -> gradients.step(
                    "groupNormWeightGradient",
                    "d(weight), d(bias) = sums of d(" + y.name() + ") normalised(" + x.name() + "), d(" + y.name()
                            + ")",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.WeightsGradient(parameter),
                    new Operand.WeightsGradient(b.orElseThrow()),
                    rows,
                    channels,
                    inner,
                    groups,
                    epsilon,
                    new Operand.Accumulate(parameter)));
            gradients.step(
                    "groupNormGradient",
                    "d(" + x.name() + ") through the mean and the variance of each group",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.Write(gradients.input(0)),
                    weights(w),
                    rows,
                    channels,
                    inner,
                    groups,
                    epsilon);
        });
    }

    private static Operand weights(Optional<ParameterSpec> parameter) {
        return parameter.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent());
    }
}
