package dev.nacre.processor.layer;

import dev.nacre.processor.model.Noise;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What layers have in common that drop with a mask. */
abstract class DroppingLayer implements Layer {
    @Override
    public final Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("value", Range.between(0, 1, "the probability of dropping " + dropped()));
    }

    /** @return what is dropped as one, for people */
    String dropped() {
        return "an element";
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Optional.of(site.input());
    }

    static Operand.Dropout mask(Emission emission, Noise noise, boolean atEvaluation) {
        return new Operand.Dropout(emission.name(), emission.options().number("value"), noise, atEvaluation, false);
    }

    /** The identity with a mask, which can ride on what comes before. */
    static void emit(Emission emission, Noise noise, boolean atEvaluation, String function, String sharing) {
        emit(emission, mask(emission, noise, atEvaluation), function, sharing);
    }

    private static void emit(Emission emission, Operand.Dropout mask, String function, String sharing) {
        Elementwise.emit(
                emission,
                Operand.Function.IDENTITY,
                false,
                mask,
                formula(emission, function, mask.p()) + sharing,
                " with the same mask");
    }

    /** The identity with a mask whose probability grows with the depth. */
    static void emitLinear(Emission emission, Noise noise, String function) {
        double p = emission.options().number("value");
        emit(
                emission,
                new Operand.Dropout(emission.name(), p, noise, false, true),
                function,
                ", the rate of the deepest such layer");
    }

    /** Steps of their own, which read nothing of forward but its mask. */
    static void emit(Emission emission, Noise noise, String operation, String gradient, String function) {
        Operand.Dropout mask = mask(emission, noise, false);
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(emission.input().shape().elements());
        emission.forward(
                operation,
                emission.output().name() + " = " + formula(emission, function, mask.p()),
                new Operand.Read(emission.input()),
                new Operand.Write(emission.output()),
                rows,
                columns,
                mask);
        emission.backward(gradients -> gradients.step(
                gradient,
                "d(" + emission.input().name() + ") = d(" + emission.output().name() + ") with the same mask",
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                columns,
                mask));
    }

    private static String formula(Emission emission, String function, double p) {
        return function + "(" + emission.input().name() + ", " + p + ")";
    }
}
