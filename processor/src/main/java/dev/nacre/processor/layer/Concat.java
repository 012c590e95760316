package dev.nacre.processor.layer;

import com.google.auto.service.AutoService;
import dev.nacre.processor.model.Messages;
import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Shape;
import dev.nacre.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values behind one another along an axis: for the arithmetic, blocks of columns in wider rows. */
@AutoService(Layer.class)
public final class Concat implements Layer {
    @Override
    public String name() {
        return "Concat";
    }

    @Override
    public Role role() {
        return Role.MERGE;
    }

    @Override
    public Optional<Shape> shape(Site site) {
        Shape first = site.input();
        int written = site.options().integer("axis");
        int axis = axis(written, first.rank());
        if (axis < 0 || axis >= first.rank()) {
            site.report("axis", Messages.axisOutside(name(), "axis", written, first));
            return Optional.empty();
        }
        long size = 0;
        for (Shape shape : site.inputs()) {
            if (!agrees(first, shape, axis)) {
                site.report("", Messages.concatShapes(name(), axis, site.names(), site.inputs()));
                return Optional.empty();
            }
            size += shape.sizes().get(axis);
        }
        if (size > Integer.MAX_VALUE) {
            site.report("", Messages.tooLarge("@" + name(), String.valueOf(size)));
            return Optional.empty();
        }
        List<Integer> sizes = new ArrayList<>(first.sizes());
        sizes.set(axis, (int) size);
        return Optional.of(new Shape(sizes));
    }

    private static int axis(int written, int rank) {
        return written < 0 ? written + rank : written;
    }

    private static boolean agrees(Shape first, Shape other, int axis) {
        if (first.rank() != other.rank()) {
            return false;
        }
        List<Integer> sizes = new ArrayList<>(other.sizes());
        sizes.set(axis, first.sizes().get(axis));
        return sizes.equals(first.sizes());
    }

    @Override
    public void emit(Emission emission) {
        List<Value> inputs = emission.inputs();
        Value y = emission.output();
        int axis = axis(emission.options().integer("axis"), y.shape().rank());
        int leading = new Shape(y.shape().sizes().subList(0, axis)).elements();
        int width = y.shape().elements() / leading;
        List<Part> parts = new ArrayList<>();
        int offset = 0;
        for (Value input : inputs) {
            int columns = input.shape().elements() / leading;
            parts.add(new Part(columns, offset));
            offset += columns;
        }
        String all = inputs.stream().map(Value::name).collect(Collectors.joining(", "));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            emission.forward(
                    "scatterColumns",
                    y.name() + " = concat(" + all + "): " + inputs.get(i).name(),
                    new Operand.Read(inputs.get(i)),
                    new Operand.Write(y),
                    new Operand.Rows(leading),
                    new Operand.Size(part.columns()),
                    new Operand.Size(width),
                    new Operand.Size(part.offset()));
        }
        emission.backward(gradients -> {
            for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                gradients.step(
                        "gatherColumns",
                        "d(" + inputs.get(i).name() + ") = its part of d(" + y.name() + ")",
                        new Operand.Read(gradients.output()),
                        new Operand.Write(gradients.input(i)),
                        new Operand.Rows(leading),
                        new Operand.Size(part.columns()),
                        new Operand.Size(width),
                        new Operand.Size(part.offset()));
            }
        });
    }

    /** Where an input lies in the rows of the output. */
    private record Part(int columns, int offset) {}
}
