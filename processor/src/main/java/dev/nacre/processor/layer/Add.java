package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sum of values of shapes that fit. */
@AutoService(Layer.class)
public final class Add implements Layer {
    @Override
    public String name() {
        return "Add";
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
        Value sum = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            Value next = i == inputs.size() - 1
                    ? emission.output()
                    : emission.intermediate("sum" + i, emission.outputShape());
            emission.forward(
                    "add",
                    next.name() + " = " + sum.name() + " + " + inputs.get(i).name(),
                    new Operand.Read(sum),
                    new Operand.Read(inputs.get(i)),
                    new Operand.Write(next),
                    new Operand.Rows(1),
                    new Operand.Size(emission.outputShape().elements()));
            sum = next;
        }
        broadcast.backward(gradients -> {
            for (int i = 0; i < inputs.size(); i++) {
                gradients.passOn(i);
            }
        });
    }
}
