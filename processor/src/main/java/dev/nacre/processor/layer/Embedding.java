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
import java.util.Set;

/**
 * Rows of a learned table, chosen by index: {@code y = W[x]}. The index is one element; the number of rows is the option
 * {@link #COUNT}, which no user writes: the component's enum says it.
 */
@AutoService(Layer.class)
public final class Embedding implements Layer {
    /** The option for the number of rows. */
    public static final String COUNT = "count";

    @Override
    public String name() {
        return "Embedding";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.PARAMETERS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.atLeast(1, "the size of each constant's vector"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        int count = site.options().integer(COUNT);
        int size = site.options().integer("value");
        if ((long) count * size > Integer.MAX_VALUE) {
            site.report("value", Messages.tooManyWeights(name(), List.of(count, size)));
            return Optional.empty();
        }
        return Optional.of(Shape.of(size));
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        int count = emission.options().integer(COUNT);
        int size = y.shape().elements();
        ParameterSpec weight = emission.parameter("weight", List.of(count, size), new ParameterSpec.Normal(1));
        Operand rows = new Operand.Rows(1);
        emission.forward(
                "embedding",
                y.name() + " = W[" + x.name() + "]",
                new Operand.Read(x),
                new Operand.Weights(weight),
                new Operand.Write(y),
                rows,
                new Operand.Size(count),
                new Operand.Size(size));
        emission.backward(gradients -> {
            gradients.step(
                    "embeddingGradient",
                    "d(W[k]) = sum of d(" + y.name() + ") where " + x.name() + " = k",
                    new Operand.Read(x),
                    new Operand.Read(gradients.output()),
                    new Operand.WeightsGradient(weight),
                    rows,
                    new Operand.Size(count),
                    new Operand.Size(size),
                    new Operand.Accumulate(weight));
            gradients.step(
                    "clearColumns",
                    "d(" + x.name() + ") = 0: an index has no slope",
                    new Operand.Write(gradients.input(0)),
                    rows,
                    new Operand.Size(1),
                    new Operand.Size(1),
                    new Operand.Size(0));
        });
    }
}
