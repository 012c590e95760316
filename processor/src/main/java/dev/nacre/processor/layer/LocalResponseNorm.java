package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Normalisation by the squares of neighbouring channels. */
@AutoService(Layer.class)
public final class LocalResponseNorm implements Layer {
    @Override
    public String name() {
        return "LocalResponseNorm";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of(
                "size", Range.atLeast(1, "the number of neighbouring channels"),
                "alpha", Range.above(0, "the factor of the mean square"),
                "beta", Range.above(0, "the exponent"),
                "k", Range.above(0, "what is added to the mean square"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        Options options = emission.options();
        FeatureAxis axis = FeatureAxis.of(x.shape());
        int size = options.integer("size");
        List<Operand> sizes = List.of(
                new Operand.Rows(1),
                new Operand.Size(axis.features()),
                new Operand.Size(axis.inner()),
                new Operand.Size(size),
                new Operand.Number(options.number("alpha")),
                new Operand.Number(options.number("beta")),
                new Operand.Number(options.number("k")));
        emission.multiplyAdds((long) Math.min(size, axis.features()) * x.shape().elements());
        emission.forward(
                "localResponseNorm",
                y.name() + " = " + x.name() + " / (k + alpha mean(" + x.name() + "² of neighbours))^beta",
                operands(sizes, new Operand.Read(x), new Operand.Write(y)));
        emission.backward(gradients -> gradients.step(
                "localResponseNormGradient",
                "d(" + x.name() + ") by itself and through the squares of its neighbours",
                operands(
                        sizes,
                        new Operand.Read(x),
                        new Operand.Read(gradients.output()),
                        new Operand.Write(gradients.input(0)))));
    }

    private static Operand[] operands(List<Operand> sizes, Operand... first) {
        List<Operand> all = new ArrayList<>(List.of(first));
        all.addAll(sizes);
        return all.toArray(Operand[]::new);
    }
}
