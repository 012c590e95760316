package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The mean of values of shapes that fit, element by element. */
@AutoService(Layer.class)
public final class Average implements Layer {
    @Override
    public String name() {
        return "Average";
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
        Value y = emission.output();
        Operand rows = new Operand.Rows(1);
        Operand columns = new Operand.Size(y.shape().elements());
        Value sum = inputs.get(0);
        for (int i = 1; i < inputs.size(); i++) {
            Value next = emission.intermediate("sum" + i, y.shape());
            emission.forward(
                    "add",
                    next.name() + " = " + sum.name() + " + " + inputs.get(i).name(),
                    new Operand.Read(sum),
                    new Operand.Read(inputs.get(i)),
                    new Operand.Write(next),
                    rows,
                    columns);
            sum = next;
        }
        String all = inputs.stream().map(Value::name).collect(Collectors.joining(", "));
        Operand count = new Operand.Size(inputs.size());
        emission.forward(
                "divideBy",
                y.name() + " = mean of " + all,
                new Operand.Read(sum),
                new Operand.Write(y),
                rows,
                columns,
                count);
        broadcast.backward(gradients -> {
            for (int i = 0; i < inputs.size(); i++) {
                gradients.step(
                        "divideBy",
                        "d(" + inputs.get(i).name() + ") = d(" + y.name() + ") / " + inputs.size(),
                        new Operand.Read(gradients.output()),
                        new Operand.Write(gradients.input(i)),
                        rows,
                        columns,
                        count);
            }
        });
    }
}
