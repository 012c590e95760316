package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The softmax of an axis and its relatives. */
abstract class NormalisingLayer implements Layer {
    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.NORMALISED);
    }

    @Override
    public final Optional<Shape> shape(Site site) {
        return SampleAxis.of(site, name(), "axis").map(axis -> site.input());
    }

    /**
     * @param operation of the runtime; its gradient's name ends in Gradient
     * @param ofRows whether there is one for the last axis that takes no size behind it
     * @param derivative of the output y with respect to the input, applied to dy, for people
     */
    final void emit(Emission emission, String operation, boolean ofRows, String derivative) {
        Value x = emission.input();
        Value y = emission.output();
        SampleAxis axis = SampleAxis.of(x.shape(), emission.options().integer("axis"));
        List<Operand> sizes = new ArrayList<>();
        sizes.add(new Operand.Rows(axis.leading()));
        sizes.add(new Operand.Size(axis.size()));
        if (axis.inner() != 1 || !ofRows) {
            sizes.add(new Operand.Size(axis.inner()));
        }
        emission.forward(
                operation,
                y.name() + " = " + operation + "(" + x.name() + ")",
                operands(sizes, new Operand.Read(x), new Operand.Write(y)));
        emission.backward(gradients -> gradients.step(
                operation + "Gradient",
                "d(" + x.name() + ") = " + derivative,
                operands(
                        sizes,
                        new Operand.Read(y),
                        new Operand.Read(gradients.output()),
                        new Operand.Write(gradients.input(0)))));
    }

    private static Operand[] operands(List<Operand> sizes, Operand... arrays) {
        List<Operand> operands = new ArrayList<>(List.of(arrays));
        operands.addAll(sizes);
        return operands.toArray(Operand[]::new);
    }
}
