package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.MergeMessages;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A bilinear layer of two values: a Dense on their outer product, {@code y = (a bᵀ) Wᵀ + bias} with both laid out as
 * vectors.
 */
@AutoService(Layer.class)
public final class Bilinear implements Layer {
    @Override
    public String name() {
        return "Bilinear";
    }

    @Override
    public Role role() {
        return Role.MERGE;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PARAMETERS, Trait.INITIALISED, Trait.TWO_INPUTS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(1, "the number of units"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        if (!TwoValues.check(site, name(), "give each pair a block of its own, or join values with @Concat first")) {
            return Optional.empty();
        }
        Shape a = site.inputs().get(0);
        Shape b = site.inputs().get(1);
        if (!a.withLast(1).equals(b.withLast(1))) {
            site.report("", MergeMessages.bilinearShapes(site.names(), site.inputs()));
            return Optional.empty();
        }
        int units = site.options().integer("value");
        List<Integer> weight = List.of(units, a.last(), b.last());
        if (!Shape.fits(weight)) {
            site.report("value", Messages.tooManyWeights(name(), weight));
            return Optional.empty();
        }
        Shape outer = a.withLast(a.last() * b.last());
        if (!Shape.fits(outer.sizes())) {
            site.report("", MergeMessages.outerTooLarge(outer));
            return Optional.empty();
        }
        return Optional.of(a.withLast(units));
    }

    @Override
    public void emit(Emission emission) {
        Value a = emission.inputs().get(0);
        Value b = emission.inputs().get(1);
        Value y = emission.output();
        int left = a.shape().last();
        int right = b.shape().last();
        int units = y.shape().last();
        int perSample = a.shape().elements() / left;
        Operand rows = new Operand.Rows(perSample);
        Operand inner = new Operand.Size(left * right);
        Operand[] sizes = {rows, new Operand.Size(left), new Operand.Size(right)};
        boolean biased = emission.options().flag("bias");
        ParameterSpec.Initialiser uniform = new ParameterSpec.FanInUniform(left);
        ParameterSpec w = emission.weight("weight", List.of(units, left, right), uniform);
        Optional<ParameterSpec> bias =
                biased ? Optional.of(emission.bias("bias", List.of(units), uniform)) : Optional.empty();
        Value outer = emission.intermediate("outer", a.shape().withLast(left * right));
        emission.multiplyAdds((long) perSample * left * right * (units + 1L));
        emission.forward(
                "outer",
                outer.name() + " = " + a.name() + " " + b.name() + "ᵀ",
                new Operand.Read(a),
                new Operand.Read(b),
                new Operand.Write(outer),
                sizes[0],
                sizes[1],
                sizes[2]);
        emission.forward(
                "dense",
                y.name() + " = " + outer.name() + " Wᵀ" + (biased ? " + b" : ""),
                new Operand.Read(outer),
                new Operand.Weights(w),
                bias.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent()),
                new Operand.Write(y),
                rows,
                inner,
                new Operand.Size(units),
                new Operand.Function("IDENTITY"),
                new Operand.NoDropout());
        emission.backward(gradients -> {
            Value dy = gradients.output();
            gradients.step(
                    "denseWeightGradient",
                    "dW = d(" + y.name() + ")ᵀ " + outer.name(),
                    new Operand.Read(dy),
                    new Operand.Read(outer),
                    new Operand.WeightsGradient(w),
                    rows,
                    inner,
                    new Operand.Size(units),
                    new Operand.Accumulate(w));
            bias.ifPresent(parameter -> gradients.step(
                    "columnSum",
                    "db = column sums of d(" + y.name() + ")",
                    new Operand.Read(dy),
                    new Operand.WeightsGradient(parameter),
                    rows,
                    new Operand.Size(units),
                    new Operand.Accumulate(parameter)));
            Value douter = gradients.intermediate("outer", outer.shape());
            gradients.step(
                    "denseInputGradient",
                    "d(" + outer.name() + ") = d(" + y.name() + ") W",
                    new Operand.Read(dy),
                    new Operand.Weights(w),
                    new Operand.Write(douter),
                    rows,
                    inner,
                    new Operand.Size(units));
            gradients.step(
                    "outerLeftGradient",
                    "d(" + a.name() + ") = d(" + outer.name() + ") " + b.name(),
                    new Operand.Read(douter),
                    new Operand.Read(b),
                    new Operand.Write(gradients.input(0)),
                    sizes[0],
                    sizes[1],
                    sizes[2]);
            gradients.step(
                    "outerRightGradient",
                    "d(" + b.name() + ") = d(" + outer.name() + ")ᵀ " + a.name(),
                    new Operand.Read(douter),
                    new Operand.Read(a),
                    new Operand.Write(gradients.input(1)),
                    sizes[0],
                    sizes[1],
                    sizes[2]);
        });
    }
}
