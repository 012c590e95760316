package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.ParameterSpec;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A fully connected layer on the last axis: {@code y = x Wᵀ + b}. */
@AutoService(Layer.class)
public final class Dense implements Layer {
    @Override
    public String name() {
        return "Dense";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PARAMETERS, Trait.INITIALISED, Trait.CONNECTED, Trait.DENSE);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(1, "the number of units"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        int units = site.options().integer("value");
        if (units == 0) {
            OptionalInt width = site.inferWidth();
            if (width.isEmpty()) {
                return Optional.empty();
            }
            units = width.getAsInt();
        }
        long weights = (long) site.input().last() * units;
        if (weights > Integer.MAX_VALUE) {
            site.report(
                    "value",
                    Messages.tooManyWeights(name(), List.of(units, site.input().last())));
            return Optional.empty();
        }
        return Optional.of(site.input().withLast(units));
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        int in = x.shape().last();
        int out = y.shape().last();
        int perSample = x.shape().elements() / in;
        Operand rows = new Operand.Rows(perSample);
        boolean biased = emission.options().flag("bias");
        ParameterSpec.Initialiser uniform = new ParameterSpec.FanInUniform(in);
        ParameterSpec w = emission.weight("weight", List.of(out, in), uniform);
        Optional<ParameterSpec> b =
                biased ? Optional.of(emission.bias("bias", List.of(out), uniform)) : Optional.empty();
        emission.multiplyAdds((long) perSample * in * out);
        emission.forward(
                "dense",
                y.name() + " = " + x.name() + " Wᵀ" + (biased ? " + b" : ""),
                new Operand.Read(x),
                new Operand.Weights(w),
                b.<Operand>map(Operand.Weights::new).orElse(new Operand.Absent()),
                new Operand.Write(y),
                rows,
                new Operand.Size(in),
                new Operand.Size(out),
                Operand.Function.IDENTITY,
                new Operand.NoDropout());
        emission.backward(gradients -> {
            Value dy = gradients.output();
            gradients.step(
                    "denseWeightGradient",
                    "dW = d(" + y.name() + ")ᵀ " + x.name(),
                    new Operand.Read(dy),
                    new Operand.Read(x),
                    new Operand.WeightsGradient(w),
                    rows,
                    new Operand.Size(in),
                    new Operand.Size(out),
                    new Operand.Accumulate(w));
            b.ifPresent(bias -> gradients.step(
                    "columnSum",
                    "db = column sums of d(" + y.name() + ")",
                    new Operand.Read(dy),
                    new Operand.WeightsGradient(bias),
                    rows,
                    new Operand.Size(out),
                    new Operand.Accumulate(bias)));
            gradients.step(
                    "denseInputGradient",
                    "d(" + x.name() + ") = d(" + y.name() + ") W",
                    new Operand.Read(dy),
                    new Operand.Weights(w),
                    new Operand.Write(gradients.input(0)),
                    rows,
                    new Operand.Size(in),
                    new Operand.Size(out));
        });
    }
}
