package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Step;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The element by element product of values of shapes that fit. */
@AutoService(Layer.class)
public final class Multiply implements Layer {
    @Override
    public String name() {
        return "Multiply";
    }

    @Override
    public Role role() {
        return Role.MERGE;
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.KEEPS_SHAPE, Trait.EQUAL_INPUTS);
    }

    @Override
    public Optional<Shape> shape(Site site) {
        return Broadcast.shape(site, name());
    }

    @Override
    public void emit(Emission emission) {
        Broadcast broadcast = Broadcast.of(emission);
        List<Value> inputs = broadcast.inputs();
        Value product = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            Value next = i == inputs.size() - 1
                    ? emission.output()
                    : emission.intermediate("product" + i, emission.outputShape());
            emission.forward(product(
                    product,
                    inputs.get(i),
                    next,
                    next.name() + " = " + product.name() + " * " + inputs.get(i).name()));
            product = next;
        }
        broadcast.backward(gradients -> {
            for (int i = 0; i < inputs.size(); i++) {
                gradient(broadcast.inputs(), gradients, i, emission.output());
            }
        });
    }

    /** The output's gradient times every other input, one after the other: no division, so a zero does no harm. */
    private static void gradient(List<Value> inputs, Gradients gradients, int index, Value y) {
        List<Value> others = new ArrayList<>(inputs);
        Value input = others.remove(index);
        Value product = gradients.output();
        String formula = "d(" + y.name() + ")";
        for (int i = 0; i < others.size(); i++) {
            formula += " * " + others.get(i).name();
            boolean last = i == others.size() - 1;
            Value next = last ? gradients.input(index) : gradients.intermediate(input.name() + (i + 1), y.shape());
            String result = last ? "d(" + input.name() + ")" : next.name();
            gradients.step(product(product, others.get(i), next, result + " = " + formula));
            product = next;
        }
    }

    private static Step product(Value a, Value b, Value y, String formula) {
        return new Step(
                "multiply",
                List.of(
                        new Operand.Read(a),
                        new Operand.Read(b),
                        new Operand.Write(y),
                        new Operand.Rows(1),
                        new Operand.Size(y.shape().elements())),
                formula);
    }
}
