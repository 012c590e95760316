package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A number in place of those that are missing. */
@AutoService(Layer.class)
public final class Missing implements Layer {
    @Override
    public String name() {
        return "Missing";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.finite("what stands for a missing number or boolean"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    @Override
    public void emit(Emission emission) {
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(x.shape().elements());
        float value = (float) emission.options().number("value");
        emission.forward(
                "fillMissing",
                y.name() + " = " + x.name() + ", where missing " + text(value),
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                columns,
                new Operand.Number(value));
        emission.backward(gradients -> gradients.step(
                "fillMissingGradient",
                "d(" + x.name() + ") = d(" + y.name() + "), where missing 0",
                new Operand.Read(x),
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns));
    }

    private static String text(float value) {
        return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
    }
}
