package dev.nacre.processor.layer;

import dev.nacre.processor.model.Operand;
import dev.nacre.processor.model.Value;

/**
 * A part of an axis and the steps that take it: count positions from the first on, step apart.
 *
 * @param whole the axis it is a part of
 */
record AxisPart(SampleAxis whole, int from, int step, int count) {
    void emit(Emission emission) {
        if (count == whole.size()) {
            emission.passThrough();
            emission.backward(gradients -> gradients.passOn(0));
            return;
        }
        Value x = emission.input();
        Value y = emission.output();
        Operand rows = new Operand.Rows(whole.leading());
        Operand[] sizes = {
            new Operand.Size(whole.size()),
            new Operand.Size(whole.inner()),
            new Operand.Size(from),
            new Operand.Size(step),
            new Operand.Size(count)
        };
        int last = from + (count - 1) * step;
        String part = step == 1 || count == 1 ? from + " to " + last : from + ", " + (from + step) + ", ... " + last;
        emission.forward(
                "slice",
                y.name() + " = " + x.name() + ", along axis " + whole.axis() + " the positions " + part,
                new Operand.Read(x),
                new Operand.Write(y),
                rows,
                sizes[0],
                sizes[1],
                sizes[2],
                sizes[3],
                sizes[4]);
        emission.backward(gradients -> gradients.step(
                "sliceGradient",
                "d(" + x.name() + ") = d(" + y.name() + ") at these positions, 0 at the others",
                new Operand.Read(gradients.output()),
                new Operand.Write(gradients.input(0)),
                rows,
                sizes[0],
                sizes[1],
                sizes[2],
                sizes[3],
                sizes[4]));
    }
}
