package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.MergeMessages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The inner product of two values along their last axis, or the cosine of the angle between them. */
@AutoService(Layer.class)
public final class Dot implements Layer {
    @Override
    public String name() {
        return "Dot";
    }

    @Override
    public Role role() {
        return Role.MERGE;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.TWO_INPUTS);
    }

    @Override
    public Map<String, Range> ranges() {
        return Map.of("epsilon", Range.above(0, "the least length that a vector is divided by"));
    }

    @Override
    public Optional<Shape> shape(Site site) {
        if (!TwoValues.check(site, name(), "give each pair a block of its own")) {
            return Optional.empty();
        }
        if (!site.inputs().get(0).equals(site.inputs().get(1))) {
            site.report("", MergeMessages.dotShapes(site.names(), site.inputs()));
            return Optional.empty();
        }
        return Optional.of(site.input().withLast(1));
    }

    @Override
    public void emit(Emission emission) {
        Value a = emission.inputs().get(0);
        Value b = emission.inputs().get(1);
        Value y = emission.output();
        int rows = y.shape().elements();
        int columns = a.shape().last();
        boolean normalized = emission.options().flag("normalize");
        List<Operand> rest = new ArrayList<>(List.of(new Operand.Rows(rows), new Operand.Size(columns)));
        if (normalized) {
            rest.add(new Operand.Number(emission.options().number("epsilon")));
        }
        emission.multiplyAdds(a.shape().elements() * (normalized ? 3L : 1L));
        emission.forward(
                normalized ? "cosine" : "dot",
                y.name() + " = Σ " + a.name() + " " + b.name()
                        + (normalized ? " / (|" + a.name() + "| |" + b.name() + "|)" : ""),
                operands(rest, new Operand.Read(a), new Operand.Read(b), new Operand.Write(y)));
        emission.backward(gradients -> {
            gradient(gradients, normalized, a, b, y, 0, rest);
            gradient(gradients, normalized, b, a, y, 1, rest);
        });
    }

    private static void gradient(
            Gradients gradients, boolean normalized, Value of, Value other, Value y, int index, List<Operand> rest) {
        Operand up = new Operand.Read(gradients.output());
        Operand to = new Operand.Write(gradients.input(index));
        if (normalized) {
            gradients.step(
                    "cosineGradient",
                    "d(" + of.name() + ") = d(" + y.name() + ") (" + other.name() + " / |" + other.name() + "| - "
                            + y.name() + " " + of.name() + " / |" + of.name() + "|) / |" + of.name() + "|",
                    operands(rest, new Operand.Read(of), new Operand.Read(other), up, to));
        } else {
            gradients.step(
                    "dotGradient",
                    "d(" + of.name() + ") = d(" + y.name() + ") " + other.name(),
                    operands(rest, new Operand.Read(other), up, to));
        }
    }

    private static Operand[] operands(List<Operand> rest, Operand... first) {
        List<Operand> operands = new ArrayList<>(List.of(first));
        operands.addAll(rest);
        return operands.toArray(Operand[]::new);
    }
}
